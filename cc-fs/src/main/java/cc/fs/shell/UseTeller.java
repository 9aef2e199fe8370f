package cc.fs.shell;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.OpenFilesQuestion;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells this machine's node what the program has open, when somebody asks. By a connection and a thread of its own, which
 * wait; where there is no node, now and then it is looked for one.
 */
final class UseTeller implements Runnable {
    /** A program that is over by then has nothing to tell, and does not wait for what that takes to load. */
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final NodeDialer dialer;
    private final FileUses uses;

    private UseTeller(NodeDialer dialer, FileUses uses) {
        this.dialer = dialer;
        this.uses = uses;
    }

    /** Returns at once. */
    static void begin(NodeDialer dialer, FileUses uses) {
        Thread thread = new Thread(null, new UseTeller(dialer, uses), "cc-files-told", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    @SuppressWarnings("InfiniteLoopStatement") // It ends with the program.
    public void run() {
        // Whatever this thread does is the shell's own.
        ShellThread.enter();
        LockSupport.parkNanos(QUIET_NANOS);
        long pauseNanos = FIRST_PAUSE_NANOS;
        while (true) {
            try (FrameChannel node = dialer.teller()) {
                pauseNanos = FIRST_PAUSE_NANOS;
                answer(node);
            } catch (IOException | RuntimeException e) {
                // There is no node, or one of another release: programs work without being asked.
            }
            LockSupport.parkNanos(pauseNanos);
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
        }
    }

    private void answer(FrameChannel node) throws IOException {
        OpenFilesQuestion question = node.read(OpenFilesQuestion.parser(), LinkLimits.MAX_HELLO_BYTES);
        while (question != null) {
            node.write(uses.report());
            question = node.read(OpenFilesQuestion.parser(), LinkLimits.MAX_HELLO_BYTES);
        }
    }
}
