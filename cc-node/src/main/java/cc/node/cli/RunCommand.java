package cc.node.cli;

import cc.node.community.NodeHome;
import cc.node.launch.LaunchEnvironment;
import cc.node.message.LaunchRequest;
import cc.protocol.message.HostFound;
import cc.protocol.message.HostHello;
import cc.protocol.message.ProgramNeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "In a community it runs here, unless this machine is busy and an idle one has the same jars. Wherever it"
                    + " runs, its files are this machine's."
        },
        customSynopsis = "cc run [OPTIONS] [JAVA OPTIONS] app.jar|-cp PATH MAIN|-m MODULE [ARGUMENTS]",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final String ANY = "any";

    @Mixin
    private final Launch launch = new Launch();

    @Option(
            names = "--on",
            paramLabel = "MACHINE",
            description = "run it there; any: on the least loaded one that fits")
    private String machine = "";

    @Mixin
    private final MountOptions mountOptions = new MountOptions();

    private ProgramMounts mounts = ProgramMounts.NONE;

    @Option(
            names = {"-d", "--detach"},
            description = "in the background; 'cc logs' and 'cc wait' follow it")
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
        mounts = mountOptions.of(launch.name(program), NodeHome.ofThisProcess());
        launch.requireMachines();
        boolean member = NodeHome.ofThisProcess().isMember();
        if (machine.isEmpty()) {
            return member ? runHereUnlessBusy(program) : runHere(program, "this machine belongs to no community");
        }
        if (!member) {
            NodeLauncher.startUnlessRunning();
        }
        HostHello.Builder wanted = HostHello.newBuilder().setMachine(machine);
        @Nullable ProgramNeeds needs = machine.equals(ANY) ? place(program).needs() : null;
        return runBy(HostConversation.open(needs == null ? wanted : wanted.setNeeds(needs)), program, "");
    }

    private int runHereUnlessBusy(JavaCommandLine program) throws IOException, InterruptedException {
        @Nullable HostConversation host;
        String here;
        try {
            ProgramPlace place = place(program);
            here = place.why();
            host = place.needs() == null ? null : hereUnlessBusy(place.needs());
        } catch (IOException e) {
            // Nobody asked for another machine, so that this is no reason not to run the program.
            here = String.valueOf(e.getMessage());
            host = null;
        }
        return host == null ? runHere(program, here) : runBy(host, program, "");
    }

    private static HostConversation hereUnlessBusy(ProgramNeeds needs) throws IOException {
        // It need not be in touch with the community before a program can run here.
        NodeLauncher.startUnlessRunning();
        return HostConversation.open(
                HostHello.newBuilder().setMachine(ANY).setRatherHere(true).setNeeds(needs));
    }

    private int runHere(JavaCommandLine program, String why) throws IOException, InterruptedException {
        if (background) {
            NodeLauncher.startUnlessRunning();
            return runBy(HostConversation.open(HostHello.newBuilder()), program, why);
        }
        say("here", why);
        return LocalRun.run(launch, mounts, program, environment);
    }

    /**
     * Ends the conversation.
     *
     * @param why the program is to run there, unless the node tells that
     */
    private int runBy(HostConversation conversation, JavaCommandLine program, String why)
            throws IOException, InterruptedException {
        try (HostConversation host = conversation) {
            HostFound found = host.host();
            boolean here = found.getMachine().equals(found.getHere());
            say("on " + found.getMachine(), found.getWhy().isEmpty() ? why : found.getWhy());
            LaunchRequest request = request(program, found, here);
            if (background) {
                HostedRun.start(host, request, System.out, System.err);
                return 0;
            } else if (!here) {
                return HostedRun.run(host, request, started -> {
                    if (launch.screen().kind() == ScreenChoice.Kind.WEB) {
                        FarProgram.announceSoon(started);
                    }
                });
            }
        }
        return LocalRun.run(launch, mounts, program, environment);
    }

    private ProgramPlace place(JavaCommandLine program) throws IOException {
        return ProgramPlace.of(program, directory(), Objects.toString(launch.javaHome(), ""));
    }

    private void say(String place, String why) {
        if (verbose) {
            System.err.println("cc: runs " + place + (why.isEmpty() ? "" : ", since " + why));
        }
    }

    private LaunchRequest request(JavaCommandLine program, HostFound found, boolean here) throws IOException {
        boolean filesAreThere = here || mounts.filesAreThere();
        JavaCommandLine line = filesAreThere ? program : FarFiles.of(program, directory());
        ProgramMounts told = filesAreThere ? mounts : mounts.after(HomeScratch.rules(line, directory()));
        boolean announces = here && launch.screen().kind() == ScreenChoice.Kind.WEB;
        LaunchRequest.Builder request = LaunchRequest.newBuilder()
                .setName(launch.name(program))
                .addAllWords(launch.words(line, launch.name(program), announces))
                .setHome(filesAreThere ? "" : found.getHere())
                .setMounts(told.text())
                .setSandbox(mounts.sandbox())
                .setDirectory(directory().toString())
                .putAllEnvironment(here ? System.getenv() : LaunchEnvironment.ofPerson(System.getenv()))
                .putAllEnvironment(environment)
                .setJavaHome(Objects.toString(launch.javaHome(), ""))
                .setBackground(background)
                .setUnseen(launch.screen().kind() == ScreenChoice.Kind.NONE)
                .addAllScreens(screens(found.getHere(), here))
                .addAllInputs(launch.inputs());
        if (filesAreThere && program.target().get(0).equals("-jar")) {
            request.setJar(program.target().get(1));
        }
        return request.build();
    }

    /** Where the windows are to be at first: with whoever starts the program, unless they say otherwise. */
    private List<String> screens(String here, boolean runsHere) {
        return switch (launch.screen().kind()) {
            case MACHINES -> launch.screen().machines();
            case NONE -> List.of();
            case NATIVE -> List.of(here);
            case WEB -> runsHere ? List.of() : List.of(here);
        };
    }

    private static Path directory() {
        return Path.of("").toAbsolutePath();
    }
}
