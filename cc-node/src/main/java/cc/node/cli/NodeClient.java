package cc.node.cli;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.Command;
import cc.protocol.message.Hello;
import cc.protocol.message.ListPrograms;
import cc.protocol.message.MakeViewerAddress;
import cc.protocol.message.ProgramEntry;
import cc.protocol.message.Reply;
import cc.protocol.message.StopNode;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks this machine's node; one connection a question. */
final class NodeClient {
    private static final long POLL_NANOS = 50_000_000;

    private NodeClient() {}

    /** Nothing runs here: not an error for every command. */
    static final class NoNodeException extends IOException {
        private static final long serialVersionUID = 1;

        NoNodeException() {
            super("nothing runs here. Start a program first: cc run app.jar");
        }
    }

    static List<ProgramEntry> programs() throws IOException {
        return ask(Command.newBuilder().setList(ListPrograms.getDefaultInstance()))
                .getPrograms()
                .getProgramsList();
    }

    /** @param program its name; empty: the only one there is */
    static String viewerAddress(String program, boolean control) throws IOException {
        return ask(Command.newBuilder()
                        .setView(MakeViewerAddress.newBuilder()
                                .setProgram(program)
                                .setControl(control)))
                .getAddress()
                .getUri();
    }

    static void stop() throws IOException {
        ask(Command.newBuilder().setStop(StopNode.getDefaultInstance()));
    }

    /**
     * Waits until the process with this id is known to the node.
     *
     * @return its name there, or null if it ended before
     */
    static @Nullable String awaitProgram(long pid, BooleanSupplier alive) throws IOException {
        while (alive.getAsBoolean()) {
            try {
                for (ProgramEntry program : programs()) {
                    if (program.getPid() == pid) {
                        return program.getName();
                    }
                }
            } catch (NoNodeException e) {
                // The program starts it.
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return null;
    }

    private static Reply ask(Command.Builder command) throws IOException {
        try (FrameChannel channel = connect()) {
            channel.write(Hello.newBuilder()
                    .setProtocolVersion(ProtocolVersion.CURRENT)
                    .setCommand(command)
                    .build());
            Reply reply = channel.read(Reply.parser(), LinkLimits.MAX_HELLO_BYTES);
            if (reply == null) {
                throw new IOException("the node ended the connection before it answered; see node.log beside "
                        + RuntimePaths.ofThisProcess().nodeSocket());
            }
            if (reply.getResultCase() == Reply.ResultCase.ERROR) {
                throw new IOException(reply.getError());
            }
            return reply;
        }
    }

    private static FrameChannel connect() throws IOException {
        RuntimePaths paths = RuntimePaths.ofThisProcess();
        if (!Files.exists(paths.nodeSocket())) {
            throw new NoNodeException();
        }
        paths.check();
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(paths.nodeSocket()));
            return new FrameChannel(channel);
        } catch (IOException e) {
            channel.close();
            throw new NoNodeException();
        }
    }
}
