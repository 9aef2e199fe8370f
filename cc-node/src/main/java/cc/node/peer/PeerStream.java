package cc.node.peer;

import cc.node.trust.NodeName;
import cc.protocol.link.FrameChannel;
import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * One conversation with another node: bytes both ways, each way at the reader's pace. One thread may read while another
 * writes. To close the output tells the other end that no more comes; to close the stream without that breaks it off.
 */
public final class PeerStream implements Closeable {
    private final StreamPipe pipe;
    private Runnable afterClose = () -> {};

    PeerStream(StreamPipe pipe) {
        this.pipe = pipe;
    }

    /** The node at the other end, as its certificate says; empty if it has none, as a machine that wants to join. */
    public Optional<NodeName> peer() {
        return pipe.peer();
    }

    public InputStream input() {
        return pipe.input();
    }

    /** What is written goes out at once: whoever writes in small pieces buffers them. */
    public OutputStream output() {
        return pipe.output();
    }

    /** The stream as a sequence of messages. */
    public FrameChannel messages() {
        return new FrameChannel(input(), output());
    }

    /**
     * The stream as a sequence of messages, each piece compressed in the context of all before it, each way. The other
     * end has to do the same, from the first byte on. To close the channel closes this stream, after what was written.
     */
    public FrameChannel compressedMessages() {
        return new FrameChannel(new InflatedInput(input()), new DeflatedOutput(output(), this));
    }

    /** Tells the other end, in words for people, why this stream is not served, and ends it. */
    public void refuse(String reason) {
        pipe.refuse(reason);
    }

    /** To be called once, before the stream is given away. */
    void onClose(Runnable then) {
        afterClose = then;
    }

    @Override
    public void close() {
        pipe.close();
        afterClose.run();
    }
}
