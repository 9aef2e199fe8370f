package cc.node.launch;

import cc.node.Installation;
import cc.node.archive.ArchiveMaker;
import cc.node.archive.SharedArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Java runtime that runs a program as one of CC, with what this machine has for it. */
public final class ProgramRuntime {
    private final Path java;
    private final @Nullable SharedArchive archive;

    /** @param home null: the runtime of this process */
    public ProgramRuntime(@Nullable Path home) {
        this.java = home == null ? Installation.java() : home.resolve("bin").resolve("java");
        this.archive = archive(home == null ? Path.of(System.getProperty("java.home")) : home);
    }

    /** @param words for the java launcher, after what makes the program one of CC */
    public List<String> command(List<String> words) {
        Installation installation = Installation.current();
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-javaagent:" + installation.agent());
        command.add("-Dawt.toolkit=cc");
        if (archive != null) {
            command.addAll(archive.options(words));
        }
        command.addAll(words);
        return command;
    }

    /** A program has been started: the next one is to start faster. Returns at once. */
    public void makeArchiveSoon() {
        if (archive != null) {
            ArchiveMaker.makeSoon(archive, java);
        }
    }

    private static @Nullable SharedArchive archive(Path home) {
        try {
            return SharedArchive.of(home);
        } catch (IOException e) {
            // What is wrong with that JDK is told when it is started.
            return null;
        }
    }
}
