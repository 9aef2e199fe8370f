package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MachineTableTest {
    private static final int TERMINAL_COLUMNS = 100;
    private static final long GB = 1L << 30;

    @Test
    void saysWhatAMachineOffersAndSinceWhen() {
        assertThat(lines(machine("m1").setHere(true).build()))
                .containsExactly(
                        "NAME  ADDRESS         CPU     MEMORY  SCREENS      INPUTS              UP  JAVA",
                        "m1 *  10.77.0.1:7447   7%  6.0/24 GB  desktop,web  desktop,commands  2h0m  8,17,25");
    }

    @Test
    void aMachineThatIsAwayOffersNothing() {
        MachineEntry away = MachineEntry.newBuilder()
                .setName("m2")
                .setAddress("10.77.0.2:7447")
                .build();

        assertThat(lines(away).get(1).split(" +")).containsExactly("m2", "10.77.0.2:7447", "-", "away", "-", "-", "-");
    }

    @Test
    void usualNamesFitATerminal() {
        assertThat(lines(
                        machine("harbour-office").setHere(true).build(),
                        machine("m2").setAddress("192.168.178.112:7447").build()))
                .allMatch(line -> line.length() <= TERMINAL_COLUMNS);
    }

    private static MachineEntry.Builder machine(String name) {
        return MachineEntry.newBuilder()
                .setName(name)
                .setAddress("10.77.0.1:7447")
                .setStatus(MachineStatus.newBuilder()
                        .setProcessorLoad(0.07)
                        .setMemoryBytes(24 * GB)
                        .setMemoryAvailableBytes(18 * GB)
                        .setSinceEpochMillis(
                                Instant.now().minus(Duration.ofHours(2)).toEpochMilli())
                        .addAllScreens(List.of("desktop", "web"))
                        .addAllInputs(List.of("desktop", "commands"))
                        .addAllRuntimes(List.of("1.8.0_412", "17.0.13+11-Debian-2deb12u1", "17.0.9", "25-ea+3")));
    }

    private static List<String> lines(MachineEntry... machines) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        MachineTable.of(List.of(machines)).print(out);
        return text.toString().lines().toList();
    }
}
