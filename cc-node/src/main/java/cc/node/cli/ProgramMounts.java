package cc.node.cli;

import cc.fs.mount.Mode;
import cc.fs.mount.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a program's files are.
 *
 * @param rules the most important last
 * @param sandbox whether it sees nothing else
 */
record ProgramMounts(List<Rule> rules, boolean sandbox) {
    static final ProgramMounts NONE = new ProgramMounts(List.of(), false);

    private static final String ROOT = "/";

    /** The same, with rules that are less important; in a sandbox nothing is listed that nobody has listed. */
    ProgramMounts after(List<Rule> lesser) {
        if (sandbox) {
            return this;
        }
        List<Rule> all = new ArrayList<>(lesser);
        all.addAll(rules);
        return new ProgramMounts(List.copyOf(all), false);
    }

    /** The rules, one a line. */
    String text() {
        return rules.stream().map(Rule::toString).collect(Collectors.joining("\n"));
    }

    /** For the virtual machine of a program that runs on the machine where it is started. */
    List<String> wordsHere() {
        List<String> words = new ArrayList<>();
        if (sandbox) {
            words.add("-Dcc.files.sandbox=true");
        }
        if (sandbox || !rules.isEmpty()) {
            words.add("-Dcc.files.rules=" + text());
        }
        return words;
    }

    /**
     * Whether a program has the files of the machine that it runs on, rather than those of the one it was started on.
     */
    boolean filesAreThere() {
        return rules.stream().anyMatch(rule -> rule.path().equals(ROOT) && rule.mode() == Mode.LOCAL);
    }
}
