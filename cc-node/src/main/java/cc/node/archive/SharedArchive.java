package cc.node.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive of JDK classes from which a program's virtual machine maps Swing, AWT and Java2D ready-made: the JDK's
 * own archive lacks them. One for each build of a JDK, in the person's cache. Holds no class of a program or of the
 * shell, so that it goes with every class path.
 */
public final class SharedArchive {
    private static final String SUFFIX = ".jsa";
    /** Who chooses an archive, or none, has chosen. */
    private static final List<String> OWN_CHOICE =
            List.of("-Xshare", "-XX:SharedArchiveFile", "-XX:+AutoCreateSharedArchive", "-XX:AOT");
    /** With these, objects have another layout than in the archive, but the JDK has another archive of its own. */
    private static final List<String> OTHER_LAYOUT =
            List.of("-XX:-UseCompressed", "-XX:+UseZGC", "-XX:ObjectAlignment", "-XX:+UseCompactObjectHeaders");

    private final Path folder;
    private final Path file;
    private final String family;

    private SharedArchive(Path folder, String family, String build) {
        this.folder = folder;
        this.file = folder.resolve(family + build + SUFFIX);
        this.family = family;
    }

    /** @throws IOException if there is no runtime image at {@code javaHome} */
    public static SharedArchive of(Path javaHome) throws IOException {
        return of(javaHome, cacheFolder());
    }

    static SharedArchive of(Path javaHome, Path folder) throws IOException {
        Path image = javaHome.toRealPath().resolve("lib").resolve("modules");
        // A patched build keeps its version; its image differs.
        String build = Long.toHexString(Files.size(image)) + "-"
                + Long.toHexString(Files.getLastModifiedTime(image).toMillis());
        return new SharedArchive(folder, Integer.toHexString(image.toString().hashCode()) + "-", build);
    }

    private static Path cacheFolder() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg != null && xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("cc").resolve("archives");
    }

    Path folder() {
        return folder;
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /**
     * Options for a virtual machine that is given {@code others}, too; none where there is no archive yet. A machine
     * that cannot use the archive starts without, and says nothing.
     */
    public List<String> options(List<String> others) {
        boolean unwanted = others.stream().anyMatch(SharedArchive::excludesArchive);
        return unwanted || !exists() ? List.of() : List.of("-XX:SharedArchiveFile=" + file, "-Xlog:cds=off");
    }

    private static boolean excludesArchive(String option) {
        return OWN_CHOICE.stream().anyMatch(option::startsWith)
                || OTHER_LAYOUT.stream().anyMatch(option::startsWith);
    }

    /** Whether {@code other} is an archive of an earlier build of the same JDK. */
    boolean replaces(Path other) {
        String name = other.getFileName().toString();
        return name.startsWith(family) && name.endsWith(SUFFIX) && !other.equals(file);
    }
}
