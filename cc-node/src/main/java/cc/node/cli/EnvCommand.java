package cc.node.cli;

import cc.node.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cc env}: what a shell needs so that the plain {@code java} command knows CC. */
@Command(
        name = "env",
        description = {
            "Prints settings for the shell, so that plain java knows CC.",
            "eval \"$(cc env)\"; java -Dawt.toolkit=cc -jar app.jar"
        },
        mixinStandardHelpOptions = true)
final class EnvCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        // In double quotes for the launcher (paths with blanks), in single quotes for the shell.
        String option = "-javaagent:\"" + Installation.current().agent() + "\"";
        spec.commandLine().getOut().println("export JDK_JAVA_OPTIONS='" + option.replace("'", "'\\''") + "'");
        return 0;
    }
}
