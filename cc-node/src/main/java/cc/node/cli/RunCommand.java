package cc.node.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cc run}: runs a Java program as {@code java} would, with its windows on CC's screens. */
@Command(
        name = "run",
        description = {
            "Runs a Java program whose windows show in a browser or on this desktop.",
            "Options before the program's name that cc does not know are java's own."
        },
        customSynopsis = "cc run [OPTIONS] [JAVA OPTIONS] app.jar|-cp PATH MAIN|-m MODULE [ARGUMENTS]",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final Launch launch = new Launch();

    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    @Override
    public Integer call() throws Exception {
        return launch.run(JavaCommandLine.parse(words));
    }
}
