package cc.node.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What moving a running program to another machine will need of the system. Nothing else needs it yet. */
final class MoveCheck {
    private static final List<String> NAMESPACES = List.of("mnt", "net", "pid", "user");
    private static final String PURPOSE = ", which moving a running program will need";

    private MoveCheck() {}

    static List<Finding> look() {
        return List.of(namespaces(Path.of("/proc")), criu(System.getenv().getOrDefault("PATH", "")));
    }

    static Finding namespaces(Path proc) {
        List<String> missing = NAMESPACES.stream()
                .filter(kind -> !Files.exists(proc.resolve("self/ns").resolve(kind)))
                .toList();
        if (!missing.isEmpty()) {
            return Finding.note("namespaces", "the kernel lacks " + String.join(", ", missing) + PURPOSE);
        }
        if (isZero(proc.resolve("sys/user/max_user_namespaces"))
                || isZero(proc.resolve("sys/kernel/unprivileged_userns_clone"))) {
            return Finding.note(
                    "namespaces", "users may not make them" + PURPOSE + ": sysctl -w user.max_user_namespaces=9999");
        }
        return Finding.ok("namespaces", String.join(", ", NAMESPACES));
    }

    static Finding criu(String searchPath) {
        // Where Debian puts it, which is not on everybody's path.
        return Stream.concat(Stream.of(searchPath.split(":")), Stream.of("/usr/sbin"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "criu"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(found -> Finding.ok("criu", found.toString()))
                .orElse(Finding.note("criu", "not there" + PURPOSE + ": apt install criu"));
    }

    private static boolean isZero(Path setting) {
        try {
            return Files.readString(setting).trim().equals("0");
        } catch (IOException e) {
            // A kernel without this setting does not forbid it.
            return false;
        }
    }
}
