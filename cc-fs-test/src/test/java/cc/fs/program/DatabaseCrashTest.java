package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A database whose files a node serves is killed, or the node is, again and again at random moments: what it has called safe
 * must be there, and its books must be right. {@code -Dcc.crashes=50} repeats it as often, {@code -Dcc.seed=N} repeats a run.
 */
class DatabaseCrashTest {
    private static final int TRANSFERS = 1_000_000;
    private static final int LONGEST_MILLIS = 3000;
    private static final long PATIENCE_SECONDS = 120;
    private static final long POLL_MILLIS = 20;

    @Test
    void whatADatabaseCallsSafeOutlivesItsEndAndTheFileProxys() throws Exception {
        int crashes = Integer.getInteger("cc.crashes", 4);
        long seed = Long.getLong("cc.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path folder = WorkFolder.empty("crashes");
        try (TestNode node = new TestNode(TestUser.SELF)) {
            int safe = 10;
            ChildProgram.served(folder, node).run(DatabaseWork.class, "load", folder.toString(), String.valueOf(safe));
            for (int crash = 1; crash <= crashes; crash++) {
                safe = Math.max(safe, crash(random, node, folder));
                List<String> verdict = ChildProgram.served(folder, node)
                        .run(DatabaseWork.class, "check", folder.toString(), String.valueOf(safe));
                assertThat(verdict)
                        .as("crash %d, seed %d", crash, seed)
                        .singleElement()
                        .asString()
                        .startsWith("consistent: ")
                        .contains(" 0 wrong balances");
            }
            assertThat(safe).as("transfers that were called safe").isGreaterThan(10);
        }
    }

    /** @return how many transfers the database has called safe before it was killed */
    private static int crash(Random random, TestNode node, Path folder) throws Exception {
        Path output = Files.createTempFile("database", ".out");
        Path errors = Files.createTempFile("database", ".err");
        Process database = ChildProgram.served(folder, node)
                .start(output, errors, DatabaseWork.class, "load", folder.toString(), String.valueOf(TRANSFERS));
        try {
            awaitWork(database, output, errors);
            if (random.nextBoolean()) {
                runOn(database, random, output, errors);
                node.crash();
            }
            runOn(database, random, output, errors);
        } finally {
            database.destroyForcibly().waitFor();
        }
        try {
            return lastSafe(output);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** Returns once it has called something safe. */
    private static void awaitWork(Process database, Path output, Path errors) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (lastSafe(output) == 0) {
            if (database.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() - deadline > 0) {
                throw new AssertionError("it does no work: " + Files.readString(output) + Files.readString(errors));
            }
        }
    }

    private static void runOn(Process database, Random random, Path output, Path errors) throws Exception {
        int millis = random.nextInt(LONGEST_MILLIS);
        if (database.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it ended by itself: " + Files.readString(output) + Files.readString(errors));
        }
    }

    private static int lastSafe(Path output) throws IOException {
        String text = Files.readString(output);
        // The last line may be cut.
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith("safe "))
                .mapToInt(line -> Integer.parseInt(line.substring("safe ".length())))
                .max()
                .orElse(0);
    }
}
