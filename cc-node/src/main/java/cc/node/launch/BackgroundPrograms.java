package cc.node.launch;

import cc.node.application.Applications;
import cc.node.chore.ChoreThread;
import cc.node.message.BackgroundRecord;
import cc.node.message.LaunchRequest;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs of this machine that run in the background, and the last that did. They write to files and are kept by a
 * small shell that notes their exit code, so that neither needs the node; a node that comes back finds them again.
 */
public final class BackgroundPrograms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundPrograms.class);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SAME_START_MILLIS = TimeUnit.SECONDS.toMillis(5);

    /** Files are moved into their places, so that nobody reads half of one. */
    private static final String KEEPER = "folder=$0; "
            + "/bin/sh -c 'echo $$ > \"$0/pid.new\" && mv \"$0/pid.new\" \"$0/pid\""
            + " && exec \"$@\"' \"$folder\" \"$@\"; "
            + "echo $? > \"$folder/exit.new\"; mv \"$folder/exit.new\" \"$folder/exit\"";

    private final Path folders;
    private final Applications applications;
    private final List<BackgroundProgram> programs = new CopyOnWriteArrayList<>();
    private final ChoreThread chores = new ChoreThread("cc-background-programs");

    /** @param folders where each program has a folder of its own */
    public BackgroundPrograms(Path folders, Applications applications) {
        this.folders = folders;
        this.applications = applications;
        findAgain();
        chores.every(LaunchLimits.LOG_CHECK_PAUSE, this::rotateLogs);
    }

    /** Whether any runs. */
    public boolean anyRuns() {
        return programs.stream().anyMatch(program -> !program.hasEnded());
    }

    BackgroundProgram start(LaunchRequest request) throws IOException {
        Files.createDirectories(folders);
        forgetOldest();
        Path folder = Files.createTempDirectory(folders, "");
        File log = Files.createFile(BackgroundProgram.log(folder)).toFile();
        ProcessBuilder builder = StartedProgram.prepare(
                request, List.of("/bin/sh", "-c", KEEPER, folder.toString()), applications.machine());
        Process keeper = builder.redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log))
                .redirectError(Redirect.appendTo(log))
                .start();
        long pid = awaitPid(folder, keeper);
        Applications.Launched application =
                applications.launched(request.getName(), pid, StartedProgram.routes(request));
        BackgroundProgram program = new BackgroundProgram(
                folder,
                BackgroundRecord.newBuilder()
                        .setPid(pid)
                        .setStartedEpochMillis(startOf(pid))
                        .setKeeperPid(keeper.pid())
                        .build());
        programs.add(program);
        program.follow(application, keeper.toHandle());
        LOG.info("{} runs in the background as process {}", application.name(), pid);
        return program;
    }

    /** The program of this name or id; of several with one name, the last. */
    Optional<BackgroundProgram> find(String nameOrId) {
        return programs.stream()
                .filter(program ->
                        program.name().equals(nameOrId) || program.id().equals(nameOrId))
                .max(Comparator.comparing((BackgroundProgram program) -> !program.hasEnded())
                        .thenComparing(program -> program.record().getStartedEpochMillis()));
    }

    /** Programs run on. */
    @Override
    public void close() {
        chores.close();
    }

    private static long awaitPid(Path folder, Process keeper) throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        while (!Files.exists(BackgroundProgram.pidFile(folder))) {
            if (!keeper.isAlive() || System.nanoTime() > deadline) {
                keeper.destroy();
                throw new IOException(
                        "the program cannot be started; " + BackgroundProgram.log(folder) + " may say why");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return Long.parseLong(Files.readString(BackgroundProgram.pidFile(folder), StandardCharsets.US_ASCII)
                .trim());
    }

    private static long startOf(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(Instant::toEpochMilli)
                .orElseGet(System::currentTimeMillis);
    }

    private void findAgain() {
        if (!Files.isDirectory(folders)) {
            return;
        }
        try (Stream<Path> found = Files.list(folders)) {
            for (Path folder : found.toList()) {
                BackgroundProgram program = BackgroundProgram.read(folder);
                if (program != null) {
                    programs.add(program);
                    takeUp(program);
                }
            }
        } catch (IOException e) {
            LOG.warn("What ran in the background is not known: {}", e.getMessage());
        }
    }

    private void takeUp(BackgroundProgram program) throws IOException {
        BackgroundRecord record = program.record();
        Optional<ProcessHandle> process = ProcessHandle.of(record.getPid())
                .filter(running ->
                        Math.abs(startOf(running.pid()) - record.getStartedEpochMillis()) < SAME_START_MILLIS);
        if (process.isPresent()) {
            ProcessHandle keeper = ProcessHandle.of(record.getKeeperPid()).orElse(process.get());
            program.follow(applications.launched(record.getName(), record.getPid()), keeper);
        } else {
            program.ended();
        }
    }

    private void forgetOldest() throws IOException {
        List<BackgroundProgram> ended = programs.stream()
                .filter(BackgroundProgram::hasEnded)
                .sorted(Comparator.comparing(program -> program.record().getStartedEpochMillis()))
                .toList();
        for (BackgroundProgram program : ended.subList(0, Math.max(0, ended.size() - LaunchLimits.ENDED_KEPT))) {
            programs.remove(program);
            try (Stream<Path> files = Files.walk(program.folder())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void rotateLogs() {
        for (BackgroundProgram program : programs) {
            if (!program.hasEnded()) {
                try {
                    LogRotation.rotate(program.log(), program.oldLog(), LaunchLimits.LOG_BYTES);
                } catch (IOException e) {
                    LOG.warn("The log of {} cannot be bounded: {}", program.name(), e.getMessage());
                }
            }
        }
    }
}
