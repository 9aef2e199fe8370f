package cc.node.cli;

import cc.node.Installation;
import cc.node.NodeConnection;
import cc.node.community.NodeHome;
import cc.protocol.link.NodeProcess;
import cc.protocol.link.RuntimePaths;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts this machine's node in the background, anew if one runs. Programs find the new one by themselves. */
final class NodeLauncher {
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private NodeLauncher() {}

    /** Returns when a new node answers; a member's, when it is in touch with its community. */
    static void restart() throws IOException {
        stop();
        startUnlessRunning();
    }

    /** Returns when a node answers; a member's that had to be started, when it is in touch with its community. */
    static void startUnlessRunning() throws IOException {
        try {
            NodeClient.programs();
        } catch (NodeConnection.NoNodeException e) {
            start();
            if (NodeHome.ofThisProcess().isMember()) {
                NodeClient.awaitCommunity();
            }
        }
    }

    private static void start() throws IOException {
        RuntimePaths paths = RuntimePaths.ofThisProcess();
        Process process = NodeProcess.start(paths, Installation.current().home());
        long deadline = System.nanoTime() + START_NANOS;
        while (true) {
            try {
                NodeClient.programs();
                return;
            } catch (NodeConnection.NoNodeException e) {
                // Of several nodes that are started at once, one stays, and the others end well.
                boolean failed = !process.isAlive() && process.exitValue() != 0;
                if (failed || System.nanoTime() > deadline) {
                    throw new IOException("the node did not come up; see " + paths.nodeLog(), e);
                }
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Returns when no node runs here any more. */
    static void stop() throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        try {
            NodeClient.stop();
            while (System.nanoTime() < deadline) {
                NodeClient.programs();
                LockSupport.parkNanos(POLL_NANOS);
            }
            throw new IOException("the node that runs here does not end");
        } catch (NodeConnection.NoNodeException e) {
            // It is what was asked for.
        }
    }
}
