package cc.node.cli;

import cc.node.Installation;
import cc.node.NodeConnection;
import cc.protocol.link.NodeProcess;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.NodeDescription;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts this machine's node in the background, anew if one runs. Programs find the new one by themselves. */
final class NodeLauncher {
    /** One that fails ends by itself; a machine with too much to do takes long. */
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private NodeLauncher() {}

    /** For a new member; returns when its new node is in touch with its community. */
    static void restartAsMember(Progress progress) throws IOException {
        OptionalLong service = service();
        progress.at("starting this machine's node");
        if (service.isPresent()) {
            NodeClient.stopForAnew();
            awaitSuccessor(service.getAsLong());
        } else {
            startInPlaceOfStrangers();
        }
        progress.at("waiting for the community's registry");
        NodeClient.awaitCommunity();
    }

    /**
     * Returns when a node runs that came up after this machine became a member. A program that shows windows starts one
     * whenever it finds none, perhaps just before that.
     */
    private static void startInPlaceOfStrangers() throws IOException {
        stop();
        while (true) {
            startUnlessRunning();
            try {
                if (!NodeClient.describe().getMachine().isEmpty()) {
                    return;
                }
                stop();
            } catch (NodeConnection.NoNodeException e) {
                // It has ended at this moment.
            }
        }
    }

    /** For a member whose node does not run; returns when it is in touch with its community. */
    static void startAsMember() throws IOException {
        startUnlessRunning();
        NodeClient.awaitCommunity();
    }

    /** Returns when a node answers. */
    static void startUnlessRunning() throws IOException {
        try {
            NodeClient.programs();
        } catch (NodeConnection.NoNodeException e) {
            start();
        }
    }

    /** The process id of the node, if a service manager looks after it. */
    private static OptionalLong service() {
        try {
            NodeDescription node = NodeClient.describe();
            return node.getService() ? OptionalLong.of(node.getPid()) : OptionalLong.empty();
        } catch (IOException e) {
            // None runs, or one of another release.
            return OptionalLong.empty();
        }
    }

    private static void awaitSuccessor(long pid) throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        while (System.nanoTime() < deadline) {
            try {
                if (NodeClient.describe().getPid() != pid) {
                    return;
                }
            } catch (NodeConnection.NoNodeException e) {
                // Between the two.
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new IOException("the service manager does not start the node anew; see its journal: journalctl -e"
                + " (with --user for a person's own)");
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

    /** Returns when the node that runs here serves nobody any more; a program may have started another one by then. */
    static void stop() throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        try {
            long pid = NodeClient.describe().getPid();
            NodeClient.stop();
            while (System.nanoTime() < deadline) {
                if (NodeClient.describe().getPid() != pid) {
                    return;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            throw new IOException("the node that runs here does not end");
        } catch (NodeConnection.NoNodeException e) {
            // It is what was asked for.
        }
    }
}
