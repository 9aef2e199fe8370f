package cc.node.cli;

import cc.node.launch.ProgramRuntime;
import cc.node.viewer.NativeViewerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a program on this machine as a child: it has this process's terminal and standard streams themselves. */
final class LocalRun {
    /** What shells report for a program that a signal ended: 128 and the signal's number. */
    private static final int EXIT_INTERRUPTED = 130;

    private final Launch launch;
    private final ProgramMounts mounts;
    private final JavaCommandLine program;

    private LocalRun(Launch launch, ProgramMounts mounts, JavaCommandLine program) {
        this.launch = launch;
        this.mounts = mounts;
        this.program = program;
    }

    /**
     * Runs the program to its end.
     *
     * @param environment what is to be set beside what this process has
     * @return its exit code
     */
    static int run(Launch launch, ProgramMounts mounts, JavaCommandLine program, Map<String, String> environment)
            throws IOException, InterruptedException {
        return new LocalRun(launch, mounts, program).run(environment);
    }

    private int run(Map<String, String> environment) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(mounts.wordsHere());
        words.addAll(launch.words(program, launch.name(program), launch.screen().kind() == ScreenChoice.Kind.WEB));
        ProgramRuntime runtime = new ProgramRuntime(launch.javaHome());
        ProcessBuilder builder = new ProcessBuilder(runtime.command(words)).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        // A terminal's Ctrl-C reaches the program by itself; SIGTERM to this process alone does not.
        Thread passOn = new Thread(process::destroy, "cc-pass-on-termination");
        Runtime.getRuntime().addShutdownHook(passOn);
        Thread show = new Thread(() -> show(process), "cc-show");
        show.setDaemon(true);
        show.start();
        runtime.makeArchiveSoon();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            return EXIT_INTERRUPTED;
        }
    }

    /** Shows the program where it was asked for, once it has windows. A desktop that has no browser is no error. */
    private void show(Process process) {
        ScreenChoice screen = launch.screen();
        boolean routes = !screen.machines().isEmpty() || !launch.inputs().isEmpty();
        boolean opensWindows = screen.kind() == ScreenChoice.Kind.NATIVE;
        boolean opensBrowser = screen.kind() == ScreenChoice.Kind.WEB && launch.opens();
        if (!routes && !opensWindows && !opensBrowser) {
            return;
        }
        try {
            String accepted = NodeClient.awaitProgram(process.pid(), process::isAlive);
            if (accepted == null) {
                return;
            }
            if (routes) {
                System.err.println(
                        "cc: " + ShowCommand.told(NodeClient.route(accepted, screen.machines(), launch.inputs())));
            }
            if (opensWindows) {
                NativeViewerProcess.start(accepted, NativeViewerProcess.Role.CONTROL);
            } else if (opensBrowser) {
                Browser.open(() -> NodeClient.viewerAddress(accepted, true));
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("cc: " + launch.name(program) + " runs, but cannot be shown: " + e.getMessage());
        }
    }
}
