package cc.node.doctor;

import cc.node.community.Runtimes;
import java.util.List;

/** Whether the Java runtime is one that CC knows, and which others there are. */
final class JavaCheck {
    private static final int OLDEST = 17;
    private static final int NEWEST = 25;

    private JavaCheck() {}

    static Finding look() {
        return judge(Runtime.version().feature(), System.getProperty("java.runtime.version"), Runtimes.ofThisMachine());
    }

    static Finding judge(int feature, String running, List<String> all) {
        if (feature < OLDEST || feature > NEWEST) {
            return Finding.wrong(
                    "java",
                    running + " runs cc, which knows " + OLDEST + " to " + NEWEST
                            + ": apt install openjdk-17-jdk, or set JAVA_HOME");
        }
        List<String> others =
                all.stream().filter(version -> !version.equals(running)).toList();
        return Finding.ok("java", running + (others.isEmpty() ? "" : "; also " + String.join(", ", others)));
    }
}
