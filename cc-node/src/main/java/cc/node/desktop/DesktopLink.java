package cc.node.desktop;

import cc.protocol.command.ProtocolException;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.MessageWriter;
import cc.protocol.message.DesktopOrder;
import java.io.IOException;

/** The node's end of a desktop's connection. Whoever gives an order is not held up. */
final class DesktopLink implements AutoCloseable {
    private final FrameChannel channel;
    private final MessageWriter orders;

    DesktopLink(FrameChannel channel) {
        this.channel = channel;
        this.orders = new MessageWriter(channel, "cc-desktop-orders");
    }

    void send(DesktopOrder order) {
        orders.send(order);
    }

    /** A desktop says nothing after its greeting; what comes is its end. */
    void awaitEnd() throws IOException {
        if (channel.read(DesktopOrder.parser(), LinkLimits.MAX_HELLO_BYTES) != null) {
            throw new ProtocolException("a desktop said something that has no meaning");
        }
    }

    @Override
    public void close() {
        orders.close();
    }
}
