package cc.protocol.link;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/**
 * Compresses pieces of one raw deflate stream (RFC 1951), each of which ends with a flush: with a piece, the other end has
 * all that was compressed until then. The context lives as long as the stream, so that what is said again costs next to
 * nothing. Used by one thread at a time.
 */
public final class SyncDeflater implements AutoCloseable {
    /** What a deflater of the JDK takes beyond the Java heap, in bytes: window, hash chains, pending output. */
    public static final int NATIVE_BYTES = 268 << 10;

    /** Pieces from this size on are mostly pixels, which good compression would only slow down. */
    public static final int HEAVY_BYTES = 64 << 10;

    private static final int LEVEL = 6;
    private static final int STEP_BYTES = 8 << 10;
    private static final int SMALLEST_GUESS_BYTES = 64;

    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] step = new byte[STEP_BYTES];
    private int level = LEVEL;

    /** The next piece of the stream. */
    public byte[] deflate(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(SMALLEST_GUESS_BYTES, plain.length / 2));
        useLevel(plain.length < HEAVY_BYTES ? LEVEL : Deflater.BEST_SPEED, out);
        deflater.setInput(plain);
        flush(out);
        return out.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
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
}
