package cc.bench;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * A program that works with files below one folder and times it. It knows nothing of where they are, so that the same program
 * is measured over each product. Arguments: a folder that {@link FileScene} has made, then rows, as {@code NAME=COUNT}; the
 * counts of sequential rows are in MB.
 */
public final class FileWork {
    static final int SMALL_BYTES = 1 << 10;
    static final long SEED = 4;
    private static final int MB = 1 << 20;
    private static final int PIECE_BYTES = 1 << 16;
    private static final int RANDOM_BYTES = 1 << 12;
    private static final double NANOS_PER_MS = 1e6;

    private final Path folder;
    private final byte[] piece = new byte[PIECE_BYTES];

    private FileWork(Path folder) {
        this.folder = folder;
        new Random(SEED).nextBytes(piece);
    }

    public static void main(String[] words) throws IOException {
        FileWork work = new FileWork(Path.of(words[0]));
        for (int i = 1; i < words.length; i++) {
            String[] row = words[i].split("=", 2);
            int count = Integer.parseInt(row[1]);
            work.dropCaches();
            long before = System.nanoTime();
            work.run(row[0], count);
            System.out.printf("row %s %.3f%n", row[0], (System.nanoTime() - before) / NANOS_PER_MS);
        }
    }

    /** What the kernel keeps of files, also of those of a mount, so that no row finds what another one has left. */
    private void dropCaches() throws IOException {
        try (OutputStream out = new FileOutputStream("/proc/sys/vm/drop_caches")) {
            out.write("3\n".getBytes());
        }
    }

    private void run(String row, int count) throws IOException {
        switch (row) {
            case "write-stream" -> writeStream(count);
            case "write-channel" -> writeChannel(count);
            case "read-stream" -> readStream(count);
            case "read-channel" -> readChannel(count);
            case "random-4k" -> randomReads(count);
            case "stat" -> stat(count);
            case "open-close" -> openClose(count);
            case "open-read-close" -> openReadClose(count);
            case "list-stat" -> listStat();
            default -> throw new IllegalArgumentException(row);
        }
    }

    private void writeStream(int mb) throws IOException {
        try (OutputStream out = new FileOutputStream(folder.resolve("written").toFile())) {
            for (long left = (long) mb * MB; left > 0; left -= piece.length) {
                out.write(piece);
            }
        }
    }

    private void writeChannel(int mb) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE_BYTES).put(piece);
        try (FileChannel out = FileChannel.open(
                folder.resolve("written"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (long left = (long) mb * MB; left > 0; left -= PIECE_BYTES) {
                buffer.clear();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
        }
    }

    private void readStream(int mb) throws IOException {
        long left = (long) mb * MB;
        try (InputStream in = new FileInputStream(folder.resolve("large").toFile())) {
            for (int got = 0; got >= 0 && left > 0; got = in.read(piece)) {
                left -= got;
            }
        }
        requireAll(left);
    }

    private void readChannel(int mb) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE_BYTES);
        long left = (long) mb * MB;
        try (FileChannel in = FileChannel.open(folder.resolve("large"))) {
            for (int got = 0; got >= 0 && left > 0; got = in.read(buffer.clear())) {
                left -= got;
            }
        }
        requireAll(left);
    }

    private static void requireAll(long left) throws IOException {
        if (left > 0) {
            throw new IOException(left + " bytes are missing");
        }
    }

    private void randomReads(int count) throws IOException {
        byte[] block = new byte[RANDOM_BYTES];
        Random random = new Random(SEED);
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("large").toFile(), "r")) {
            long blocks = file.length() / RANDOM_BYTES;
            for (int i = 0; i < count; i++) {
                file.seek((long) (random.nextDouble() * blocks) * RANDOM_BYTES);
                file.readFully(block);
            }
        }
    }

    private void stat(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (folder.resolve("stat/" + i).toFile().length() != SMALL_BYTES) {
                throw new IOException("a file is not what it was");
            }
        }
    }

    private void openClose(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            new FileInputStream(folder.resolve("open/" + i).toFile()).close();
        }
    }

    private void openReadClose(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            try (InputStream in = new FileInputStream(folder.resolve("read/" + i).toFile())) {
                if (in.readAllBytes().length != SMALL_BYTES) {
                    throw new IOException("a file is not what it was");
                }
            }
        }
    }

    private void listStat() throws IOException {
        try (var names = Files.newDirectoryStream(folder.resolve("list"))) {
            for (Path name : names) {
                if (Files.size(name) != SMALL_BYTES) {
                    throw new IOException("a file is not what it was");
                }
            }
        }
    }
}
