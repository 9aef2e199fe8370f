package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import cc.fs.battery.Battery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs the battery of file operations plainly and with served files, and compares all it says and all it leaves behind. */
class BatteryTest {
    private static final int LEAST_GROUPS = 70;

    /** What is told otherwise of files of another machine, by the beginnings of lines. */
    private static final List<String> TOLD_OTHERWISE = List.of(
            // The system says it of the copy that is loaded here.
            "load.native no library: ",
            "load.native empty: ",
            // The system's files are this machine's, the folder's another's.
            "denied.foreign hard link of the system's: ",
            // The JDK's own loop tells it, and not the kernel's sendfile, which older ones use for files of this
            // machine.
            "transfer.to-socket after shutting down: ",
            // A directory is known by its path: what was moved is not found again, and nothing is done then.
            "directory.secure-stream-moved ");

    private static Path plainFolder = Path.of("");
    private static List<String> plainLines = List.of();

    @BeforeAll
    static void runPlainly() throws Exception {
        plainFolder = WorkFolder.empty("plain");
        plainLines = battery(ChildProgram.plain(plainFolder));
    }

    private static List<String> battery(ChildProgram program, String... groups) throws Exception {
        List<String> words = new ArrayList<>(List.of(program.folder().toString()));
        words.addAll(List.of(groups));
        return program.run(Battery.class, words.toArray(String[]::new));
    }

    @Test
    void everyGroupRunsToItsEnd() {
        assertThat(Outcomes.of(plainLines).byGroup()).hasSizeGreaterThan(LEAST_GROUPS);
        assertThat(plainLines.stream().filter(line -> line.contains(" breaks off: ") || line.contains(" hangs at ")))
                .isEmpty();
        assertThat(plainLines).last().isEqualTo("battery ended");
    }

    @Test
    void servedFilesDoAndLeaveWhatThoseOfThisMachineDo() throws Exception {
        Path folder = WorkFolder.empty("served");
        try (TestNode node = new TestNode(TestUser.SELF)) {
            List<String> lines = battery(ChildProgram.served(folder, node));
            assertThat(comparable(plainLines).differences(comparable(lines))).isEmpty();
        }
        assertThat(left(folder)).isEqualTo(left(plainFolder));
    }

    private static Outcomes comparable(List<String> lines) {
        return Outcomes.of(lines.stream()
                .filter(line -> TOLD_OTHERWISE.stream().noneMatch(line::startsWith))
                .toList());
    }

    private static List<String> left(Path folder) throws IOException {
        return WorkFolder.contents(folder).stream()
                .filter(line -> TOLD_OTHERWISE.stream().noneMatch(told -> line.startsWith(told.strip() + "/")))
                .toList();
    }

    @Test
    void filesMarkedForTheProgramsEndAreGoneThen() {
        assertThat(plainFolder.resolve("file.delete-on-exit/kept")).exists();
        assertThat(plainFolder.resolve("file.delete-on-exit/gone")).doesNotExist();
    }

    /** Root may do everything, so that the groups on missing rights need another user. */
    @Test
    void whoMayNotDoEverythingIsRefusedTheSame() throws Exception {
        Path plain = WorkFolder.empty("denied");
        Path served = WorkFolder.empty("denied-served");
        TestUser.ORDINARY.own(plain);
        TestUser.ORDINARY.own(served);
        String[] groups = {"denied.files", "denied.directories", "denied.attributes", "denied.foreign"};
        List<String> lines = battery(new ChildProgram(TestUser.ORDINARY, plain, null), groups);
        assertThat(lines).anyMatch(line -> line.contains("Permission denied"));
        assertThat(lines.stream().filter(line -> line.contains("skipped"))).isEmpty();
        try (TestNode node = new TestNode(TestUser.ORDINARY)) {
            List<String> others = battery(new ChildProgram(TestUser.ORDINARY, served, node), groups);
            assertThat(comparable(lines).differences(comparable(others))).isEmpty();
        }
    }
}
