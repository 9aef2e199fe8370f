package cc.screen.web;

import cc.protocol.message.ToScreen;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Messages as pieces of one raw deflate stream. The context lives as long as the connection, so that what is said again
 * costs next to nothing. Used by one thread at a time.
 */
final class DeflateStream implements AutoCloseable {
    /** What a deflater of the JDK takes beyond the Java heap: window, hash chains, pending output. */
    static final int NATIVE_BYTES = 268 << 10;

    private static final int LEVEL = 6;
    /** Messages from this size on are mostly pixels, which good compression would only slow down. */
    private static final int HEAVY_BYTES = 64 << 10;

    private static final int STEP_BYTES = 8 << 10;

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] step = new byte[STEP_BYTES];
    private int level = LEVEL;

    /** A piece that refers to nothing before, so that it can be part of any stream and follow anything. */
    static byte[] alone(List<ToScreen> messages) {
        try (DeflateStream stream = new DeflateStream()) {
            return stream.deflate(messages);
        }
    }

    /** The next piece of the stream; with it a receiver can inflate all of these messages. */
    byte[] deflate(List<ToScreen> messages) {
        byte[] plain = plain(messages);
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, plain.length / 2));
        useLevel(plain.length < HEAVY_BYTES ? LEVEL : Deflater.BEST_SPEED, out);
        deflater.setInput(plain);
        flush(out);
        return out.toByteArray();
    }

    /** The call after a change of level changes the level instead of flushing, so it is made without input. */
    private void useLevel(int newLevel, ByteArrayOutputStream out) {
        if (newLevel != level) {
            level = newLevel;
            deflater.setLevel(newLevel);
            flush(out);
        }
    }

    private void flush(ByteArrayOutputStream out) {
        int count;
        do {
            count = deflater.deflate(step, 0, step.length, Deflater.SYNC_FLUSH);
            out.write(step, 0, count);
        } while (count == step.length);
    }

    private static byte[] plain(List<ToScreen> messages) {
        int size = messages.stream()
                .mapToInt(message -> CodedOutputStream.computeMessageSizeNoTag(message))
                .sum();
        byte[] plain = new byte[size];
        CodedOutputStream out = CodedOutputStream.newInstance(plain);
        try {
            for (ToScreen message : messages) {
                out.writeMessageNoTag(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return plain;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
