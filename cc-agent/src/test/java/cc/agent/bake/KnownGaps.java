package cc.agent.bake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ways past the hooks that are accepted, each with the natives that it may reach. Whatever comes through a class of which
 * all methods are accepted is no way.
 */
record KnownGaps(Map<String, Set<String>> byWay) {
    private static final String ALL = ".*";

    /**
     * Reads them.
     *
     * @param lines {@code METHOD: NATIVE, NATIVE; why this is right}, with {@code CLASS.*} for all methods of a class
     */
    static KnownGaps of(List<String> lines) {
        Map<String, Set<String>> known = new TreeMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            int semicolon = line.indexOf("; ");
            if (colon < 0 || semicolon < colon) {
                throw new IllegalArgumentException("not METHOD: NATIVE, NATIVE; why: " + line);
            }
            known.computeIfAbsent(line.substring(0, colon), way -> new TreeSet<>())
                    .addAll(List.of(line.substring(colon + 2, semicolon).split(", ")));
        }
        return new KnownGaps(known);
    }

    /** The accepted {@code CLASS.*} that has this method and may reach the native; null if there is none. */
    @Nullable
    String wholeClass(MethodId method, MethodId end) {
        String all = method.owner().replace('/', '.') + ALL;
        return byWay.getOrDefault(all, Set.of()).contains(end.shortName()) ? all : null;
    }

    Set<String> ways() {
        return new TreeSet<>(byWay.keySet());
    }

    /** What of the found ways is not known, in the form of known.txt. */
    Set<String> without(Map<String, Set<String>> found) {
        Set<String> news = new TreeSet<>();
        found.forEach((way, natives) -> {
            Set<String> rest = new TreeSet<>(natives);
            rest.removeAll(byWay.getOrDefault(way, Set.of()));
            if (!rest.isEmpty()) {
                news.add(way + ": " + String.join(", ", rest) + ";");
            }
        });
        return news;
    }
}
