package cc.node.cli;

import cc.node.launch.ProgramFiles;
import cc.protocol.message.ProgramNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a program may run on another machine without being told to: machines do not share files yet, so it may if all
 * that it is seen to need are jars, which the other machine may have, too.
 *
 * @param needs null: it is to run here
 * @param why it is to run here, for people
 */
record ProgramPlace(@Nullable ProgramNeeds needs, String why) {
    private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path");

    static ProgramPlace of(JavaCommandLine program, Path directory, String javaHome) throws IOException {
        List<String> jars = new ArrayList<>();
        List<String> others = new ArrayList<>(program.arguments());
        for (int i = 0; i < program.options().size(); i++) {
            String option = program.options().get(i);
            if (CLASS_PATH.contains(option)) {
                i++;
                jars.addAll(List.of(program.options().get(i).split(":", -1)));
            } else {
                others.add(option);
            }
        }
        if (program.target().get(0).equals("-jar")) {
            jars.add(program.target().get(1));
        }
        if (jars.isEmpty()) {
            return new ProgramPlace(null, "its classes are found by this machine's settings");
        }
        for (String word : others) {
            if (namesFile(directory, word)) {
                return new ProgramPlace(null, "'" + word + "' names a file of this machine");
            }
        }
        ProgramNeeds.Builder needs =
                ProgramNeeds.newBuilder().setDirectory(directory.toString()).setJavaHome(javaHome);
        for (String jar : jars) {
            if (!Files.isRegularFile(directory.resolve(jar))) {
                return new ProgramPlace(null, "its classes are not all in jars");
            }
            needs.addFiles(ProgramFiles.mark(directory, jar));
        }
        return new ProgramPlace(needs.build(), "");
    }

    /** Options have files behind various characters. */
    private static boolean namesFile(Path directory, String word) {
        return Stream.concat(Stream.of(word), Stream.of(word.split("[=:,@]")))
                .filter(part -> !part.isEmpty())
                .anyMatch(part -> {
                    try {
                        return Files.exists(directory.resolve(part));
                    } catch (InvalidPathException e) {
                        return false;
                    }
                });
    }
}
