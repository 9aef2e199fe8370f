package cc.fs.work;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;

/**
 * Adds to a number in a file that others add to as well, each time under a lock.
 *
 * <p>Usage: {@code Counter FILE TIMES}.
 */
public final class Counter {
    private Counter() {}

    public static void main(String[] words) throws IOException {
        int times = Integer.parseInt(words[1]);
        try (RandomAccessFile file = new RandomAccessFile(words[0], "rw")) {
            for (int i = 0; i < times; i++) {
                try (FileLock lock = file.getChannel().lock()) {
                    file.seek(0);
                    String before = file.readLine();
                    int number = before == null ? 0 : Integer.parseInt(before);
                    file.seek(0);
                    file.writeBytes((number + 1) + "\n");
                    file.getChannel().force(lock.isShared());
                }
            }
        }
        System.out.println("counted");
    }
}
