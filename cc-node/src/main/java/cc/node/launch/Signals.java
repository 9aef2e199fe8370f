package cc.node.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sends signals to processes of this person on this machine. */
final class Signals {
    private static final Pattern NAME = Pattern.compile("[A-Z]{2,8}[0-9]{0,2}");

    private Signals() {}

    /** @param signal with or without SIG, in any case */
    static void send(String signal, long pid) throws IOException {
        String name = signal.toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
        if (!NAME.matcher(name).matches()) {
            throw new IOException(
                    "'" + signal + "' is no signal; there are HUP, INT, TERM, KILL, STOP, CONT and others");
        }
        try {
            // The shell's own kill: there is no other way from Java to any but two signals.
            int code = new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(pid))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("the signal " + name + " cannot be sent to the process " + pid
                        + ": it has ended, or there is no such signal");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
