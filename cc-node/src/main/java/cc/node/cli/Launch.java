package cc.node.cli;

import cc.protocol.message.MachineEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a program is started under CC; the options that {@code cc run} and {@code cc demo} share. */
final class Launch {
    /** Instead of a machine's name for input. */
    private static final String SAME = "same";

    private static final double SMALLEST_SCALE = 0.5;
    private static final double LARGEST_SCALE = 4;

    @Option(
            names = "--screen",
            paramLabel = "WHERE",
            converter = ScreenChoice.Converter.class,
            description = "web (default): in a browser; native: on this desktop; none: nowhere yet; M[,M2..]: on"
                    + " these machines")
    private ScreenChoice screen = ScreenChoice.WEB;

    @Option(
            names = "--input",
            split = ",",
            paramLabel = "M",
            description = "who drives it; same (default): those that show it")
    private List<String> inputs = List.of(SAME);

    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description = "pixels per unit, such as 1.25; default: the viewer's")
    private @Nullable Double scale;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = ScreenSize.Converter.class,
            description = "the screen's size, as 1440x900; default: the viewer's")
    private @Nullable ScreenSize size;

    @Option(names = "--name", paramLabel = "NAME", description = "what to call the program; default: its jar's name")
    private @Nullable String name;

    @Option(names = "--no-open", description = "print the viewer's address, but do not open a browser")
    private boolean noOpen;

    @Option(names = "--java", paramLabel = "HOME", description = "the Java runtime to use (17 to 25); default: cc's")
    private @Nullable Path javaHome;

    String name(JavaCommandLine program) {
        return name != null ? name : program.defaultName();
    }

    ScreenChoice screen() {
        return screen;
    }

    /** Whether a browser is to be opened. */
    boolean opens() {
        return !noOpen;
    }

    /** Null: the runtime of this process. */
    @Nullable
    Path javaHome() {
        return javaHome;
    }

    /** The machines that are to drive the program; none: whoever shows it. */
    List<String> inputs() {
        return inputs.equals(List.of(SAME)) ? List.of() : inputs;
    }

    /**
     * @throws IOException if a machine on which the program is to show, or that is to drive it, is not one of the
     *     community
     */
    void requireMachines() throws IOException {
        List<String> named =
                Stream.concat(screen.machines().stream(), inputs().stream()).toList();
        if (!named.isEmpty()) {
            Set<String> known =
                    NodeClient.machines().stream().map(MachineEntry::getName).collect(Collectors.toSet());
            for (String machine : named) {
                if (!known.contains(machine)) {
                    throw new IOException(
                            "no machine of the community is called '" + machine + "'; 'cc nodes' lists them");
                }
            }
        }
    }

    /**
     * What to give to the java launcher, beside what makes the program one of CC.
     *
     * @param called what people call it
     * @param announce whether the program itself prints the viewer's address
     */
    List<String> words(JavaCommandLine program, String called, boolean announce) {
        List<String> words = new ArrayList<>();
        words.add("-Dcc.name=" + called);
        words.add("-Dcc.announce=" + announce);
        if (screen.kind() == ScreenChoice.Kind.NONE) {
            words.add("-Dcc.unseen=true");
        }
        if (scale != null) {
            if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
                throw new IllegalArgumentException(
                        "--scale " + scale + " is out of range: give " + SMALLEST_SCALE + " to " + LARGEST_SCALE);
            }
            words.add(String.format(Locale.ROOT, "-Dcc.screen.scale=%s", scale));
        }
        if (size != null) {
            words.add("-Dcc.screen.size=" + size.width() + "x" + size.height());
        }
        words.addAll(program.options());
        words.addAll(program.target());
        words.addAll(program.arguments());
        return words;
    }
}
