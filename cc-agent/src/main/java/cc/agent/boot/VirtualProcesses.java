package cc.agent.boot;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Processes whose input or output is redirected to virtual files. Methods are named as what they stand for. */
public interface VirtualProcesses {
    /** Whether what the process writes is still to be brought to virtual files. */
    boolean isFollowed(Process process);

    /** As {@code ProcessImpl.start}. */
    Process start(
            String[] command,
            Map<String, String> environment,
            @Nullable String directory,
            Redirect @Nullable [] redirects,
            boolean redirectErrorStream)
            throws IOException;

    /** Returns when it has ended and its files have all it wrote. */
    int waitFor(Process process) throws InterruptedException;

    boolean waitFor(Process process, long timeout, TimeUnit unit) throws InterruptedException;

    /** Somebody asks whether it has ended: if so, its files must have all it wrote. */
    void asked(Process process);
}
