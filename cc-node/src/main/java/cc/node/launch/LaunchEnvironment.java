package cc.node.launch;

import java.util.Map;
import java.util.TreeMap;

/**
 * What of the environment goes along to another machine: how the person reads and counts, not where things are on the
 * machine that they sit at.
 */
public final class LaunchEnvironment {
    private LaunchEnvironment() {}

    /** Picks what goes along by itself. */
    public static Map<String, String> ofPerson(Map<String, String> environment) {
        Map<String, String> along = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.equals("LANG")
                    || name.equals("LANGUAGE")
                    || name.startsWith("LC_")
                    || name.equals("TZ")
                    || name.equals("TERM")) {
                along.put(name, value);
            }
        });
        return along;
    }

    /** Makes of a node's own environment that of a program which it starts. */
    static void complete(Map<String, String> environment, Map<String, String> ofRequest) {
        // Options for every Java program would reach the launcher twice.
        environment.remove("JDK_JAVA_OPTIONS");
        environment.putAll(ofRequest);
    }
}
