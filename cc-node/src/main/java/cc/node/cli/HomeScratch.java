package cc.node.cli;

import cc.fs.mount.Mode;
import cc.fs.mount.Rule;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program that is to run elsewhere needs of this machine's folders for temporary files, which are otherwise its
 * own there: the folder in which it is started, its class path, and what it is given by name.
 */
final class HomeScratch {
    private static final List<Path> FOLDERS = List.of(Path.of("/tmp"), Path.of("/var/tmp"));
    private static final String SOURCE = "what the program is given";

    private HomeScratch() {}

    /**
     * To be less important than what anybody says.
     *
     * @param program as {@link FarFiles} has made it
     */
    static List<Rule> rules(JavaCommandLine program, Path directory) {
        List<Rule> rules = new ArrayList<>();
        add(rules, directory);
        for (String entry : FarFiles.classPath(program)) {
            add(rules, besideOthers(Path.of(entry)));
        }
        for (String argument : program.arguments()) {
            try {
                Path named = directory.resolve(argument).normalize();
                if (Files.exists(named)) {
                    add(rules, named);
                }
            } catch (InvalidPathException e) {
                // It is no file's name.
            }
        }
        return rules;
    }

    /** Jars name others that lie beside them. */
    private static Path besideOthers(Path entry) {
        Path folder = entry.getParent();
        return folder == null || FOLDERS.contains(folder) ? entry : folder;
    }

    private static void add(List<Rule> rules, Path path) {
        if (FOLDERS.stream().anyMatch(path::startsWith)) {
            rules.add(Rule.of(path.toString(), Mode.HOME, SOURCE));
        }
    }
}
