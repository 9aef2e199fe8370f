package cc.fs.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program in a virtual machine of its own, started in the folder it works with.
 *
 * @param rules options that say where its files are; none: they are on another machine, if there is a node
 * @param node serves the folder's files: all that the program does with them goes by the file shell and the node's file
 *     proxy, as from another machine; null: the program runs plainly, and CC knows nothing of it
 */
record ChildProgram(TestUser user, Path folder, @Nullable TestNode node, List<String> rules) {
    private static final long PATIENCE_SECONDS = 300;

    ChildProgram(TestUser user, Path folder, @Nullable TestNode node) {
        this(user, folder, node, List.of());
    }

    /** Runs where it was started, by rules. */
    static ChildProgram ruled(Path folder, String rules, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dcc.files.rules=" + rules);
        return new ChildProgram(TestUser.SELF, folder, null, all);
    }

    /** Runs plainly. */
    static ChildProgram plain(Path folder) {
        return new ChildProgram(TestUser.SELF, folder, null);
    }

    /** Has its files from a node. */
    static ChildProgram served(Path folder, TestNode node) {
        return new ChildProgram(TestUser.SELF, folder, node);
    }

    /**
     * Runs it to its end.
     *
     * @return the lines of its standard output
     * @throws AssertionError with all it said, if it does not end in time or with a failure
     */
    List<String> run(Class<?> main, String... words) throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        Process process = start(output, errors, main, words);
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError((ended ? "It failed with " + process.exitValue() : "It does not end") + ": "
                        + main.getName() + " " + String.join(" ", words) + "\n" + Files.readString(output)
                        + Files.readString(errors));
            }
            return Files.readAllLines(output);
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** Starts it, with what it says going to files. */
    Process start(Path output, Path errors, Class<?> main, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Map<String, String> environment = new HashMap<>();
        // Names of files beyond ASCII need a locale that has them.
        environment.put("LC_ALL", "C.UTF-8");
        if (node != null || !rules.isEmpty()) {
            command.add("-javaagent:"
                    + Path.of(System.getProperty("cc.home"), "cc-agent.jar")
                            .toAbsolutePath()
                            .normalize());
            command.addAll(
                    rules.isEmpty()
                            ? List.of("-Dcc.files.rules=" + folder + " home", "-Dcc.machine=elsewhere")
                            : rules);
        }
        if (node != null) {
            environment.putAll(node.environment());
        }
        command.addAll(
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:-OmitStackTraceInFastThrow", "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(user.command(command.toArray(String[]::new)))
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
