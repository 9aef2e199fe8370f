package cc.protocol.link;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Java processes of CC's own are started: on the runtime that this one runs on, and without the options of programs. */
public final class ShellProcess {
    /** From here on Java prints four lines when Protobuf first uses {@code sun.misc.Unsafe}, or is told not to. */
    private static final int FIRST_THAT_WARNS_OF_UNSAFE = 23;

    private ShellProcess() {}

    /**
     * A process to be started.
     *
     * @param installation the folder in which the agent's jar and the folder {@code lib} are
     */
    public static ProcessBuilder java(Path installation, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        command.add(java.toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Xshare:auto");
        Path archive = installation.resolve("cc.jsa");
        if (isMadeFor(java, archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
            // One that does not fit after all is not used, which is no news to anybody.
            command.add("-Xlog:cds=off");
        }
        if (Runtime.version().feature() >= FIRST_THAT_WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-Dcc.home=" + installation);
        command.add("-cp");
        command.add(installation.resolve("lib") + File.separator + "*");
        command.add(mainClass);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // The options of programs are not the node's.
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    /** Whether that runtime has made the archive, as is written beside it. */
    private static boolean isMadeFor(Path java, Path archive) {
        try {
            return Files.isRegularFile(archive)
                    && java.toRealPath().toString().equals(Files.readString(Path.of(archive + ".java")));
        } catch (IOException e) {
            return false;
        }
    }
}
