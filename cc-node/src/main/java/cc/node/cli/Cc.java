package cc.node.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The {@code cc} command. */
@Command(
        name = "cc",
        description = "Runs Java programs whose windows show anywhere.",
        mixinStandardHelpOptions = true,
        version = "cc 0.1",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            EnvCommand.class,
            PsCommand.class,
            ViewCommand.class,
            ShowCommand.class,
            InitCommand.class,
            TokenCommand.class,
            JoinCommand.class,
            NodesCommand.class,
            LeaveCommand.class,
            NodeCommand.class,
            StopCommand.class,
            HelpCommand.class
        })
public final class Cc {
    static final int EXIT_FAILED = 1;

    private Cc() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command; what can go wrong is told in a line, not as a stack trace. */
    static CommandLine commandLine() {
        IExecutionExceptionHandler inOneLine = (exception, command, parsed) -> {
            String message = exception.getMessage();
            command.getErr().println("cc: " + (message == null ? exception.toString() : message));
            if (Boolean.getBoolean("cc.debug")) {
                exception.printStackTrace(command.getErr());
            }
            return EXIT_FAILED;
        };
        CommandLine cc = new CommandLine(new Cc())
                .setExecutionExceptionHandler(inOneLine)
                .setCaseInsensitiveEnumValuesAllowed(true);
        // From the first word on that is not cc's own, everything belongs to java and to the program.
        cc.getSubcommands().forEach((name, command) -> {
            if (name.equals("run") || name.equals("demo")) {
                command.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
            }
        });
        return cc;
    }
}
