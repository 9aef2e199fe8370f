package cc.node.launch;

import cc.node.application.Applications;
import cc.node.message.Exited;
import cc.node.message.FromHost;
import cc.node.message.LaunchRequest;
import cc.node.message.SendSignal;
import cc.node.message.Started;
import cc.node.message.ToHost;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where people of the whole community start programs on this machine, and look after those that run here. */
public final class HostDesk implements StreamHandler {
    /** Of streams between nodes. */
    public static final String KIND = "launch";

    private final Applications applications;
    private final BackgroundPrograms background;

    public HostDesk(Applications applications, BackgroundPrograms background) {
        this.applications = applications;
        this.background = background;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        try (FrameChannel channel = stream.messages()) {
            serve(channel);
        }
    }

    /** Takes part in one conversation to its end. */
    public void serve(FrameChannel channel) throws IOException {
        Conversation conversation = new Conversation(channel);
        ToHost first = conversation.read();
        if (first == null) {
            return;
        }
        try {
            answer(first, conversation);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            conversation.error(String.valueOf(e.getMessage()));
        }
        // Who was answered closes; what is on its way there must not be cut off.
        conversation.gone().join();
    }

    /** Whether it has started a program of this name or id that goes on without anybody, or did. */
    public boolean knows(String nameOrId) {
        return background.find(nameOrId).isPresent();
    }

    private void answer(ToHost first, Conversation conversation) throws IOException {
        switch (first.getMessageCase()) {
            case LAUNCH -> launch(first.getLaunch(), conversation);
            case LOG ->
                LogReader.serve(
                        program(first.getLog().getApplication()), first.getLog().getFollow(), conversation);
            case WAIT -> awaitExit(first.getWait().getApplication(), conversation);
            case SIGNAL -> signal(first.getSignal(), conversation);
            case KNOWS -> {
                program(first.getKnows());
                conversation.finished();
            }
            default -> conversation.error("this node does not know that request; it is of another release");
        }
    }

    private void launch(LaunchRequest request, Conversation conversation) throws IOException {
        boolean filesAreHere = request.getHome().isEmpty() || request.getHome().equals(applications.machine());
        if (filesAreHere && !StartedProgram.directory(request).toString().equals(request.getDirectory())) {
            conversation.write(FromHost.newBuilder()
                    .setNotice("the machine " + applications.machine() + " has no folder " + request.getDirectory()
                            + "; the program begins in " + StartedProgram.directory(request)));
        }
        if (!request.getBackground()) {
            ForegroundRun.serve(conversation, request, applications);
            return;
        }
        BackgroundProgram program = background.start(request);
        conversation.write(FromHost.newBuilder()
                .setStarted(Started.newBuilder()
                        .setName(program.name())
                        .setId(program.id())
                        .setMachine(applications.machine())));
        conversation.finished();
    }

    private BackgroundProgram program(String nameOrId) throws IOException {
        return background
                .find(nameOrId)
                .orElseThrow(() -> new IOException("the machine " + applications.machine()
                        + " has not started a program called '" + nameOrId
                        + "' in the background: only those of 'cc run -d' have a log and are remembered"));
    }

    private void awaitExit(String nameOrId, Conversation conversation) throws IOException {
        Optional<BackgroundProgram> program = background.find(nameOrId);
        Optional<Long> pid = applications.processId(nameOrId);
        CompletableFuture<Exited> exit;
        if (program.isPresent()) {
            exit = program.get().exit();
        } else if (pid.isPresent()) {
            Exited unknown = Exited.newBuilder().setUnknown(true).build();
            exit = ProcessHandle.of(pid.get())
                    .map(process -> process.onExit().thenApply(ended -> unknown))
                    .orElse(CompletableFuture.completedFuture(unknown));
        } else {
            throw new IOException("no application called '" + nameOrId + "' runs on the machine "
                    + applications.machine() + "; 'cc ps' lists all");
        }
        Exited how = conversation.await(exit);
        if (how != null) {
            conversation.write(FromHost.newBuilder().setExited(how));
        }
    }

    private void signal(SendSignal request, Conversation conversation) throws IOException {
        long pid = applications
                .processId(request.getApplication())
                .orElseThrow(() -> new IOException("no application called '" + request.getApplication()
                        + "' runs on the machine " + applications.machine() + "; 'cc ps' lists all"));
        Signals.send(request.getSignal(), pid);
        conversation.finished();
    }
}
