package cc.node.peer;

import cc.protocol.link.SyncDeflater;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Compresses what is written into pieces of one raw deflate stream: a piece ends with each flush, and from it the other
 * end has all that was written before. One thread writes; another may close it meanwhile.
 */
final class DeflatedOutput extends OutputStream {
    private final OutputStream out;
    private final Closeable stream;
    private final SyncDeflater deflater = new SyncDeflater();
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream();
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
        if (plain.size() >= SyncDeflater.HEAVY_BYTES) {
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
        return deflater.deflate(bytes);
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            deflater.close();
        }
        try {
            out.close();
        } finally {
            stream.close();
        }
    }
}
