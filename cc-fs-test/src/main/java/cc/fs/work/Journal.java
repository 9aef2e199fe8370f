package cc.fs.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends records to a file that others may append to as well, and says which are safe.
 *
 * <p>Usage: {@code Journal FILE NAME RECORDS PAUSE_MS}. Prints {@code safe N} once record N and all before it are on the
 * disk.
 */
public final class Journal {
    private static final int RECORDS_BETWEEN_SYNCS = 5;

    private Journal() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        int records = Integer.parseInt(words[2]);
        long pauseMillis = Long.parseLong(words[3]);
        try (FileChannel journal =
                FileChannel.open(Path.of(words[0]), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 1; i <= records; i++) {
                journal.write(ByteBuffer.wrap(record(words[1], i).getBytes(StandardCharsets.US_ASCII)));
                if (i % RECORDS_BETWEEN_SYNCS == 0) {
                    journal.force(true);
                    System.out.println("safe " + i);
                }
                Thread.sleep(pauseMillis);
            }
        }
        System.out.println("all written");
    }

    /** Of a length that differs from one to the next. */
    private static String record(String name, int number) {
        return "[" + name + " " + number + " " + "x".repeat(number % 50) + "]\n";
    }
}
