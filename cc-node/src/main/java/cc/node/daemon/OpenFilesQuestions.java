package cc.node.daemon;

import cc.node.application.Application;
import cc.node.application.Applications;
import cc.node.community.Community;
import cc.node.files.OpenFilesDesk;
import cc.node.peer.PeerStream;
import cc.node.registry.UnavailableException;
import cc.protocol.message.ListOpenFiles;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the machine that can tell what an application has open, and asks it. */
final class OpenFilesQuestions {
    private static final int MAX_REPLY_BYTES = 16 << 20;

    private final Applications applications;
    private final OpenFilesDesk desk;
    private final @Nullable Community community;

    /** @param community null: this machine belongs to none */
    OpenFilesQuestions(Applications applications, OpenFilesDesk desk, @Nullable Community community) {
        this.applications = applications;
        this.desk = desk;
        this.community = community;
    }

    /** @param wanted an application's name or id, or a process of this machine */
    Reply answer(String wanted) {
        Optional<Application> known = find(wanted);
        if (known.isEmpty()) {
            return desk.processId(wanted)
                    .map(pid -> desk.answer(wanted, pid))
                    .orElseGet(() -> error("No program is called '" + wanted + "', or no rule says anything about its"
                            + " files; 'cc ps' lists programs"));
        }
        Application application = known.get();
        long pid = application.record().getPid();
        if (application.machine().equals(applications.machine())) {
            return desk.answer(application.name(), pid);
        }
        try {
            return ask(application, pid);
        } catch (IOException e) {
            return error("The machine " + application.machine() + " does not answer: " + e.getMessage());
        }
    }

    private Optional<Application> find(String wanted) {
        try {
            return applications.find(wanted);
        } catch (UnavailableException e) {
            // What runs here is known all the same.
            return Optional.empty();
        }
    }

    private Reply ask(Application application, long pid) throws IOException {
        Community members = community;
        if (members == null) {
            throw new IOException("this machine belongs to no community");
        }
        try (PeerStream stream = members.open(application.machine(), OpenFilesDesk.KIND)) {
            stream.messages()
                    .write(ListOpenFiles.newBuilder()
                            .setApplication(application.name())
                            .setPid(pid)
                            .build());
            Reply reply = stream.messages().read(Reply.parser(), MAX_REPLY_BYTES);
            return reply == null ? error("The machine " + application.machine() + " does not answer") : reply;
        }
    }

    private static Reply error(String message) {
        return Reply.newBuilder().setError(message).build();
    }
}
