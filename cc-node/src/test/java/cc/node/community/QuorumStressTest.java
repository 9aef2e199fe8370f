package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.zookeeper.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Machines come, go, die and return at random, some in the middle of what they do for their community. Whenever it is
 * quiet, all that run agree about everything, and whoever comes late is refused. {@code -Dcc.stress.seed} repeats a
 * run, {@code -Dcc.stress.seconds} makes it longer.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(900)
class QuorumStressTest {
    private static final Key RECORD = new Key("apps", "witness");
    private static final int FEWEST_MACHINES = 2;
    private static final int MOST_MACHINES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    @Test
    void whateverComesAndGoesAllAgreeWhenItIsQuiet(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("cc.stress.seed", System.nanoTime());
        System.out.println("cc.stress.seed=" + seed);
        Random random = new Random(seed);
        long end = System.nanoTime()
                + Duration.ofSeconds(Integer.getInteger("cc.stress.seconds", 10))
                        .toNanos();
        try (TestCommunity machines = new TestCommunity(folder)) {
            machines.found("m1");
            machines.registry("m1").create(RECORD, new byte[] {0});
            List<Entry> past = new ArrayList<>();
            int number = 1;
            while (System.nanoTime() < end) {
                String any = any(random, machines.running());
                int running = machines.running().size();
                switch (running < FEWEST_MACHINES ? 0 : random.nextInt(6)) {
                    case 0 -> {
                        if (running < MOST_MACHINES) {
                            machines.join("m" + ++number, any);
                        }
                    }
                    case 1 -> {
                        if (running > FEWEST_MACHINES) {
                            say("leaves: " + any);
                            machines.leave(any);
                        }
                    }
                    case 2, 3 -> {
                        String passing = "m" + ++number;
                        say("passes by: " + passing);
                        machines.join(passing, any);
                        pause(random);
                        machines.leave(passing);
                    }
                    case 4 -> {
                        say("loses its session: " + any);
                        TestCommunity.eventually(() -> {
                            Sessions.end(machines.registry(any));
                            return true;
                        });
                    }
                    default -> {
                        say("dies and returns: " + any);
                        machines.stop(any);
                        pause(random);
                        machines.start(any);
                    }
                }
                pause(random);
                if (random.nextInt(3) == 0) {
                    checkThatAllAgree(machines, past);
                }
            }
            checkThatAllAgree(machines, past);
        }
    }

    private static void checkThatAllAgree(TestCommunity machines, List<Entry> past) throws Exception {
        Set<String> running = machines.running();
        int coordinators = running.size() < 3 ? 1 : 3;
        say("quiet: " + running);
        for (String machine : running) {
            TestCommunity.eventually(() -> machines.present(machine).equals(running)
                    && machines.members(machine).equals(running)
                    && machines.coordinators(machine).size() == coordinators);
        }
        TestCommunity.eventually(() -> keepers(machines)
                .equals(machines.coordinators(running.iterator().next())));
        for (String machine : running) {
            TestCommunity.eventually(() -> change(machines.registry(machine), past));
        }
        Entry now = machines.registry(running.iterator().next()).get(RECORD).orElseThrow();
        for (String machine : running) {
            assertThat(machines.registry(machine).get(RECORD).orElseThrow().version())
                    .isEqualTo(now.version());
            for (Entry late : past.subList(0, past.size() - 1)) {
                assertThatThrownBy(() -> machines.registry(machine).update(RECORD, late.value(), late.version()))
                        .isInstanceOf(ConflictException.class);
            }
        }
        past.subList(0, past.size() - 1).clear();
    }

    /** The machines that have the authority's key on their disks. */
    private static Set<String> keepers(TestCommunity machines) {
        Set<String> keepers = new TreeSet<>(machines.running());
        keepers.removeIf(
                machine -> !machines.home(machine).authorityKey().toFile().exists());
        return keepers;
    }

    private static boolean change(Registry registry, List<Entry> past) throws Exception {
        Entry before = registry.get(RECORD).orElseThrow();
        try {
            registry.update(RECORD, new byte[] {(byte) (before.value()[0] + 1)}, before.version());
        } catch (ConflictException e) {
            // It was made, though the answer was lost.
            return false;
        }
        past.add(registry.get(RECORD).orElseThrow());
        return true;
    }

    private static String any(Random random, Set<String> machines) {
        return List.copyOf(machines).get(random.nextInt(machines.size()));
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(
                Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS)).toNanos());
    }

    private static void say(String what) {
        System.out.println("stress: " + what);
    }
}
