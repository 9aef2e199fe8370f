package cc.node.desktop;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.DesktopOrder;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;

/** The node's end of a desktop's connection. Whoever gives an order is not held up: a thread of its own writes. */
final class DesktopLink implements AutoCloseable {
    private final FrameChannel channel;
    private final LinkedBlockingQueue<DesktopOrder> orders = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::write, "cc-desktop-orders");

    DesktopLink(FrameChannel channel) {
        this.channel = channel;
        writer.setDaemon(true);
        writer.start();
    }

    void send(DesktopOrder order) {
        orders.add(order);
    }

    /** A desktop says nothing after its greeting; what comes is its end. */
    void awaitEnd() throws IOException {
        if (channel.read(DesktopOrder.parser(), LinkLimits.MAX_HELLO_BYTES) != null) {
            throw new IOException("a desktop said something that has no meaning");
        }
    }

    @Override
    public void close() throws IOException {
        writer.interrupt();
        channel.close();
    }

    private void write() {
        try {
            while (true) {
                channel.write(orders.take());
            }
        } catch (IOException | InterruptedException e) {
            // Whoever reads finds out.
        }
    }
}
