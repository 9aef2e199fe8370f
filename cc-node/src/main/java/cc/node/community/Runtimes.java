package cc.node.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java runtimes of this machine, by the versions that {@code java -version} names. */
public final class Runtimes {
    private static final Pattern RUNTIME_VERSION = Pattern.compile("JAVA_RUNTIME_VERSION=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"");
    private static final Path FOLDER = Path.of("/usr/lib/jvm");

    private Runtimes() {}

    public static List<String> ofThisMachine() {
        TreeSet<String> versions = new TreeSet<>();
        versions.add(System.getProperty("java.runtime.version"));
        List<Path> homes = new ArrayList<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> found = Files.list(FOLDER)) {
                found.filter(home -> !Files.isSymbolicLink(home)).forEach(homes::add);
            } catch (IOException e) {
                // The runtime that runs this is known all the same.
            }
        }
        for (Path home : homes) {
            String release = SmallFile.read(home.resolve("release"));
            Matcher version = RUNTIME_VERSION.matcher(release);
            Matcher plain = VERSION.matcher(release);
            if (version.find()) {
                versions.add(version.group(1));
            } else if (plain.find() && versions.stream().noneMatch(known -> known.startsWith(plain.group(1)))) {
                versions.add(plain.group(1));
            }
        }
        return List.copyOf(versions);
    }
}
