package cc.agent.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks in every JDK of this machine for ways past the hook table of files. {@code known.txt} has those that are
 * accepted, and why; a new one means that a JDK has changed, or that a hook is gone.
 */
class FileGapsTest {
    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final Map<Path, JavaBase> BASES = new HashMap<>();
    private static final Map<Path, Map<String, Set<String>>> FOUND = new HashMap<>();
    private static FileNatives natives;
    private static KnownGaps known;

    static Set<Path> jdks() throws IOException {
        Set<Path> homes =
                new TreeSet<>(Set.of(Path.of(System.getProperty("java.home")).toRealPath()));
        if (Files.isDirectory(JDKS)) {
            try (Stream<Path> installed = Files.list(JDKS)) {
                for (Path home : installed.toList()) {
                    if (Files.exists(home.resolve("lib/modules")) && Files.exists(home.resolve("lib/jrt-fs.jar"))) {
                        homes.add(home.toRealPath());
                    }
                }
            }
        }
        return homes;
    }

    @BeforeAll
    static void readJdks() throws IOException {
        natives = new FileNatives(lines("natives.txt"));
        known = KnownGaps.of(lines("known.txt"));
        for (Path home : jdks()) {
            JavaBase base = JavaBase.of(home);
            BASES.put(home, base);
            FOUND.put(home, find(base, HookedMethods.of(base)));
        }
    }

    @AfterAll
    static void forgetJdks() {
        BASES.clear();
        FOUND.clear();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everyWayToAFilePassesAHookOrIsKnown(Path javaHome) {
        assertThat(natives.unknown(Objects.requireNonNull(BASES.get(javaHome))))
                .as("classes of %s with natives that natives.txt does not have as file or other", javaHome)
                .isEmpty();
        assertThat(known.without(Objects.requireNonNull(FOUND.get(javaHome))))
                .as("ways to files of %s past all hooks: hook them, or say in known.txt why not", javaHome)
                .isEmpty();
    }

    @Test
    void whatIsKnownIsStillThere() {
        assumeTrue(BASES.size() > 1, "one JDK alone does not have all of them");
        Set<String> gone = known.ways();
        FOUND.values().forEach(found -> gone.removeAll(found.keySet()));
        assertThat(gone).as("entries of known.txt that no JDK here needs").isEmpty();
    }

    /** What the checker is for: without a hook its method's way shows. */
    @ParameterizedTest
    @MethodSource("jdks")
    void aHookThatIsMissingShows(Path javaHome) {
        JavaBase base = Objects.requireNonNull(BASES.get(javaHome));
        Map<String, String> endsOfMissing = Map.of(
                "java.io.RandomAccessFile.writeBytes(String)", "RandomAccessFile.writeBytes",
                "java.io.FileInputStream.open(String)", "FileInputStream.open0",
                "sun.nio.fs.UnixPath.toRealPath(LinkOption[])", "UnixNativeDispatcher.realpath0",
                "sun.nio.fs.UnixFileSystemProvider.createDirectory(Path,FileAttribute[])",
                        "UnixNativeDispatcher.mkdir0");
        Set<MethodId> fewer = new HashSet<>(HookedMethods.of(base));
        endsOfMissing
                .keySet()
                .forEach(missing -> assertThat(
                                fewer.removeIf(method -> method.toString().equals(missing)))
                        .as("%s is hooked in %s", missing, javaHome)
                        .isTrue());
        Set<String> news = known.without(find(base, fewer));
        endsOfMissing.forEach((missing, end) -> assertThat(news)
                .as("ways in %s without %s", javaHome, missing)
                .anyMatch(way -> way.contains(": " + end) || way.contains(", " + end)));
    }

    private static Map<String, Set<String>> find(JavaBase base, Set<MethodId> hooked) {
        return FileGaps.find(base, hooked, natives, known);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(FileGapsTest.class.getResourceAsStream(resource))) {
            List<String> lines = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(lines::add);
            return lines;
        }
    }
}
