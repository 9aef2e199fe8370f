package cc.node.archive;

import cc.node.Installation;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link SharedArchive} while a program runs that was started without: seconds of work for processes of the
 * lowest priority. It fails silently: what is lost is time at the next start.
 */
public final class ArchiveMaker {
    /** By then the program is up and leaves the processors alone. */
    private static final long PATIENCE_MILLIS = 5_000;

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String PACKAGE_FOLDER = "cc/node/";
    private static final String SUFFIX_OF_PARTS = ".part";

    /** One attempt in the life of a process: what failed once fails again. */
    private static final Set<Path> BEGUN = ConcurrentHashMap.newKeySet();

    private final SharedArchive archive;
    private final Path java;
    private volatile boolean stopped;
    private volatile @Nullable Process running;

    private ArchiveMaker(SharedArchive archive, Path java) {
        this.archive = archive;
        this.java = java;
    }

    /**
     * Begins in a few seconds, on a daemon thread, unless there is an archive, or this process is making it. What is
     * half made is dropped at exit.
     */
    public static void makeSoon(SharedArchive archive, Path java) {
        if (archive.exists() || !BEGUN.add(archive.file())) {
            return;
        }
        ArchiveMaker maker = new ArchiveMaker(archive, java);
        Thread thread = new Thread(maker::make, "cc-archive");
        thread.setDaemon(true);
        thread.start();
        Runtime.getRuntime().addShutdownHook(new Thread(maker::stop, "cc-archive-stop"));
    }

    private void make() {
        Path folder = archive.folder();
        @Nullable Path classes = null;
        @Nullable Path part = null;
        try {
            Thread.sleep(PATIENCE_MILLIS);
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            classes = Files.createTempFile(folder, "classes", SUFFIX_OF_PARTS);
            part = Files.createTempFile(folder, "archive", SUFFIX_OF_PARTS);
            run(
                    "-XX:DumpLoadedClassList=" + classes,
                    "-Djava.awt.headless=true",
                    "-cp",
                    Installation.current().classPath(),
                    SwingTour.class.getName());
            keepJdkClasses(classes);
            // The virtual machine writes only where nothing is.
            Files.delete(part);
            // Of all collectors this one writes objects, and others read them, too.
            run("-Xshare:dump", "-XX:+UseG1GC", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + part);
            // Somebody else may do the same at this moment; the last one wins with the same content.
            Files.move(part, archive.file(), StandardCopyOption.ATOMIC_MOVE);
            deleteReplaced(folder);
        } catch (IOException | RuntimeException e) {
            if (Boolean.getBoolean("cc.debug")) {
                e.printStackTrace();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            delete(classes);
            delete(part);
        }
    }

    private void run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.add(java.toString());
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        running = process;
        if (stopped) {
            process.destroyForcibly();
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IOException(command + " ended with " + exitCode);
        }
    }

    /** Classes of a class path would tie the archive to it. What is in the JDK's own archive is to be in this one. */
    private void keepJdkClasses(Path classes) throws IOException {
        Set<String> kept = new LinkedHashSet<>();
        try (Stream<String> lines = Files.lines(classes)) {
            lines.filter(line -> !line.contains("source:") && !line.contains(PACKAGE_FOLDER))
                    .forEach(kept::add);
        }
        Path ofTheJdk = java.resolveSibling("../lib/classlist").normalize();
        if (Files.isRegularFile(ofTheJdk)) {
            kept.addAll(Files.readAllLines(ofTheJdk));
        }
        Files.write(classes, kept);
    }

    private void deleteReplaced(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (archive.replaces(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private void stop() {
        stopped = true;
        Process process = running;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It lies in a cache.
        }
    }
}
