package cc.fs.mount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules that hold where nobody says otherwise, and those that nobody can change. */
public final class StandardRules {
    /** Each machine's own: the kernel's file systems, and what the virtual machine and its shell need. */
    private static final List<String> FIXED = List.of(
            "/proc local",
            "/sys local",
            "/dev local",
            "/run local",
            "${java.home} local",
            "${cc.home} local",
            "${cc.runtime} local");

    /** A program that is locked in must not change what it is made of, either. */
    private static final List<String> SANDBOX_FIXED =
            List.of("${java.home} local read-only", "${cc.home} local read-only", "${cc.runtime} local read-only");

    /** The system's software is the same on every machine. */
    private static final List<String> HOME = List.of(
            "/ home",
            "/usr local",
            "/lib local",
            "/lib64 local",
            "/bin local",
            "/sbin local",
            "/etc local",
            "/tmp local",
            "/var/tmp local");

    /** On a machine that is not the program's own, its scratch is of use to nobody else. */
    private static final List<String> AWAY = List.of("/tmp private", "/var/tmp private");

    /** Nothing but what a virtual machine reads of its system by itself. */
    private static final List<String> SANDBOX = List.of(
            "/ deny",
            "/tmp private",
            "/var/tmp private",
            "/proc/self local read-only",
            "/proc/thread-self local read-only",
            "/proc/${pid} local read-only",
            "/proc/cpuinfo local read-only",
            "/proc/meminfo local read-only",
            "/proc/stat local read-only",
            "/proc/cgroups local read-only",
            "/proc/filesystems local read-only",
            "/sys/fs/cgroup local read-only",
            "/sys/devices/system/cpu local read-only",
            "/dev/null local",
            "/dev/zero local",
            "/dev/full local",
            "/dev/random local",
            "/dev/urandom local",
            "/dev/tty local",
            "/dev/stdin local",
            "/dev/stdout local",
            "/dev/stderr local",
            "/etc/fonts local read-only",
            "/etc/hosts local read-only",
            "/etc/localtime local read-only",
            "/etc/mime.types local read-only",
            "/etc/nsswitch.conf local read-only",
            "/etc/os-release local read-only",
            "/etc/pki/ca-trust local read-only",
            "/etc/pki/java local read-only",
            "/etc/resolv.conf local read-only",
            "/etc/ssl/certs local read-only",
            "/etc/timezone local read-only",
            "/usr/lib/os-release local read-only",
            "/usr/local/share/fonts local read-only",
            "/usr/share/fonts local read-only",
            "/usr/share/zoneinfo local read-only",
            "${user.home}/.fonts local read-only",
            "${user.home}/.local/share/fonts local read-only");

    private StandardRules() {}

    /** What a program is to be given without being asked. */
    public enum Profile {
        /** It runs where it was started. */
        HOME,
        /** It runs on another machine. */
        AWAY,
        /** Nothing at all. */
        SANDBOX
    }

    /**
     * The mount table of a program.
     *
     * @param rules what was said about it, the least important first
     * @param made what the shell adds for the machine on which it is; rules win
     * @param variables see {@link RuleReader}; of {@code java.home}, {@code cc.home}, {@code cc.runtime},
     *     {@code user.home} and {@code pid} those that are known
     * @throws RuleException if a rule would change what is fixed
     */
    public static MountTable table(
            Profile profile,
            Collection<Rule> made,
            Collection<Rule> rules,
            Function<String, @Nullable String> variables)
            throws RuleException {
        RuleReader reader = new RuleReader(variables);
        boolean sandbox = profile == Profile.SANDBOX;
        List<Rule> fixed = known(reader, sandbox ? SANDBOX_FIXED : FIXED, "fixed rules");
        List<Rule> defaults = new ArrayList<>(known(reader, sandbox ? SANDBOX : HOME, "default rules"));
        if (profile == Profile.AWAY) {
            defaults.addAll(known(reader, AWAY, "default rules"));
        }
        // A runtime in an unusual place may lie on what is a default elsewhere.
        MountTable above = MountTable.of(fixed, List.of(List.of(Rule.of("/", Mode.HOME, "default rules"))));
        defaults.addAll(made);
        List<Rule> possible = new ArrayList<>();
        for (Rule rule : defaults) {
            if (!isOneOf(fixed, above.find(rule.path()))) {
                possible.add(rule);
            }
        }
        return MountTable.of(fixed, List.of(possible, rules));
    }

    /** By identity: to compare records for the first time takes a virtual machine longer than all else here. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOneOf(List<Rule> rules, Rule wanted) {
        for (Rule rule : rules) {
            if (rule == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Those of which all variables are known. */
    private static List<Rule> known(RuleReader reader, List<String> lines, String source) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            try {
                rules.addAll(reader.read(line, source));
            } catch (RuleException e) {
                // What is not known here is not needed here.
            }
        }
        return rules;
    }
}
