package cc.fs.shell;

import cc.fs.mount.MountTable;
import cc.fs.mount.Rule;
import cc.fs.mount.RuleReader;
import cc.fs.mount.StandardRules;
import cc.fs.mount.StandardRules.Profile;
import cc.protocol.link.RuntimePaths;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever started the program said about its files, as system properties of its virtual machine.
 *
 * @param table where paths live
 * @param machine the one on which this runs; empty: unknown, and so unlike all that rules name
 * @param home the machine on which the program was started
 * @param directory the program's working directory
 * @param providers folders with jars of {@code java.nio.file} providers
 * @param patience how long an operation waits for a machine that does not answer
 */
record ShellSettings(
        MountTable table, String machine, String home, String directory, List<Path> providers, Duration patience) {
    private static final int DEFAULT_PATIENCE_SECONDS = 60;

    /** Before the name of a file that has the rules; else they are given as they are, one a line. */
    private static final String FILE_MARK = "@";

    /** @throws IOException if rules cannot be read, or make no sense; the message says which */
    static ShellSettings ofThisProcess() throws IOException {
        String said = System.getProperty("cc.files.rules", "");
        String text = said;
        String source = "cc.files.rules";
        if (said.startsWith(FILE_MARK)) {
            source = said.substring(FILE_MARK.length());
            try {
                text = Files.readString(Path.of(source));
            } catch (IOException e) {
                throw new IOException("the rules for its files cannot be read from " + source + ": " + e, e);
            }
        }
        List<Rule> rules = new RuleReader(ShellSettings::variable).read(text, source);
        String machine = System.getProperty("cc.machine", "");
        String home = System.getProperty("cc.files.home", "");
        Profile profile = home.equals(machine) ? Profile.HOME : Profile.AWAY;
        if (Boolean.getBoolean("cc.files.sandbox")) {
            profile = Profile.SANDBOX;
        }
        List<Rule> code = ProgramCode.rules(profile);
        return new ShellSettings(
                StandardRules.table(profile, code, rules, ShellSettings::variable),
                machine,
                home,
                System.getProperty("user.dir"),
                providerFolders(),
                Duration.ofSeconds(Integer.getInteger("cc.files.patience", DEFAULT_PATIENCE_SECONDS)));
    }

    /** Those of the installation, and those that somebody has named. */
    private static List<Path> providerFolders() {
        List<Path> folders = new ArrayList<>();
        String installation = agentFolder();
        if (installation != null) {
            folders.add(Path.of(installation, "providers"));
        }
        for (String named : System.getProperty("cc.files.providers", "").split(File.pathSeparator, -1)) {
            if (!named.isEmpty()) {
                folders.add(Path.of(named));
            }
        }
        return folders;
    }

    private static @Nullable String variable(String name) {
        return switch (name) {
            case "pid" -> Long.toString(ProcessHandle.current().pid());
            case "cc.home" -> agentFolder();
            case "cc.runtime" -> RuntimePaths.ofThisProcess().directory().toString();
            default -> System.getProperty(name);
        };
    }

    /** Where the shell itself comes from. */
    private static @Nullable String agentFolder() {
        CodeSource source = ShellSettings.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        Path parent = Path.of(URI.create(source.getLocation().toString())).getParent();
        return parent == null ? null : parent.toString();
    }
}
