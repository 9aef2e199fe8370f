package cc.bench;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;

/** CPU time of operations on files of this machine, in this thread: prints the median of several batches in ns. Argument: a folder. */
public final class LocalFiles {
    private static final int BLOCK_BYTES = 1 << 12;
    private static final int BLOCKS = 1 << 12;
    private static final int SMALL_FILES = 1_000;
    private static final int BATCHES = 11;
    private static final long WARM_UP_NANOS = 400_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Path large;
    private final Path many;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer direct = ByteBuffer.allocateDirect(BLOCK_BYTES);

    private LocalFiles(Path folder) throws IOException {
        large = folder.resolve("local-large");
        many = Files.createDirectories(folder.resolve("local-many"));
        Files.write(large, new byte[BLOCKS * BLOCK_BYTES]);
        for (int i = 0; i < SMALL_FILES; i++) {
            Files.write(many.resolve(Integer.toString(i)), block);
        }
    }

    /** Some operations. */
    private interface Batch {
        /** @return how many */
        int run() throws IOException;
    }

    public static void main(String[] words) throws IOException {
        LocalFiles files = new LocalFiles(Path.of(words[0]));
        measure("stream-read-4k", files::readStream);
        measure("stream-write-4k", files::writeStream);
        measure("channel-read-4k", files::readChannel);
        measure("channel-write-4k", files::writeChannel);
        measure("random-read-4k", files::readRandom);
        measure("stat", files::stat);
        measure("open-close", files::openClose);
    }

    private static void measure(String row, Batch batch) throws IOException {
        long end = System.nanoTime() + WARM_UP_NANOS;
        while (System.nanoTime() < end) {
            batch.run();
        }
        double[] nanos = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            int count = batch.run();
            nanos[i] = (double) (THREADS.getCurrentThreadCpuTime() - before) / count;
        }
        Arrays.sort(nanos);
        System.out.printf("row %s %.1f%n", row, nanos[BATCHES / 2]);
    }

    private int readStream() throws IOException {
        try (FileInputStream in = new FileInputStream(large.toFile())) {
            int count = 0;
            while (in.read(block) > 0) {
                count++;
            }
            return count;
        }
    }

    private int writeStream() throws IOException {
        try (FileOutputStream out = new FileOutputStream(large.toFile())) {
            for (int i = 0; i < BLOCKS; i++) {
                out.write(block);
            }
        }
        return BLOCKS;
    }

    private int readChannel() throws IOException {
        try (FileChannel in = FileChannel.open(large)) {
            int count = 0;
            while (in.read(direct.clear()) > 0) {
                count++;
            }
            return count;
        }
    }

    private int writeChannel() throws IOException {
        try (FileChannel out = FileChannel.open(large, StandardOpenOption.WRITE)) {
            for (int i = 0; i < BLOCKS; i++) {
                out.write(direct.clear());
            }
        }
        return BLOCKS;
    }

    private int readRandom() throws IOException {
        Random random = new Random(FileWork.SEED);
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "r")) {
            for (int i = 0; i < BLOCKS; i++) {
                file.seek((long) random.nextInt(BLOCKS) * BLOCK_BYTES);
                file.readFully(block);
            }
        }
        return BLOCKS;
    }

    private int stat() throws IOException {
        for (int i = 0; i < SMALL_FILES; i++) {
            if (many.resolve(Integer.toString(i)).toFile().length() != BLOCK_BYTES) {
                throw new IOException("a file is not what it was");
            }
        }
        return SMALL_FILES;
    }

    private int openClose() throws IOException {
        for (int i = 0; i < SMALL_FILES; i++) {
            new FileInputStream(many.resolve(Integer.toString(i)).toFile()).close();
        }
        return SMALL_FILES;
    }
}
