package cc.node.cli;

import cc.node.community.NodeHome;
import cc.protocol.message.ApplicationEntry;
import cc.protocol.message.MachineEntry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc completion}: lets the shell complete commands, options and names. */
@Command(
        name = "completion",
        description = "Prints what lets bash or zsh complete commands: eval \"$(cc completion)\"",
        hidden = true,
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Option(names = "--names", hidden = true, description = "of applications, or of machines, for the shell")
    private String names = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            out.print(CompletionScript.of("cc", Cc.commandLine()));
        } else {
            known().forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private List<String> known() throws IOException {
        return switch (names) {
            case "applications" ->
                NodeClient.applications().getApplicationsList().stream()
                        .map(ApplicationEntry::getName)
                        .toList();
            case "machines" ->
                NodeHome.ofThisProcess().isMember()
                        ? NodeClient.machines().stream()
                                .map(MachineEntry::getName)
                                .toList()
                        : List.of();
            default -> throw new IOException("there are names of applications and machines only");
        };
    }
}
