package cc.node.launch;

import cc.node.application.FirstRoutes;
import cc.node.message.LaunchRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes processes of requests: in a session of their own, so that no signal to the node's terminal reaches them. */
final class StartedProgram {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private StartedProgram() {}

    /** Where the program is to begin: the folder that was asked for, if this machine has it. */
    static Path directory(LaunchRequest request) {
        Path wanted = Path.of(request.getDirectory().isEmpty() ? "/" : request.getDirectory());
        return Files.isDirectory(wanted) ? wanted : Path.of(System.getProperty("user.home"));
    }

    /** What the virtual machine is told about files comes first: a later option of the same name would win. */
    private static List<String> words(LaunchRequest request, String machine) {
        if (request.getHome().isEmpty() && request.getMounts().isEmpty() && !request.getSandbox()) {
            return request.getWordsList();
        }
        List<String> words = new ArrayList<>();
        words.add("-Dcc.files.rules=" + request.getMounts());
        if (request.getSandbox()) {
            words.add("-Dcc.files.sandbox=true");
        }
        words.add("-Dcc.machine=" + machine);
        if (request.getHome().isEmpty()) {
            words.add("-Dcc.files.home=" + machine);
        } else {
            words.add("-Dcc.files.home=" + request.getHome());
            words.add("-Duser.dir=" + request.getDirectory());
        }
        words.addAll(request.getWordsList());
        return words;
    }

    static FirstRoutes routes(LaunchRequest request) {
        return new FirstRoutes(request.getUnseen(), request.getScreensList(), request.getInputsList());
    }

    /**
     * Prepares the process.
     *
     * @param keeper what is to run the program, if not the system itself
     * @throws IOException if this machine lacks what the program needs
     */
    static ProcessBuilder prepare(LaunchRequest request, List<String> keeper, String machine) throws IOException {
        Path directory = directory(request);
        if (!request.getJar().isEmpty() && !Files.isReadable(directory.resolve(request.getJar()))) {
            throw new IOException("the machine " + machine + " has no file " + directory.resolve(request.getJar()));
        }
        ProgramFiles.requireRuntime(request.getJavaHome(), machine);
        Path javaHome = request.getJavaHome().isEmpty() ? null : Path.of(request.getJavaHome());
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(keeper);
        ProgramRuntime runtime = new ProgramRuntime(javaHome);
        command.addAll(runtime.command(words(request, machine)));
        runtime.makeArchiveSoon();
        ProcessBuilder process = new ProcessBuilder(command).directory(new File(directory.toString()));
        LaunchEnvironment.complete(process.environment(), request.getEnvironmentMap());
        return process;
    }
}
