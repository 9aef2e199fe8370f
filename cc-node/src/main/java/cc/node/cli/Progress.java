package cc.node.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Says on a terminal what long work is at, and for how long; nothing stays of it. One thread says it, and a daemon
 * thread counts the seconds.
 */
final class Progress implements Closeable {
    private static final Path ERRORS = Path.of("/proc/self/fd/2");
    private static final long TICK_MILLIS = 1_000;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream terminal;
    private final boolean shows;
    private String step = "";
    private long beganNanos;

    Progress(PrintStream terminal, boolean shows) {
        this.terminal = terminal;
        this.shows = shows;
        if (shows) {
            Thread clock = new Thread(this::count, "cc-progress");
            clock.setDaemon(true);
            clock.start();
        }
    }

    /** On standard error, if that is a terminal. */
    static Progress ofThisProcess() {
        return new Progress(System.err, isTerminal(ERRORS));
    }

    /** @param work what is done from now on, as "waiting for the registry" */
    synchronized void at(String work) {
        step = work;
        beganNanos = System.nanoTime();
        show();
    }

    /** Leaves an empty line to whoever writes next. */
    @Override
    public synchronized void close() {
        if (shows && !step.isEmpty()) {
            terminal.print(CLEAR_LINE);
            terminal.flush();
        }
        step = "";
    }

    private void count() {
        try {
            while (true) {
                Thread.sleep(TICK_MILLIS);
                show();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (!shows || step.isEmpty()) {
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - beganNanos);
        terminal.print(CLEAR_LINE + "cc: " + step + (seconds == 0 ? " ..." : " ... " + seconds + " s"));
        terminal.flush();
    }

    private static boolean isTerminal(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
