package cc.toolkit.link;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.Hello;
import cc.protocol.message.ProgramAccepted;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

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
        FrameChannel channel = new FrameChannel(reach());
        try {
            channel.write(hello());
            Reply reply = channel.read(Reply.parser(), LinkLimits.MAX_HELLO_BYTES);
            if (reply == null) {
                throw new IOException("the node ended the connection before it answered");
            }
            if (reply.getResultCase() != Reply.ResultCase.ACCEPTED) {
                throw new RefusedException(reply.getError());
            }
            return new Accepted(channel, reply.getAccepted());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private Hello hello() {
        ProgramHello.Builder program = ProgramHello.newBuilder()
                .setName(settings.name())
                .setPid(ProcessHandle.current().pid())
                .setRuntime(System.getProperty("java.runtime.version"));
        if (settings.fixedScreens() != null) {
            program.setFixedScreens(settings.fixedScreens());
        }
        return Hello.newBuilder()
                .setProtocolVersion(ProtocolVersion.CURRENT)
                .setProgram(program)
                .build();
    }

    private SocketChannel reach() throws IOException, InterruptedException {
        try {
            return connect();
        } catch (IOException e) {
            // None there, or one that died: the socket's file outlives it.
        }
        NodeProcess.start(paths);
        long deadline = System.nanoTime() + NODE_START_MILLIS * 1_000_000;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
            Thread.sleep(pause);
            try {
                return connect();
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "the node does not answer at " + paths.nodeSocket() + " (" + e.getMessage()
                                    + "); see node.log beside it",
                            e);
                }
            }
        }
    }

    private SocketChannel connect() throws IOException {
        if (!Files.exists(paths.nodeSocket())) {
            throw new IOException("no node has listened here yet");
        }
        paths.check();
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(paths.nodeSocket()));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
