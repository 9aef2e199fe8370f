package cc.toolkit.link;

import cc.protocol.link.RuntimePaths;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a node of this person's own where none runs, as build tools start their daemons. */
final class NodeProcess {
    private static final String MAIN_CLASS = "cc.node.daemon.NodeMain";
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final String LOG_FILE = "node.log";

    private NodeProcess() {}

    /** Returns when the process is started; it listens a moment later. Of several started at once, one stays. */
    static void start(RuntimePaths paths) throws IOException {
        Path home = installation();
        paths.prepare();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // A session of its own: Ctrl-C in the program's terminal is for the program.
            command.add(SETSID.toString());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dcc.home=" + home,
                "-cp",
                home.resolve("lib") + File.separator + "*",
                MAIN_CLASS));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.remove("JDK_JAVA_OPTIONS");
        environment.remove("JAVA_TOOL_OPTIONS");
        builder.directory(paths.directory().toFile());
        Redirect log = Redirect.appendTo(paths.directory().resolve(LOG_FILE).toFile());
        builder.redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(log)
                .redirectError(log)
                .start();
    }

    /** The agent's jar lies in the installation's folder. */
    private static Path installation() throws IOException {
        CodeSource source = NodeProcess.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("the installation is not found");
        }
        Path jar = Path.of(URI.create(source.getLocation().toString()));
        Path home = jar.getParent();
        if (home == null || !Files.isDirectory(home.resolve("lib"))) {
            throw new IOException("the installation beside " + jar + " is incomplete: its folder lib is missing");
        }
        return home;
    }
}
