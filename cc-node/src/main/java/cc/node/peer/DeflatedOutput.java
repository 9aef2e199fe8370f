package cc.node.peer;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/**
 * Compresses what is written into pieces of one raw deflate stream: a piece ends with each flush, and from it the other
 * end has all that was written before. One thread writes; another may close it meanwhile.
 */
final class DeflatedOutput extends OutputStream {
    private static final int LEVEL = 6;
    private static final int STEP_BYTES = 8 << 10;

    /** So much without a flush is mostly pixels, which good compression would only slow down. */
    private static final int HEAVY_BYTES = 64 << 10;

    private final OutputStream out;
    private final Closeable stream;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final byte[] step = new byte[STEP_BYTES];
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
    private int level = LEVEL;
    private boolean closed;

    /** @param stream closed after {@code out} has ended */
    DeflatedOutput(OutputStream out, Closeable stream) {
        this.out = out;
        this.stream = stream;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        plain.write(bytes, from, count);
        if (plain.size() >= HEAVY_BYTES) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        if (plain.size() > 0) {
            byte[] piece = deflate(plain.toByteArray());
            plain.reset();
            out.write(piece);
        }
    }

    private synchronized byte[] deflate(byte[] bytes) throws IOException {
        if (closed) {
            throw new IOException("the output was closed");
        }
        ByteArrayOutputStream piece = new ByteArrayOutputStream(Math.max(64, bytes.length / 2));
        useLevel(bytes.length < HEAVY_BYTES ? LEVEL : Deflater.BEST_SPEED, piece);
        deflater.setInput(bytes);
        drain(piece);
        return piece.toByteArray();
    }

    /** The call after a change of level changes the level instead of flushing, so it is made without input. */
    private void useLevel(int newLevel, ByteArrayOutputStream piece) {
        if (newLevel != level) {
            level = newLevel;
            deflater.setLevel(newLevel);
            drain(piece);
        }
    }

    private void drain(ByteArrayOutputStream piece) {
        int count;
        do {
            count = deflater.deflate(step, 0, step.length, Deflater.SYNC_FLUSH);
            piece.write(step, 0, count);
        } while (count == step.length);
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            deflater.end();
        }
        try {
            out.close();
        } finally {
            stream.close();
        }
    }
}
