package cc.node.launch;

import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.Done;
import cc.protocol.message.ProgramNeeds;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.util.function.Supplier;

/** Tells other machines, which look for a place for a program, whether this one has what the program needs. */
public final class FitDesk implements StreamHandler {
    /** Of streams between nodes. */
    public static final String KIND = "fit";

    private static final int MAX_BYTES = 64 << 10;

    private final Supplier<String> machine;

    /** @param machine this machine's name */
    public FitDesk(Supplier<String> machine) {
        this.machine = machine;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        try (FrameChannel channel = stream.messages()) {
            ProgramNeeds needs = channel.read(ProgramNeeds.parser(), MAX_BYTES);
            if (needs != null) {
                channel.write(answer(needs));
            }
        }
    }

    /** @throws IOException that names what this machine lacks */
    public void require(ProgramNeeds needs) throws IOException {
        ProgramFiles.require(needs, machine.get());
    }

    /** @throws IOException that names what the machine at the other end lacks, or if it does not answer */
    public static void ask(PeerStream machine, ProgramNeeds needs) throws IOException {
        FrameChannel channel = machine.messages();
        channel.write(needs);
        Reply reply = channel.read(Reply.parser(), MAX_BYTES);
        if (reply == null) {
            throw new IOException("it does not answer");
        } else if (!reply.hasDone()) {
            throw new IOException(reply.getError());
        }
    }

    private Reply answer(ProgramNeeds needs) {
        try {
            require(needs);
            return Reply.newBuilder().setDone(Done.getDefaultInstance()).build();
        } catch (IOException | IllegalArgumentException e) {
            return Reply.newBuilder().setError(String.valueOf(e.getMessage())).build();
        }
    }
}
