package cc.fs.work;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Maps and reads a file that somebody else makes shorter meanwhile.
 *
 * <p>Usage: {@code Shortened FILE SIGN}. Waits until there is a file of the name SIGN, and then changes the first and the last
 * byte of the memory.
 */
public final class Shortened {
    private static final long PAUSE_MS = 50;

    private Shortened() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(words[0], "rw");
                FileChannel channel = file.getChannel()) {
            int bytes = (int) channel.size();
            MappedByteBuffer memory = channel.map(MapMode.READ_WRITE, 0, bytes);
            System.out.println("mapped " + memory.get(bytes - 1));
            while (!Files.exists(Path.of(words[1]))) {
                Thread.sleep(PAUSE_MS);
            }
            memory.put(0, (byte) 'M');
            memory.put(bytes - 1, (byte) 'M');
            memory.force();
            int read = channel.read(ByteBuffer.allocate(1), bytes - 1);
            System.out.println("size " + channel.size() + ", read " + read);
        }
    }
}
