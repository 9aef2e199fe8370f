package cc.node.cli;

import cc.node.launch.LaunchEnvironment;
import cc.node.message.LaunchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cc run}: runs a Java program as {@code java} would, with its windows on CC's screens. */
@Command(
        name = "run",
        description = {
            "Runs a Java program; its windows show in a browser or here.",
            "Options before the program's name that cc does not know are java's own.",
            "On another machine the program's files must be there, too: machines do not share files yet. That is why it"
                    + " runs here unless --on says otherwise."
        },
        customSynopsis = "cc run [OPTIONS] [JAVA OPTIONS] app.jar|-cp PATH MAIN|-m MODULE [ARGUMENTS]",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private final Launch launch = new Launch();

    @Option(
            names = "--on",
            paramLabel = "MACHINE",
            description = "run it there; any: on the least loaded machine; default: here")
    private String machine = "";

    @Option(
            names = {"-d", "--detach"},
            description = "in the background; 'cc logs' and 'cc wait' tell what becomes of it")
    private boolean background;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description =
                    "set in the program's environment; with --on, only language and time zone go along by themselves")
    private Map<String, String> environment = Map.of();

    @Option(names = "-v", description = "say where it runs, and why")
    private boolean verbose;

    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    @Override
    public Integer call() throws Exception {
        JavaCommandLine program = JavaCommandLine.parse(words);
        return machine.isEmpty() && !background ? launch.run(program, environment) : runByNode(program);
    }

    private int runByNode(JavaCommandLine program) throws IOException {
        NodeLauncher.startUnlessRunning();
        try (HostConversation host = HostConversation.withMachine(machine)) {
            if (verbose) {
                String why = host.host().getWhy();
                System.err.println("cc: runs on " + host.host().getMachine() + (why.isEmpty() ? "" : ", since " + why));
            }
            if (background) {
                HostedRun.start(host, request(program), System.out, System.err);
                return 0;
            }
            return HostedRun.run(host, request(program));
        }
    }

    private LaunchRequest request(JavaCommandLine program) {
        boolean here = machine.isEmpty();
        LaunchRequest.Builder request = LaunchRequest.newBuilder()
                .setName(launch.name(program))
                .addAllWords(launch.words(program))
                .setDirectory(Path.of("").toAbsolutePath().toString())
                .putAllEnvironment(here ? System.getenv() : LaunchEnvironment.ofPerson(System.getenv()))
                .putAllEnvironment(environment)
                .setJavaHome(launch.javaHome())
                .setBackground(background);
        if (program.target().get(0).equals("-jar")) {
            request.setJar(program.target().get(1));
        }
        return request.build();
    }
}
