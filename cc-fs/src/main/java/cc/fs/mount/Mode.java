package cc.fs.mount;

import java.util.Locale;
import java.util.Optional;

/** What a rule makes of the paths below its own. */
public enum Mode {
    /** Each machine's own. */
    LOCAL,
    /** On the machine where the program was started. */
    HOME,
    /** On the machine that the rule names, under the same path or another. */
    NODE,
    /** The same content on all machines, as by a network file system: opened anew by its path after a move. */
    SHARED,
    /** Never changes: copied once, by its content, to each machine that needs it. */
    SHIP,
    /** The program's alone; moves with it. */
    PRIVATE,
    /** There, but not to be touched. */
    DENY,
    /** Not there. */
    HIDE,
    /** What a {@code java.nio.file} provider makes of the rule's URI. */
    PROVIDER;

    /** As rules write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mode> of(String word) {
        for (Mode mode : values()) {
            if (mode.word().equals(word)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    /** Whether rules of this mode name something: {@code node=NAME[:PATH]}, {@code provider=URI}. */
    boolean hasTarget() {
        return this == NODE || this == PROVIDER;
    }
}
