package cc.fs.provider;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was fetched lately, in blocks; those that nobody has used for the longest time go first. Thread-safe. */
final class WebBlocks {
    static final int BLOCK_BYTES = 256 << 10;
    static final long MAX_BYTES = 64L << 20;

    private final LinkedHashMap<Key, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param version of the file: another one has other blocks */
    private record Key(String path, String version, long index) {}

    synchronized byte @Nullable [] get(String path, String version, long index) {
        return blocks.get(new Key(path, version, index));
    }

    /** @param block shorter than others only at the file's end */
    synchronized void put(String path, String version, long index, byte[] block) {
        byte[] old = blocks.put(new Key(path, version, index), block);
        bytes += block.length - (old == null ? 0 : old.length);
        Iterator<Map.Entry<Key, byte[]>> eldest = blocks.entrySet().iterator();
        while (bytes > MAX_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }
}
