package cc.node.cli;

import cc.node.Installation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cc demo}: the first thing a new user types. */
@Command(
        name = "demo",
        description = "Runs the demo program and shows it in a browser.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final Launch launch = new Launch();

    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "passed on to the demo program")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws Exception {
        String demo = Installation.current().demo().toString();
        launch.requireMachines();
        return LocalRun.run(
                launch, ProgramMounts.NONE, new JavaCommandLine(List.of(), List.of("-jar", demo), arguments), Map.of());
    }
}
