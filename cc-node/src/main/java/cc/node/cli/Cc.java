package cc.node.cli;

import java.util.List;
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
        synopsisSubcommandLabel = "COMMAND")
public final class Cc {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            RunCommand.class,
            EnvCommand.class,
            PsCommand.class,
            FilesCommand.class,
            ViewCommand.class,
            ShowCommand.class,
            InputCommand.class,
            InputProxyCommand.class,
            ScreenProxyCommand.class,
            LogsCommand.class,
            WaitCommand.class,
            KillCommand.class,
            SignalCommand.class,
            InitCommand.class,
            TokenCommand.class,
            JoinCommand.class,
            NodesCommand.class,
            DoctorCommand.class,
            LeaveCommand.class,
            NodeCommand.class,
            StopCommand.class,
            CompletionCommand.class,
            HelpCommand.class);

    static final int EXIT_FAILED = 1;

    private Cc() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(arguments).execute(arguments));
    }

    /**
     * The command with those of its parts that these arguments need: one, where they begin with its name. To describe
     * all of them takes picocli a good part of the time until a program starts. What can go wrong is told in a line,
     * not as a stack trace.
     */
    static CommandLine commandLine(String... arguments) {
        IExecutionExceptionHandler inOneLine = (exception, command, parsed) -> {
            String message = exception.getMessage();
            command.getErr().println("cc: " + (message == null ? exception.toString() : message));
            if (Boolean.getBoolean("cc.debug")) {
                exception.printStackTrace(command.getErr());
            }
            return EXIT_FAILED;
        };
        CommandLine cc = new CommandLine(new Cc());
        for (Class<?> command : needed(arguments)) {
            cc.addSubcommand(command);
        }
        if (cc.getSubcommands().containsKey("help")) {
            // Its line is needed for others, so that all fit one screen: -h does the same.
            cc.getSubcommands().get("help").getCommandSpec().usageMessage().hidden(true);
        }
        cc.setExecutionExceptionHandler(inOneLine).setCaseInsensitiveEnumValuesAllowed(true);
        // From the first word on that is not cc's own, everything belongs to java and to the program.
        cc.getSubcommands().forEach((name, command) -> {
            if (name.equals("run") || name.equals("demo")) {
                command.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
            }
        });
        return cc;
    }

    private static List<Class<?>> needed(String... arguments) {
        for (Class<?> command : COMMANDS) {
            boolean asked = arguments.length > 0
                    && command != HelpCommand.class
                    && command.getAnnotation(Command.class).name().equals(arguments[0]);
            if (asked) {
                return List.of(command);
            }
        }
        return COMMANDS;
    }
}
