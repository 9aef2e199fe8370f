package cc.agent.bake;

import cc.agent.bake.ClassFacts.MethodFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which natives of the JDK reach files. Every class of {@code java.base} with natives is listed in {@code natives.txt} as
 * one of a kind, so that a class that is new in a JDK is noticed.
 */
final class FileNatives {
    private static final Set<String> PACKAGES =
            Set.of("java/io", "java/nio", "sun/nio/fs", "sun/nio/ch", "jdk/internal/loader", "jdk/internal/io");
    /** They fetch fields' places and the like when a class is loaded. */
    private static final Set<String> PREPARATIONS =
            Set.of("initIDs", "init", "init0", "initNative", "registerNatives", "initialize");

    /** Of each class that has natives that do, the others. */
    private final Map<String, Set<String>> exceptions = new HashMap<>();

    private final Set<String> others = new HashSet<>();

    /** @param lines {@code file CLASS -NATIVE -NATIVE} or {@code other CLASS}, class names with dots */
    FileNatives(List<String> lines) {
        for (String line : lines) {
            List<String> words = List.of(line.split(" +"));
            String type = words.get(1).replace('.', '/');
            if (words.get(0).equals("file")) {
                Set<String> without = new HashSet<>();
                words.subList(2, words.size()).forEach(word -> without.add(word.substring(1)));
                exceptions.put(type, without);
            } else {
                others.add(type);
            }
        }
    }

    /** Whether calls within this package are followed; all others are taken to be executed. */
    static boolean covers(String packageName) {
        return PACKAGES.contains(packageName) || PACKAGES.stream().anyMatch(each -> packageName.startsWith(each + "/"));
    }

    boolean reachesFile(MethodFacts method) {
        Set<String> without = exceptions.get(method.id().owner());
        String name = method.id().name();
        boolean prepares =
                method.isStatic() && method.id().descriptor().startsWith("()") && PREPARATIONS.contains(name);
        return without != null && method.isNative() && !prepares && !without.contains(name);
    }

    /** Classes with natives that are not listed. */
    Set<String> unknown(JavaBase base) {
        Set<String> unknown = new TreeSet<>();
        for (ClassFacts facts : base.classes().values()) {
            if (!others.contains(facts.name())
                    && !exceptions.containsKey(facts.name())
                    && facts.methods().values().stream().anyMatch(MethodFacts::isNative)) {
                unknown.add(facts.name().replace('/', '.'));
            }
        }
        return unknown;
    }
}
