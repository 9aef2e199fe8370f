package cc.node.peer;

import cc.protocol.command.ProtocolException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads what a {@link DeflatedOutput} wrote: whatever has come can be read, without waiting for more. One thread reads;
 * another may close it meanwhile.
 */
final class InflatedInput extends InputStream {
    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final byte[] compressed = new byte[8 << 10];
    private boolean closed;

    InflatedInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        while (true) {
            int got = inflate(bytes, from, count);
            if (got > 0) {
                return got;
            }
            int more = in.read(compressed, 0, compressed.length);
            if (more < 0) {
                return -1;
            }
            give(more);
        }
    }

    private synchronized int inflate(byte[] bytes, int from, int count) throws IOException {
        requireOpen();
        try {
            int got = inflater.inflate(bytes, from, count);
            if (got == 0 && (inflater.finished() || inflater.needsDictionary())) {
                throw new ProtocolException("the compressed stream ended or asks for a dictionary");
            }
            return got;
        } catch (DataFormatException e) {
            ProtocolException malformed = new ProtocolException("not a compressed stream: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    private synchronized void give(int count) throws IOException {
        requireOpen();
        inflater.setInput(compressed, 0, count);
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the input was closed");
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            inflater.end();
        }
        in.close();
    }
}
