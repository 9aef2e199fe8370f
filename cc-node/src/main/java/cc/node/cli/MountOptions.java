package cc.node.cli;

import cc.fs.mount.Rule;
import cc.fs.mount.RuleException;
import cc.fs.mount.RuleReader;
import cc.fs.mount.StandardRules;
import cc.fs.mount.StandardRules.Profile;
import cc.node.community.NodeHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a program's files are, as its user says it on the command line and in files of rules. */
final class MountOptions {
    /** For all programs of the community, of this machine, and for one program; later ones win. */
    private static final String COMMUNITY = "community.rules";

    private static final String MACHINE = "machine.rules";
    private static final String PROGRAMS = "programs";
    private static final String SUFFIX = ".rules";
    private static final long MAX_FILE_BYTES = 1 << 20;

    @Option(names = "--mount", paramLabel = "PATH=MODE", description = "where files are; docs/files.md has the modes")
    private List<String> mounts = List.of();

    @Option(names = "--mounts", paramLabel = "FILE", description = "rules as --mount has them, one a line: PATH MODE")
    private @Nullable Path file;

    @Option(names = "--sandbox", description = "no files but its own jars and those that rules list")
    private boolean sandbox;

    /**
     * What holds for a program.
     *
     * @param program what people call it
     * @throws IOException if rules cannot be read, or make no sense; the message says which, and why
     */
    ProgramMounts of(String program, NodeHome home) throws IOException {
        RuleReader reader = new RuleReader(System::getProperty);
        List<Rule> rules = new ArrayList<>();
        Path folder = home.mounts();
        for (Path standing : List.of(folder.resolve(COMMUNITY), folder.resolve(MACHINE), ofProgram(folder, program))) {
            if (Files.exists(standing)) {
                rules.addAll(read(reader, standing));
            }
        }
        if (file != null) {
            rules.addAll(read(reader, file));
        }
        for (String mount : mounts) {
            rules.add(reader.readOption(mount));
        }
        requireAllowed(rules);
        return new ProgramMounts(List.copyOf(rules), sandbox);
    }

    private static Path ofProgram(Path folder, String program) {
        // A name is not a path, whatever somebody has called a program.
        return folder.resolve(PROGRAMS).resolve(program.replace('/', '_') + SUFFIX);
    }

    private static List<Rule> read(RuleReader reader, Path file) throws IOException {
        String text;
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IOException("it has more than " + MAX_FILE_BYTES + " bytes");
            }
            text = Files.readString(file);
        } catch (IOException e) {
            throw new IOException("the rules in " + file + " cannot be read: " + e.getMessage(), e);
        }
        return reader.read(text, file.toString());
    }

    private void requireAllowed(List<Rule> rules) throws RuleException {
        Profile profile = sandbox ? Profile.SANDBOX : Profile.HOME;
        StandardRules.table(profile, List.of(), rules, System::getProperty);
    }
}
