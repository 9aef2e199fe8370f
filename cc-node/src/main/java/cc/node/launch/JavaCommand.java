package cc.node.launch;

import cc.node.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command that runs a Java program as one of CC, with what this machine has for it. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * @param javaHome null: the runtime of this process
     * @param words for the java launcher, after what makes the program one of CC
     */
    public static List<String> of(@Nullable Path javaHome, List<String> words) {
        Installation installation = Installation.current();
        List<String> command = new ArrayList<>();
        command.add((javaHome == null
                        ? Installation.java()
                        : javaHome.resolve("bin").resolve("java"))
                .toString());
        command.add("-javaagent:" + installation.agent());
        command.add("-Dawt.toolkit=cc");
        command.addAll(words);
        return command;
    }
}
