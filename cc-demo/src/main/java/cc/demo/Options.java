package cc.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param page the page to show first
 * @param lookAndFeel the look to start with
 * @param file a text file to open in the editor, or null
 */
record Options(Page page, Look lookAndFeel, @Nullable Path file) {
    static final String USAGE =
            "usage: demo [--tab " + names(Page.values()) + "] [--laf " + names(Look.values()) + "] [--file TEXT_FILE]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the argument that makes no sense
     */
    static Options parse(String... args) {
        @Nullable Page page = null;
        Look look = Look.NIMBUS;
        @Nullable Path file = null;
        for (int i = 0; i < args.length; i += 2) {
            String option = args[i];
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(option + ": a value must follow");
            }
            String value = args[i + 1];
            switch (option) {
                case "--tab" -> page = choose(option, value, Page.values());
                case "--laf" -> look = choose(option, value, Look.values());
                case "--file" -> file = Path.of(value);
                default -> throw new IllegalArgumentException(option + ": no such option");
            }
        }
        if (page == null) {
            page = file == null ? Page.CLOCK : Page.EDITOR;
        }
        return new Options(page, look, file);
    }

    private static <E extends Enum<E>> E choose(String option, String name, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option + " " + name + ": not one of " + names(values)));
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
    }
}
