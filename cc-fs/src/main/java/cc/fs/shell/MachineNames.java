package cc.fs.shell;

import java.util.List;

/** Scratch of a machine that is no program's own: sockets and marks by which programs and virtual machines find each other. */
final class MachineNames {
    private static final String FOLDER = "/tmp/";

    private static final List<String> PREFIXES = List.of(
            ".java_pid",
            ".attach_pid",
            "hsperfdata_",
            ".X11-unix",
            ".X",
            ".ICE-unix",
            ".XIM-unix",
            ".font-unix",
            "ssh-");

    private MachineNames() {}

    /** @param path absolute and normal */
    static boolean isOne(String path) {
        if (!path.startsWith(FOLDER)) {
            return false;
        }
        for (int i = 0; i < PREFIXES.size(); i++) {
            if (path.startsWith(PREFIXES.get(i), FOLDER.length())) {
                return true;
            }
        }
        return false;
    }
}
