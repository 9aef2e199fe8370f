package cc.node.files;

import cc.fs.remote.FileLimits;
import cc.node.peer.PeerStream;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.Done;
import cc.protocol.message.FilesHello;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what an application of this machine does with files to the machine that has them, and looks at none of it.
 */
public final class FilesRelay {
    private static final Logger LOG = LoggerFactory.getLogger(FilesRelay.class);

    /** How long an application may take to end once its connection has. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FilesDesk desk;
    private final OpenFilesDesk open;
    private final Predicate<String> isHere;
    private final Opener opener;

    /** Opens a stream to another machine's node. */
    public interface Opener {
        PeerStream open(String machine, String kind) throws IOException;
    }

    /**
     * @param open hears what applications of this machine have open
     * @param isHere whether a machine is this one
     */
    public FilesRelay(FilesDesk desk, OpenFilesDesk open, Predicate<String> isHere, Opener opener) {
        this.desk = desk;
        this.open = open;
        this.isHere = isHere;
        this.opener = opener;
    }

    /** Serves one connection to its end. */
    public void serve(FilesHello hello, FrameChannel near) throws IOException {
        if (hello.getTells()) {
            near.write(done());
            open.serveTeller(hello, near);
            return;
        }
        try {
            carry(hello, near);
        } finally {
            tellIfOver(hello);
        }
    }

    /** What an application that has ended had open need not wait for its return: others may wait for its locks. */
    private void tellIfOver(FilesHello hello) {
        if (!EndedProcess.await(hello.getPid(), PATIENCE)) {
            return;
        }
        String machine = hello.getMachine();
        if (isHere(machine)) {
            desk.end(hello);
            return;
        }
        try (PeerStream stream = opener.open(machine, FilesDesk.KIND)) {
            FrameChannel far = stream.messages();
            far.write(hello.toBuilder().setUser(desk.user()).setOver(true).build());
            // It is read when the other end has closed.
            var unused = far.read(FileLimits.MAX_RESULT_BYTES);
        } catch (IOException e) {
            LOG.debug("{} will find out by itself that an application has ended", machine, e);
        }
    }

    private boolean isHere(String machine) {
        return machine.isEmpty() || isHere.test(machine);
    }

    private void carry(FilesHello hello, FrameChannel near) throws IOException {
        String machine = hello.getMachine();
        if (isHere(machine)) {
            near.write(done());
            desk.serve(hello, near);
            return;
        }
        PeerStream stream;
        try {
            stream = opener.open(machine, FilesDesk.KIND);
        } catch (IOException e) {
            near.write(
                    Reply.newBuilder().setError(String.valueOf(e.getMessage())).build());
            return;
        }
        try (stream) {
            near.write(done());
            FrameChannel far = stream.messages();
            far.write(hello.toBuilder().setUser(desk.user()).build());
            Thread back = new Thread(() -> carryBack(far, near), "cc-files-relay");
            back.setDaemon(true);
            back.start();
            carry(near, far, FileLimits.MAX_CALL_BYTES);
        }
    }

    private static void carryBack(FrameChannel far, FrameChannel near) {
        try (near) {
            carry(far, near, FileLimits.MAX_RESULT_BYTES);
        } catch (IOException e) {
            LOG.debug("Files of another machine are out of reach", e);
        }
    }

    private static void carry(FrameChannel from, FrameChannel to, int maxBytes) throws IOException {
        byte[] message = from.read(maxBytes);
        while (message != null) {
            to.write(message);
            message = from.read(maxBytes);
        }
    }

    private static Reply done() {
        return Reply.newBuilder().setDone(Done.getDefaultInstance()).build();
    }
}
