package cc.node.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cc completion}: lets the shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints what lets bash or zsh complete commands: eval \"$(cc completion)\"",
        hidden = true,
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("cc", Cc.commandLine()));
        out.flush();
        return 0;
    }
}
