package cc.toolkit.link;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.NodeProcess;
import cc.protocol.link.NodeSocket;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.Hello;
import cc.protocol.message.ProgramAccepted;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Reaches the machine's node and introduces the program; starts a node where there is none. */
final class NodeDialer {
    private static final long NODE_START_MILLIS = 20_000;
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final RuntimePaths paths;
    private final LaunchSettings settings;

    NodeDialer(RuntimePaths paths, LaunchSettings settings) {
        this.paths = paths;
        this.settings = settings;
    }

    /** A connection on which the node has accepted the program. */
    record Accepted(FrameChannel channel, ProgramAccepted answer) {}

    /** The node refuses this program; to try again changes nothing. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String reason) {
            super(reason);
        }
    }

    Accepted dial() throws IOException, InterruptedException {
        FrameChannel channel = reach();
        try {
            Reply reply = NodeSocket.greet(channel, hello());
            if (reply.getResultCase() != Reply.ResultCase.ACCEPTED) {
                throw new RefusedException(reply.getError());
            }
            return new Accepted(channel, reply.getAccepted());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private Hello.Builder hello() {
        ProgramHello.Builder program = ProgramHello.newBuilder()
                .setName(settings.name())
                .setUnseen(settings.unseen())
                .setPid(ProcessHandle.current().pid())
                .setRuntime(System.getProperty("java.runtime.version"));
        if (settings.fixedScreens() != null) {
            program.setFixedScreens(settings.fixedScreens());
        }
        return Hello.newBuilder().setProgram(program);
    }

    private FrameChannel reach() throws IOException, InterruptedException {
        try {
            return NodeSocket.connect(paths);
        } catch (NodeSocket.NobodyListensException e) {
            // Then one is started.
        }
        NodeProcess.start(paths, installation());
        long deadline = System.nanoTime() + NODE_START_MILLIS * 1_000_000;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            Thread.sleep(pause);
            try {
                return NodeSocket.connect(paths);
            } catch (NodeSocket.NobodyListensException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "the node does not answer at " + paths.nodeSocket() + " (" + e.getMessage() + "); see "
                                    + paths.nodeLog(),
                            e);
                }
            }
        }
    }

    /** The agent's jar lies in the installation's folder. */
    private static Path installation() throws IOException {
        CodeSource source = NodeDialer.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("the installation is not found");
        }
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        Path home = jar.getParent();
        if (home == null || !Files.isDirectory(home.resolve("lib"))) {
            throw new IOException("the installation beside " + jar + " is incomplete: its folder lib is missing");
        }
        return home;
    }
}
