package cc.node;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.NodeSocket;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.Hello;
import cc.protocol.message.Reply;
import java.io.IOException;

/** A connection of this person's to this machine's node, greeted and answered. */
public final class NodeConnection {
    private NodeConnection() {}

    /** No node runs here: not an error for every command. */
    public static final class NoNodeException extends IOException {
        private static final long serialVersionUID = 1;

        NoNodeException() {
            super("nothing runs here. Start a program first: cc run app.jar");
        }
    }

    /** An open connection and what the node said to the greeting. */
    public record Greeted(FrameChannel channel, Reply reply) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /**
     * Connects and greets.
     *
     * @param hello without the protocol version
     * @throws NoNodeException if no node listens
     * @throws IOException with the node's own words if it refuses
     */
    public static Greeted greet(Hello.Builder hello) throws IOException {
        return greet(connect(), hello);
    }

    private static Greeted greet(FrameChannel channel, Hello.Builder hello) throws IOException {
        try {
            Reply reply = NodeSocket.greet(channel, hello);
            if (reply.getResultCase() == Reply.ResultCase.ERROR) {
                throw new IOException(reply.getError());
            }
            return new Greeted(channel, reply);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Connects to the node of another user, who must allow that, and greets.
     *
     * @param nodeUser empty: this one
     */
    public static Greeted greet(String nodeUser, Hello.Builder hello) throws IOException {
        return nodeUser.isEmpty() ? greet(hello) : greet(SharedSocket.connect(nodeUser), hello);
    }

    private static FrameChannel connect() throws IOException {
        try {
            return NodeSocket.connect(RuntimePaths.ofThisProcess());
        } catch (NodeSocket.NobodyListensException e) {
            throw new NoNodeException();
        }
    }
}
