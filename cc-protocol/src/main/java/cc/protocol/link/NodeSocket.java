package cc.protocol.link;

import cc.protocol.message.Hello;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;

/**
 * The near end of a node's socket: how programs, viewers and the {@code cc} command reach the node of their machine and
 * introduce themselves. May be used from any thread; blocks.
 */
public final class NodeSocket {
    private NodeSocket() {}

    /** Nobody listens there: no node was started, or it died and left its socket's file behind. */
    public static final class NobodyListensException extends IOException {
        private static final long serialVersionUID = 1;

        NobodyListensException(String message) {
            super(message);
        }
    }

    /**
     * Connects.
     *
     * @throws NobodyListensException if no node listens
     * @throws IOException if the socket lies where somebody else may have put it
     */
    public static FrameChannel connect(RuntimePaths paths) throws IOException {
        if (!Files.exists(paths.nodeSocket())) {
            throw new NobodyListensException("no node has listened here yet");
        }
        paths.check();
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(paths.nodeSocket()));
            return new FrameChannel(channel);
        } catch (IOException e) {
            channel.close();
            NobodyListensException nobody = new NobodyListensException(String.valueOf(e.getMessage()));
            nobody.initCause(e);
            throw nobody;
        }
    }

    /**
     * Says hello and waits for the answer, which may be an error.
     *
     * @param hello without the protocol version
     */
    public static Reply greet(FrameChannel channel, Hello.Builder hello) throws IOException {
        channel.write(hello.setProtocolVersion(ProtocolVersion.CURRENT).build());
        Reply reply = channel.read(Reply.parser(), LinkLimits.MAX_HELLO_BYTES);
        if (reply == null) {
            throw new IOException("the node ended the connection before it answered; its node.log may say why");
        }
        return reply;
    }
}
