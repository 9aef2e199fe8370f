package cc.gui.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of tests that need a virtual machine of their own. */
public final class OtherProcess {
    private static final long PATIENCE_SECONDS = 60;
    private static final long PATIENCE_PER_WORD_SECONDS = 10;

    private OtherProcess() {}

    /**
     * Runs a main class in a virtual machine with this one's options; returns all it printed.
     *
     * @param jars what is to be on the class path besides
     */
    public static String likeThisOne(List<Path> jars, Class<?> main, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        jars.forEach(jar -> path.append(File.pathSeparatorChar).append(jar));
        command.addAll(List.of("-cp", path.toString(), main.getName()));
        command.addAll(words);
        return run(command, Map.of(), words.size());
    }

    /** Runs a command; returns all it printed. The more work, the more patience. */
    public static String run(List<String> command, Map<String, String> environment, int work)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS + work * PATIENCE_PER_WORD_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("ended; it printed: %s", said).isTrue();
            return said;
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
        }
    }
}
