package cc.protocol.link;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts a node of this person's own where none runs, as build tools start their daemons. */
public final class NodeProcess {
    private static final String MAIN_CLASS = "cc.node.daemon.NodeMain";
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private NodeProcess() {}

    /**
     * Returns when the process is started; it listens a moment later, and writes to {@link RuntimePaths#nodeLog}. Of
     * several started at once, one stays.
     *
     * @param installation the folder in which the agent's jar and the folder {@code lib} are
     */
    public static Process start(RuntimePaths paths, Path installation) throws IOException {
        paths.prepare();
        ProcessBuilder builder = ShellProcess.java(installation, MAIN_CLASS);
        if (Files.isExecutable(SETSID)) {
            // A session of its own: Ctrl-C in the program's terminal is for the program.
            builder.command().add(0, SETSID.toString());
        }
        Redirect log = Redirect.appendTo(paths.nodeLog().toFile());
        return builder.directory(paths.directory().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log)
                .redirectError(log)
                .start();
    }
}
