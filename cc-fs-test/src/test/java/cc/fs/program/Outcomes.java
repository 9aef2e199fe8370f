package cc.fs.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What a run of the battery said, by group. */
record Outcomes(Map<String, List<String>> byGroup) {
    static Outcomes of(List<String> lines) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String line : lines) {
            int end = line.indexOf(' ');
            groups.computeIfAbsent(end < 0 ? line : line.substring(0, end), group -> new ArrayList<>())
                    .add(line);
        }
        return new Outcomes(groups);
    }

    /** For each group that differs, the lines that only one of both has; nothing if all are equal. */
    String differences(Outcomes other) {
        StringBuilder text = new StringBuilder();
        TreeSet<String> groups = new TreeSet<>(byGroup.keySet());
        groups.addAll(other.byGroup.keySet());
        for (String group : groups) {
            List<String> mine = byGroup.getOrDefault(group, List.of());
            List<String> others = other.byGroup.getOrDefault(group, List.of());
            if (!mine.equals(others)) {
                text.append(group).append(" differs:\n");
                append(text, "  - ", mine, others);
                append(text, "  + ", others, mine);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String mark, List<String> lines, List<String> without) {
        List<String> rest = new ArrayList<>(lines);
        without.forEach(rest::remove);
        rest.forEach(line -> text.append(mark).append(line).append('\n'));
        if (rest.isEmpty()) {
            text.append(mark).append("the same, in another order or not as often\n");
        }
    }
}
