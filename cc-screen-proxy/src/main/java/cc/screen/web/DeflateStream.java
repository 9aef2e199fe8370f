package cc.screen.web;

import cc.protocol.link.SyncDeflater;
import cc.protocol.message.ToScreen;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Messages as pieces of one raw deflate stream. The context lives as long as the connection, so that what is said again
 * costs next to nothing. Used by one thread at a time.
 */
final class DeflateStream implements AutoCloseable {
    private final SyncDeflater deflater = new SyncDeflater();

    /** A piece that refers to nothing before, so that it can be part of any stream and follow anything. */
    static byte[] alone(List<ToScreen> messages) {
        try (DeflateStream stream = new DeflateStream()) {
            return stream.deflate(messages);
        }
    }

    /** The next piece of the stream; with it a receiver can inflate all of these messages. */
    byte[] deflate(List<ToScreen> messages) {
        return deflater.deflate(plain(messages));
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
        deflater.close();
    }
}
