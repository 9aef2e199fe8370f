package cc.node.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a user writes after {@code cc run}, read as the {@code java} launcher would read it, except that a jar needs no
 * {@code -jar}.
 *
 * @param options for the virtual machine
 * @param target {@code -jar FILE}, {@code -m MODULE} or a main class
 * @param arguments for the program
 */
record JavaCommandLine(List<String> options, List<String> target, List<String> arguments) {
    /** Launcher options whose value is the next word. */
    private static final Set<String> OPTIONS_WITH_VALUE = Set.of(
            "-cp",
            "-classpath",
            "--class-path",
            "-p",
            "--module-path",
            "--upgrade-module-path",
            "--add-modules",
            "--add-exports",
            "--add-opens",
            "--add-reads",
            "--patch-module",
            "--limit-modules",
            "--enable-native-access",
            "--source");

    /** @throws IllegalArgumentException if no program is named, or an option lacks its value */
    static JavaCommandLine parse(List<String> words) {
        List<String> options = new ArrayList<>();
        int next = 0;
        while (next < words.size()) {
            String word = words.get(next);
            if (word.equals("-jar") || word.equals("-m") || word.equals("--module")) {
                requireValue(words, next);
                return new JavaCommandLine(
                        options, List.of(word, words.get(next + 1)), words.subList(next + 2, words.size()));
            }
            if (!word.startsWith("-")) {
                List<String> target = word.endsWith(".jar") ? List.of("-jar", word) : List.of(word);
                return new JavaCommandLine(options, target, words.subList(next + 1, words.size()));
            }
            options.add(word);
            next++;
            if (OPTIONS_WITH_VALUE.contains(word)) {
                requireValue(words, next - 1);
                options.add(words.get(next));
                next++;
            }
        }
        throw new IllegalArgumentException("no program named: give a jar, or -cp PATH and a main class");
    }

    private static void requireValue(List<String> words, int index) {
        if (index + 1 >= words.size()) {
            throw new IllegalArgumentException(words.get(index) + " needs a value");
        }
    }

    /** What to call the program: the jar's or the main class's simple name. */
    String defaultName() {
        String last = target.get(target.size() - 1);
        String file = last.substring(last.lastIndexOf('/') + 1);
        if (file.endsWith(".jar")) {
            return file.substring(0, file.length() - ".jar".length());
        }
        return file.substring(file.lastIndexOf('.') + 1);
    }
}
