package cc.bench;

import cc.protocol.message.ToScreen;
import com.google.protobuf.CodedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates and parses the pieces of one viewer's stream. */
final class PieceReader implements AutoCloseable {
    /** The frames of a piece: how many, and the last one's number. */
    record Frames(int count, int lastSequence) {}

    private final Inflater inflater = new Inflater(true);
    private final byte[] step = new byte[64 << 10];

    Frames read(byte[] piece) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(piece.length * 4);
        inflater.setInput(piece);
        try {
            for (int count; (count = inflater.inflate(step)) > 0; ) {
                plain.write(step, 0, count);
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
        CodedInputStream in = CodedInputStream.newInstance(plain.toByteArray());
        int frames = 0;
        int sequence = 0;
        while (!in.isAtEnd()) {
            ToScreen message = ToScreen.parseFrom(in.readByteBuffer());
            if (message.hasFrame()) {
                frames++;
                sequence = message.getFrame().getSequence();
            } else if (message.hasGoodbye()) {
                System.out.println("goodbye: " + message.getGoodbye().getText());
            }
        }
        return new Frames(frames, sequence);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
