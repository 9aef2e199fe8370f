package cc.node.files;

import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.FilesHello;
import cc.protocol.message.ListOpenFiles;
import cc.protocol.message.OpenFilesReport;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells what applications of this machine have open, by asking their shells. Thread-safe. */
public final class OpenFilesDesk implements StreamHandler {
    /** Of streams between nodes: a {@link ListOpenFiles} one way, a {@link Reply} the other. */
    public static final String KIND = "open-files";

    private final Map<Long, Teller> tellers = new ConcurrentHashMap<>();

    /** Hears from an application of this machine until it ends. */
    void serveTeller(FilesHello hello, FrameChannel channel) throws IOException {
        Teller teller = new Teller(hello.getApplication(), channel);
        tellers.put(hello.getPid(), teller);
        try {
            teller.serve();
        } finally {
            tellers.remove(hello.getPid(), teller);
        }
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        try (FrameChannel channel = stream.messages()) {
            ListOpenFiles wanted = channel.read(ListOpenFiles.parser(), LinkLimits.MAX_HELLO_BYTES);
            if (wanted != null) {
                channel.write(answer(wanted.getApplication(), wanted.getPid()));
            }
        }
    }

    /** @param application for messages */
    public Reply answer(String application, long pid) {
        Teller teller = tellers.get(pid);
        if (teller == null) {
            return Reply.newBuilder()
                    .setError("All files of " + application
                            + " are its own machine's: no rule says otherwise. 'lsof -p " + pid + "' lists them there")
                    .build();
        }
        try {
            OpenFilesReport report = teller.ask();
            return Reply.newBuilder().setOpenFiles(report).build();
        } catch (IOException e) {
            return Reply.newBuilder()
                    .setError(application + " cannot be asked: " + e.getMessage())
                    .build();
        }
    }

    /**
     * The process of an application that may have no windows, and so be known to nobody else: by its name or number.
     */
    public Optional<Long> processId(String nameOrPid) {
        return tellers.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(nameOrPid)
                        || entry.getKey().toString().equals(nameOrPid))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
