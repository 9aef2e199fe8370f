package cc.fs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import cc.fs.mount.CachePolicy;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done to a remote file, whatever happens to the connection and to the proxy: it is what a local file would be. */
class RemoteModelTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int STEPS = 400;
    private static final int FILE_BYTES = 1 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "CLOSE_TO_OPEN, false, false",
        "CLOSE_TO_OPEN, true, false",
        "CLOSE_TO_OPEN, true, true",
        "NONE, false, false",
        "NONE, true, true"
    })
    void isWhatALocalFileWouldBe(CachePolicy policy, boolean breaks, boolean restarts) throws IOException {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        Random fate = new Random(SEED + 1);
        Path remote = folder.toRealPath().resolve("remote");
        try (TestMachine machine = new TestMachine();
                RandomAccessFile model =
                        new RandomAccessFile(folder.resolve("model").toFile(), "rw")) {
            machine.budgets = () -> breaks ? 1L << (9 + fate.nextInt(16)) : Long.MAX_VALUE;
            machine.restarts = () -> restarts && fate.nextInt(3) == 0;
            FileService files = machine.files(policy);
            int flags = OpenFlags.READ | OpenFlags.WRITE;
            OpenFile file = files.open(remote.toString(), flags | OpenFlags.CREATE_NEW, 0666);
            OpenFile other = files.open(remote.toString(), OpenFlags.READ, 0);
            OpenFile log = files.open(remote.toString(), OpenFlags.APPEND, 0);
            long sequence = 0;
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> {
                        byte[] bytes = bytes(random, 300_000);
                        long at = random.nextInt(FILE_BYTES);
                        file.write(at, bytes, 0, bytes.length);
                        model.seek(at);
                        model.write(bytes);
                    }
                    case 3 -> {
                        for (int i = 0; i < 50; i++) {
                            byte[] bytes = bytes(random, 100);
                            file.write(sequence, bytes, 0, bytes.length);
                            model.seek(sequence);
                            model.write(bytes);
                            sequence += bytes.length;
                        }
                    }
                    case 4 -> {
                        byte[] bytes = bytes(random, 10_000);
                        model.seek(model.length());
                        model.write(bytes);
                        assertThat(log.append(bytes, 0, bytes.length))
                                .as("end of append, seed %s, step %s", SEED, step)
                                .isEqualTo(model.length());
                    }
                    case 5 -> {
                        long size = random.nextInt(FILE_BYTES);
                        file.setSize(size);
                        model.setLength(size);
                    }
                    case 6 -> file.force(true);
                    case 7 -> {
                        file.close();
                        assertThat(Files.readAllBytes(remote))
                                .as("closed, seed %s, step %s", SEED, step)
                                .isEqualTo(Files.readAllBytes(folder.resolve("model")));
                        file = files.open(remote.toString(), flags, 0);
                    }
                    case 8 ->
                        assertThat(files.attributes(remote.toString(), true).sizeBytes())
                                .as("size, seed %s, step %s", SEED, step)
                                .isEqualTo(model.length());
                    default -> compare(random.nextBoolean() ? file : other, model, random, step);
                }
            }
            file.close();
            other.close();
            log.close();
            assertThat(Files.readAllBytes(remote)).isEqualTo(Files.readAllBytes(folder.resolve("model")));
        }
    }

    /** A few reads, one after the other, from somewhere. */
    private static void compare(OpenFile file, RandomAccessFile model, Random random, int step) throws IOException {
        long at = random.nextInt(FILE_BYTES);
        int most = 1 + random.nextInt(random.nextInt(3) == 0 ? 200_000 : 200);
        for (int i = 0; i < 20; i++) {
            byte[] got = new byte[most];
            int count = file.read(at, got, 0, most);
            byte[] expected = new byte[most];
            model.seek(at);
            int there = model.read(expected);
            assertThat(count)
                    .as("count, seed %s, step %s, at %s", SEED, step, at)
                    .isBetween(there < 0 ? -1 : 1, there);
            if (count < 0) {
                return;
            }
            assertThat(Arrays.mismatch(got, 0, count, expected, 0, count))
                    .as("bytes, seed %s, step %s, at %s", SEED, step, at)
                    .isEqualTo(-1);
            at += count;
        }
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[1 + random.nextInt(random.nextBoolean() ? most : Math.min(most, 5000))];
        random.nextBytes(bytes);
        return bytes;
    }
}
