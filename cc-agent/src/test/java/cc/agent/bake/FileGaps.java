package cc.agent.bake;

import cc.agent.bake.ClassFacts.MethodFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ways from a program to a native that reaches files, past all hooks. */
final class FileGaps {
    private FileGaps() {}

    /**
     * Finds them.
     *
     * @return the methods by which a way enters the JDK's file packages, each with the short names of the natives at
     *     its ends; natives of other packages are ways themselves
     */
    static Map<String, Set<String>> find(JavaBase base, Set<MethodId> hooked, FileNatives natives, KnownGaps known) {
        Reach reach = new Reach(base, hooked);
        Map<String, Set<String>> gaps = new TreeMap<>();
        for (MethodFacts method : reach.reached()) {
            if (natives.reachesFile(method)) {
                for (String way : waysTo(method, reach, known)) {
                    gaps.computeIfAbsent(way, each -> new TreeSet<>())
                            .add(method.id().shortName());
                }
            }
        }
        for (ClassFacts facts : base.classes().values()) {
            if (!FileNatives.covers(facts.packageName())) {
                facts.methods().values().stream()
                        .filter(natives::reachesFile)
                        .forEach(method -> gaps.put(
                                method.id().toString(), Set.of(method.id().shortName())));
            }
        }
        return gaps;
    }

    /** Backwards up to the first that programs or other packages call: whoever calls that one is no other way. */
    private static Set<String> waysTo(MethodFacts end, Reach reach, KnownGaps known) {
        Set<String> ways = new HashSet<>();
        Set<MethodFacts> seen = new HashSet<>(Set.of(end));
        Deque<MethodFacts> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            MethodFacts method = open.remove();
            String wholeClass = known.wholeClass(method.id(), end.id());
            if (wholeClass != null) {
                ways.add(wholeClass);
                continue;
            }
            Set<MethodFacts> callers = reach.callersOf(method);
            if (reach.isWayIn(method) || callers.isEmpty()) {
                ways.add(method.id().toString());
                continue;
            }
            for (MethodFacts caller : callers) {
                if (seen.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return ways;
    }
}
