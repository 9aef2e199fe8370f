package cc.node;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of this installation are. */
public final class Installation {
    private final Path home;

    private Installation(Path home) {
        this.home = home;
    }

    /** @throws IllegalStateException if this virtual machine was not started by {@code bin/cc} or the agent */
    public static Installation current() {
        String home = System.getProperty("cc.home");
        if (home == null || !Files.isRegularFile(Path.of(home, "cc-agent.jar"))) {
            throw new IllegalStateException("the installation is not found; start CC with bin/cc");
        }
        return new Installation(Path.of(home));
    }

    public Path home() {
        return home;
    }

    public Path agent() {
        return home.resolve("cc-agent.jar");
    }

    public Path demo() {
        return home.resolve("demo").resolve("cc-demo.jar");
    }

    /** A class path with a wild card, as the {@code java} launcher takes it. */
    public String classPath() {
        return home.resolve("lib") + "/*";
    }

    /** The {@code java} launcher of the runtime that this process runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
