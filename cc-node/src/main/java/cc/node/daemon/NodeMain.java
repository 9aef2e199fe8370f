package cc.node.daemon;

import cc.node.community.NodeHome;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.NodeSocket;
import cc.protocol.link.RuntimePaths;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node process of one person on one machine. Programs start it when they find none; of several that start at once
 * the one that gets the lock stays.
 */
public final class NodeMain {
    private static final Logger LOG = LoggerFactory.getLogger(NodeMain.class);
    private static final String LOCK_FILE = "node.lock";
    private static final long IDLE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOCK_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LOCK_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int EXIT_FAILED = 1;

    /** What sysexits.h calls EX_TEMPFAIL; the service's unit names it. */
    private static final int EXIT_START_ANEW = 75;

    /** Who started a node, and what happens at its end. */
    public enum Start {
        /** A program or a command: it ends when it has been of no use for a minute. */
        ON_DEMAND,
        /** A person. */
        FOREGROUND,
        /** A service manager, which starts it anew if it asks for that. */
        SERVICE
    }

    private NodeMain() {}

    public static void main(String[] arguments) {
        int exitCode;
        try {
            exitCode = run(Start.ON_DEMAND);
        } catch (IOException | RuntimeException e) {
            LOG.error("The node cannot run", e);
            exitCode = EXIT_FAILED;
        }
        System.exit(exitCode);
    }

    /**
     * Runs until it is told to stop.
     *
     * @return the process's exit code
     * @throws IOException if it cannot listen
     */
    public static int run(Start start) throws IOException {
        RuntimePaths paths = RuntimePaths.ofThisProcess();
        paths.prepare();
        Path lockFile = paths.directory().resolve(LOCK_FILE);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel, paths)) {
            if (lock == null) {
                LOG.info("Another node listens in {} already", paths.directory());
                return start == Start.ON_DEMAND ? 0 : EXIT_FAILED;
            }
            try (Node node = Node.start(paths, NodeHome.ofThisProcess(), start == Start.SERVICE)) {
                LOG.info("Listening at {} and on port {} for browsers", paths.nodeSocket(), node.webPort());
                Runtime.getRuntime().addShutdownHook(new Thread(node::close, "cc-node-stop"));
                boolean anew = node.awaitEnd(start == Start.ON_DEMAND ? IDLE_LIMIT_NANOS : Long.MAX_VALUE);
                return anew && start == Start.SERVICE ? EXIT_START_ANEW : 0;
            }
        }
    }

    /**
     * Null if another node listens. One that begins will; one that ends has its lock for a while after nobody can reach
     * it.
     */
    private static @Nullable FileLock lock(FileChannel channel, RuntimePaths paths) throws IOException {
        long deadline = System.nanoTime() + LOCK_NANOS;
        while (true) {
            FileLock lock = channel.tryLock();
            if (lock != null || somebodyListens(paths) || System.nanoTime() > deadline) {
                return lock;
            }
            LockSupport.parkNanos(LOCK_POLL_NANOS);
        }
    }

    private static boolean somebodyListens(RuntimePaths paths) throws IOException {
        try (FrameChannel node = NodeSocket.connect(paths)) {
            return true;
        } catch (NodeSocket.NobodyListensException e) {
            return false;
        }
    }
}
