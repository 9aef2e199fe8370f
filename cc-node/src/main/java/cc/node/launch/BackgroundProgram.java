package cc.node.launch;

import cc.node.application.Applications;
import cc.node.message.BackgroundRecord;
import cc.node.message.Exited;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that goes on without whoever started it, even without its node: its folder tells the next node everything.
 */
final class BackgroundProgram {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundProgram.class);

    private final Path folder;
    private final CompletableFuture<Exited> exit = new CompletableFuture<>();
    private volatile BackgroundRecord record;
    private volatile Applications.@Nullable Launched application;

    BackgroundProgram(Path folder, BackgroundRecord record) {
        this.folder = folder;
        this.record = record;
    }

    static Path pidFile(Path folder) {
        return folder.resolve("pid");
    }

    static Path log(Path folder) {
        return folder.resolve("log");
    }

    private static Path exitFile(Path folder) {
        return folder.resolve("exit");
    }

    private static Path recordFile(Path folder) {
        return folder.resolve("record");
    }

    /** What a folder tells; null if its program never began. */
    static @Nullable BackgroundProgram read(Path folder) throws IOException {
        return Files.exists(recordFile(folder))
                ? new BackgroundProgram(folder, BackgroundRecord.parseFrom(Files.readAllBytes(recordFile(folder))))
                : null;
    }

    String name() {
        Applications.Launched running = application;
        return running == null ? record.getName() : running.name();
    }

    String id() {
        Applications.Launched running = application;
        return running == null ? record.getId() : running.id();
    }

    BackgroundRecord record() {
        return record;
    }

    Path folder() {
        return folder;
    }

    Path log() {
        return log(folder);
    }

    Path oldLog() {
        return folder.resolve("log.1");
    }

    boolean hasEnded() {
        return exit.isDone();
    }

    /** How it ends. */
    CompletableFuture<Exited> exit() {
        return exit.copy();
    }

    /** It runs: it is an application of the community until its keeper has ended. */
    void follow(Applications.Launched asApplication, ProcessHandle keeper) throws IOException {
        application = asApplication;
        save();
        CompletableFuture<Void> unused = keeper.onExit().thenRun(this::ended);
    }

    /** Its process and the one that kept it have ended. */
    void ended() {
        try {
            if (application != null) {
                save();
                application.close();
            }
        } catch (IOException e) {
            LOG.warn("The state of {} cannot be kept: {}", name(), e.getMessage());
        }
        Exited how = exitCode();
        LOG.info("{} has ended{}", name(), how.getUnknown() ? "" : " with " + how.getCode());
        exit.complete(how);
    }

    private void save() throws IOException {
        // Names in the community may come later than the program.
        record = record.toBuilder().setName(name()).setId(id()).build();
        Path fresh = folder.resolve("record.new");
        Files.write(fresh, record.toByteArray());
        Files.move(fresh, recordFile(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Exited exitCode() {
        try {
            String text = Files.readString(exitFile(folder), StandardCharsets.US_ASCII)
                    .trim();
            return Exited.newBuilder().setCode(Integer.parseInt(text)).build();
        } catch (IOException | NumberFormatException e) {
            return Exited.newBuilder().setUnknown(true).build();
        }
    }
}
