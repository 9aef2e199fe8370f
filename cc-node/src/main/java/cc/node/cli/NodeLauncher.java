package cc.node.cli;

import cc.node.Installation;
import cc.node.NodeConnection;
import cc.protocol.link.RuntimePaths;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts this machine's node in the background, anew if one runs. Programs find the new one by themselves. */
final class NodeLauncher {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private NodeLauncher() {}

    /** Returns when the node answers. */
    static void restart() throws IOException {
        stop();
        start();
    }

    /** Returns when a node answers. */
    static void startUnlessRunning() throws IOException {
        try {
            NodeClient.programs();
        } catch (NodeConnection.NoNodeException e) {
            start();
        }
    }

    private static void start() throws IOException {
        RuntimePaths paths = RuntimePaths.ofThisProcess();
        paths.prepare();
        Process process = start(paths);
        long deadline = System.nanoTime() + START_NANOS;
        while (true) {
            try {
                NodeClient.programs();
                return;
            } catch (NodeConnection.NoNodeException e) {
                if (System.nanoTime() > deadline || !process.isAlive()) {
                    throw new IOException("the node did not come up; see " + log(paths), e);
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

    private static Process start(RuntimePaths paths) throws IOException {
        Installation installation = Installation.current();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                Installation.java().toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dcc.home=" + installation.home(),
                "-cp",
                installation.classPath(),
                "cc.node.daemon.NodeMain"));
        Redirect log = Redirect.appendTo(log(paths));
        return new ProcessBuilder(command)
                .directory(paths.directory().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log)
                .redirectError(log)
                .start();
    }

    private static File log(RuntimePaths paths) {
        return paths.directory().resolve("node.log").toFile();
    }
}
