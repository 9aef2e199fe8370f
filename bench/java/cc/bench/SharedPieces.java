package cc.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Pieces that several viewers are sent as the same bytes, inflated and read for the first of them only. Such pieces refer
 * to nothing before them.
 */
final class SharedPieces {
    private static final int KEPT = 512;

    private record Known(byte[] piece, PieceReader.Frames frames) {}

    private final Map<Long, Known> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > KEPT;
        }
    };

    PieceReader.Frames read(byte[] piece) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.wrap(piece));
        Known before = known.get(crc.getValue());
        if (before != null && Arrays.equals(before.piece, piece)) {
            return before.frames;
        }
        try (PieceReader alone = new PieceReader()) {
            PieceReader.Frames frames = alone.read(piece);
            known.put(crc.getValue(), new Known(piece, frames));
            return frames;
        }
    }
}
