package cc.protocol.link;

import cc.protocol.command.ProtocolException;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages on a blocking connection, each preceded by its length (four bytes, big-endian). One thread may read while
 * others write; writers take turns. Closing it from any thread ends both.
 */
public final class FrameChannel implements Closeable {
    private static final int HEADER_BYTES = 4;

    /** What the peer announces is taken in steps, so that memory follows bytes that came. */
    private static final int FIRST_STEP_BYTES = 1 << 16;

    /** What one write hands to the system: the JDK keeps a copy of that size for each thread. */
    private static final int WRITE_STEP_BYTES = 1 << 16;

    /** A buffer larger than this is not kept for the next message. */
    private static final int MAX_KEPT_BYTES = 1 << 20;

    /** What one read asks of the system: the JDK keeps a copy of that size for each thread. */
    private static final int READ_STEP_BYTES = 1 << 16;

    private final Source source;
    private final Sink sink;
    private final Closeable connection;
    private final byte[] received = new byte[1 << 13];
    private int receivedFrom;
    private int receivedTo;
    private final Object writing = new Object();
    private byte[] outgoing = new byte[1 << 10];

    /** Where bytes come from. */
    private interface Source {
        /** @return how many; -1: no more come */
        int read(byte[] bytes, int from, int count) throws IOException;
    }

    /** Where bytes go to. */
    private interface Sink {
        void write(byte[] bytes, int from, int count) throws IOException;

        /** After each piece. */
        default void flush() throws IOException {}
    }

    /** @param channel a blocking channel; closed with this one */
    public FrameChannel(ByteChannel channel) {
        source = (bytes, from, count) -> channel.read(ByteBuffer.wrap(bytes, from, Math.min(count, READ_STEP_BYTES)));
        sink = (bytes, from, count) -> send(channel, ByteBuffer.wrap(bytes, from, count));
        connection = channel;
    }

    /** @param out flushed after each piece that is written; closed with this channel, as {@code in} is */
    public FrameChannel(InputStream in, OutputStream out) {
        source = in::read;
        sink = new Sink() {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
        connection = () -> {
            try (in;
                    out) {
                // Both, even if one of them fails.
            }
        };
    }

    /**
     * Waits for the next message.
     *
     * @return the message, or null when the peer has ended the connection between two messages
     * @throws ProtocolException when it is longer than {@code maxBytes} or not a message of this type
     * @throws EOFException when the connection ended within a message
     */
    public <T extends MessageLite> @Nullable T read(Parser<T> parser, int maxBytes) throws IOException {
        byte[] bytes = read(maxBytes);
        if (bytes == null) {
            return null;
        }
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        // Nobody else has the array, so that byte fields may refer to it.
        in.enableAliasing(true);
        try {
            T message = parser.parseFrom(in);
            in.checkLastTagWas(0);
            return message;
        } catch (InvalidProtocolBufferException e) {
            ProtocolException malformed = new ProtocolException("a message is malformed: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    /** Waits for the next message's bytes; null when the peer has ended the connection between two messages. */
    public byte @Nullable [] read(int maxBytes) throws IOException {
        byte[] header = new byte[HEADER_BYTES];
        int got = fill(header, 0);
        if (got == 0) {
            return null;
        }
        requireAll(got, HEADER_BYTES);
        int length = ByteBuffer.wrap(header).getInt();
        if (length < 0 || length > maxBytes) {
            throw new ProtocolException(
                    "a message of " + Integer.toUnsignedString(length) + " bytes, more than " + maxBytes);
        }
        byte[] bytes = new byte[Math.min(length, FIRST_STEP_BYTES)];
        got = fill(bytes, 0);
        while (got == bytes.length && got < length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(length, bytes.length * 4L));
            got = fill(bytes, got);
        }
        requireAll(got, length);
        return bytes;
    }

    /** Sends a message; returns when the system has taken all of it. */
    public void write(MessageLite message) throws IOException {
        write(List.of(message));
    }

    /** Sends messages, in order and as one piece; returns when the system has taken all of it. */
    public void write(List<? extends MessageLite> messages) throws IOException {
        synchronized (writing) {
            for (MessageLite message : messages) {
                add(message);
            }
            sink.flush();
        }
    }

    /** Sends a message that somebody else has made; returns when the system has taken all of it. */
    public void write(byte[] message) throws IOException {
        synchronized (writing) {
            reserve(message.length + HEADER_BYTES);
            ByteBuffer.wrap(outgoing).putInt(message.length).put(message);
            sink.write(outgoing, 0, message.length + HEADER_BYTES);
            shrink();
            sink.flush();
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private void add(MessageLite message) throws IOException {
        int length = message.getSerializedSize();
        int total = Math.addExact(length, HEADER_BYTES);
        reserve(total);
        ByteBuffer.wrap(outgoing).putInt(length);
        CodedOutputStream out = CodedOutputStream.newInstance(outgoing, HEADER_BYTES, length);
        message.writeTo(out);
        out.flush();
        sink.write(outgoing, 0, total);
        shrink();
    }

    private void reserve(int total) {
        if (outgoing.length < total) {
            outgoing = new byte[Math.max(total, Math.min(outgoing.length * 2, MAX_KEPT_BYTES))];
        }
    }

    private void shrink() {
        if (outgoing.length > MAX_KEPT_BYTES) {
            outgoing = new byte[1 << 10];
        }
    }

    private static void send(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
        int end = buffer.limit();
        while (buffer.position() < end) {
            buffer.limit(Math.min(end, buffer.position() + WRITE_STEP_BYTES));
            channel.write(buffer);
        }
    }

    /** Fills the array from an index as far as the connection goes; returns where it stopped. */
    private int fill(byte[] bytes, int from) throws IOException {
        int at = from;
        while (at < bytes.length) {
            int wanted = bytes.length - at;
            int count;
            if (receivedFrom < receivedTo) {
                count = Math.min(receivedTo - receivedFrom, wanted);
                System.arraycopy(received, receivedFrom, bytes, at, count);
                receivedFrom += count;
            } else if (wanted >= received.length) {
                count = source.read(bytes, at, wanted);
            } else {
                receivedFrom = 0;
                receivedTo = Math.max(0, source.read(received, 0, received.length));
                count = receivedTo == 0 ? -1 : 0;
            }
            if (count < 0) {
                break;
            }
            at += count;
        }
        return at;
    }

    private static void requireAll(int got, int expected) throws EOFException {
        if (got < expected) {
            throw new EOFException("the connection ended within a message: " + got + " of " + expected + " bytes");
        }
    }
}
