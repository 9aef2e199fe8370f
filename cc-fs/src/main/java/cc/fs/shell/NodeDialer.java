package cc.fs.shell;

import cc.fs.remote.FilesLink;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.NodeSocket;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.FilesHello;
import cc.protocol.message.Hello;
import cc.protocol.message.Reply;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;

/** Reaches machines' files by way of this machine's node. */
final class NodeDialer {
    private static final int SESSION_BYTES = 16;

    private final RuntimePaths paths = RuntimePaths.ofThisProcess();
    private final String application = System.getProperty("cc.name", "");

    FilesLink link(String machine, Duration patience) {
        FilesHello hello = FilesHello.newBuilder()
                .setMachine(machine)
                .setSession(session())
                .setPid(ProcessHandle.current().pid())
                .setApplication(application)
                .build();
        return new FilesLink(machine, hello, this::dial, patience);
    }

    /** A connection by which the node asks what the program has open. */
    FrameChannel teller() throws IOException {
        return dial(FilesHello.newBuilder()
                .setTells(true)
                .setPid(ProcessHandle.current().pid())
                .setApplication(application)
                .build());
    }

    private static ByteString session() {
        UUID random = UUID.randomUUID();
        return ByteString.copyFrom(ByteBuffer.allocate(SESSION_BYTES)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .flip());
    }

    private FrameChannel dial(FilesHello hello) throws IOException {
        // What lies on the way to the node's socket is this machine's.
        ShellThread.enter();
        try {
            return greeted(NodeSocket.connect(paths), hello);
        } finally {
            ShellThread.leave();
        }
    }

    private static FrameChannel greeted(FrameChannel channel, FilesHello hello) throws IOException {
        try {
            Reply reply = NodeSocket.greet(channel, Hello.newBuilder().setFiles(hello));
            if (reply.getResultCase() != Reply.ResultCase.DONE) {
                throw new IOException(reply.getError());
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
