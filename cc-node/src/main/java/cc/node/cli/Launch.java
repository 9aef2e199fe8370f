package cc.node.cli;

import cc.node.Installation;
import cc.node.launch.JavaCommand;
import cc.node.viewer.NativeViewerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a program is started under CC; the options that {@code cc run} and {@code cc demo} share. */
final class Launch {
    private static final double SMALLEST_SCALE = 0.5;
    private static final double LARGEST_SCALE = 4;
    /** What shells report for a program that a signal ended: 128 and the signal's number. */
    private static final int EXIT_INTERRUPTED = 130;

    /** Where a program's windows are shown at first. */
    enum Screen {
        WEB,
        NATIVE,
        NONE
    }

    @Option(
            names = "--screen",
            paramLabel = "WHERE",
            description = "web (default): in a browser; native: as windows of this desktop; none: nowhere yet")
    private Screen screen = Screen.WEB;

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description = "pixels per unit, for example 1.25; default: what the viewer's screen has")
    private @Nullable Double scale;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = ScreenSize.Converter.class,
            description = "the screen's size, for example 1440x900; default: the viewer's")
    private @Nullable ScreenSize size;

    @Option(names = "--name", paramLabel = "NAME", description = "what to call the program; default: its jar's name")
    private @Nullable String name;

    @Option(names = "--no-open", description = "print the viewer's address, but do not open a browser")
    private boolean noOpen;

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "the Java runtime to use (17 to 25); default: the one that runs cc")
    private @Nullable Path javaHome;

    String name(JavaCommandLine program) {
        return name != null ? name : program.defaultName();
    }

    /** As it was given, or empty. */
    String javaHome() {
        return javaHome == null ? "" : javaHome.toString();
    }

    /** What to give to the java launcher, beside what makes the program one of CC. */
    List<String> words(JavaCommandLine program) {
        List<String> words = new ArrayList<>();
        words.add("-Dcc.name=" + name(program));
        words.add("-Dcc.announce=" + (screen == Screen.WEB));
        if (scale != null) {
            if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
                throw new IllegalArgumentException(
                        "--scale " + scale + " is out of range: give " + SMALLEST_SCALE + " to " + LARGEST_SCALE);
            }
            words.add(String.format(Locale.ROOT, "-Dcc.screen.scale=%s", scale));
        }
        if (size != null) {
            words.add("-Dcc.screen.size=" + size.width() + "x" + size.height());
        }
        words.addAll(program.options());
        words.addAll(program.target());
        words.addAll(program.arguments());
        return words;
    }

    /**
     * Runs the program on this machine to its end; standard streams and signals pass through.
     *
     * @param environment what is to be set beside what this process has
     * @return its exit code
     */
    int run(JavaCommandLine program, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> words = words(program);
        SharedArchive archive = archive();
        if (archive != null) {
            words.addAll(0, archive.options(program.options()));
        }
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(javaHome, words)).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A terminal's Ctrl-C reaches the program by itself; SIGTERM to this process alone does not.
        Thread passOn = new Thread(process::destroy, "cc-pass-on-termination");
        Runtime.getRuntime().addShutdownHook(passOn);
        Thread show = new Thread(() -> show(process, name(program)), "cc-show");
        show.setDaemon(true);
        show.start();
        if (archive != null) {
            ArchiveMaker.makeSoon(archive, java());
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            return EXIT_INTERRUPTED;
        }
    }

    private Path java() {
        return javaHome == null ? Installation.java() : javaHome.resolve("bin").resolve("java");
    }

    private @Nullable SharedArchive archive() {
        try {
            return SharedArchive.of(javaHome == null ? Path.of(System.getProperty("java.home")) : javaHome);
        } catch (IOException e) {
            // What is wrong with that JDK is told when it is started.
            return null;
        }
    }

    /** Opens the chosen kind of viewer once the program has windows. A desktop that has no browser is no error. */
    private void show(Process process, String programName) {
        if (screen == Screen.NONE || (screen == Screen.WEB && noOpen)) {
            return;
        }
        try {
            String accepted = NodeClient.awaitProgram(process.pid(), process::isAlive);
            if (accepted == null) {
                return;
            }
            if (screen == Screen.NATIVE) {
                NativeViewerProcess.start(accepted, NativeViewerProcess.Role.CONTROL);
            } else {
                Browser.open(() -> NodeClient.viewerAddress(accepted, true));
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("cc: " + programName + " runs, but cannot be shown here: " + e.getMessage());
        }
    }
}
