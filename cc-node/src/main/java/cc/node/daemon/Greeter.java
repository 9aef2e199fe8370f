package cc.node.daemon;

import cc.node.application.Application;
import cc.node.application.Applications;
import cc.node.community.Community;
import cc.node.desktop.DesktopSettings;
import cc.node.desktop.Desktops;
import cc.node.files.FilesRelay;
import cc.node.registry.UnavailableException;
import cc.node.route.Routes;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.ChangeRoutes;
import cc.protocol.message.Command;
import cc.protocol.message.Done;
import cc.protocol.message.Hello;
import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineList;
import cc.protocol.message.MakeViewerAddress;
import cc.protocol.message.ProgramAccepted;
import cc.protocol.message.ProgramEntry;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ProgramList;
import cc.protocol.message.Reply;
import cc.protocol.message.ViewerAddress;
import cc.protocol.message.ViewerHello;
import cc.screen.local.ProgramConnection;
import cc.screen.local.ViewerConnection;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ViewerTerms;
import cc.screen.web.WebServer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what somebody who connected to the node socket is, and passes the connection on. */
final class Greeter {
    private static final Logger LOG = LoggerFactory.getLogger(Greeter.class);

    private final ScreenProxy screens;
    private final WebServer web;
    private final Applications applications;
    private final Routes routes;
    private final ApplicationCatalog catalog;
    private final HostRelay hosts;
    private final FilesRelay files;
    private final OpenFilesQuestions openFiles;
    private final @Nullable Community community;
    private final SelfReport self;
    private final Desktops desktops;
    private final DesktopSettings desktopUsers;
    private final Stop stop;

    /** Ends the node. */
    interface Stop {
        /** @param anew whether another one is to take its place */
        void run(boolean anew);
    }

    /**
     * @param self says how the node is
     * @param stop ends the node
     */
    Greeter(NodeParts parts, SelfReport self, Stop stop) {
        this.screens = parts.screens;
        this.web = parts.web;
        this.applications = parts.applications;
        this.routes = parts.routes;
        this.catalog = parts.catalog;
        this.hosts = parts.hosts;
        this.files = parts.files;
        this.openFiles = parts.openFiles;
        this.community = parts.community;
        this.self = self;
        this.desktops = parts.desktops;
        this.desktopUsers = parts.desktopUsers;
        this.stop = stop;
    }

    /** Serves one connection to its end. */
    void serve(FrameChannel channel) throws IOException {
        Hello hello = hear(channel);
        if (hello == null) {
            return;
        }
        switch (hello.getRoleCase()) {
            case PROGRAM -> serveProgram(hello.getProgram(), channel);
            case VIEWER -> serveViewer(hello.getViewer(), channel);
            case COMMAND -> {
                Reply reply = answer(hello.getCommand());
                channel.write(reply);
                boolean ends = hello.getCommand().hasStop()
                        || (hello.getCommand().hasLeave()
                                && hello.getCommand().getLeave().getMachine().isEmpty());
                if (ends && reply.getResultCase() != Reply.ResultCase.ERROR) {
                    stop.run(hello.getCommand().hasLeave()
                            || hello.getCommand().getStop().getStartAnew());
                }
            }
            case HOST -> hosts.serve(hello.getHost(), channel);
            case DESKTOP -> serveDesktop(channel);
            case FILES -> files.serve(hello.getFiles(), channel);
            case ROLE_NOT_SET -> channel.write(error("The greeting names no role."));
        }
    }

    /** Serves one connection of another user of this machine, who may do no more than bring a desktop. */
    void serveOther(FrameChannel channel, String user) throws IOException {
        Hello hello = hear(channel);
        if (hello == null) {
            return;
        } else if (!desktopUsers.allows(user)) {
            LOG.info("{} has asked for something, but is not one of desktop.users", user);
            channel.write(error("This node does not use desktops of " + user + ". To allow it: desktop.users=" + user
                    + " in its node.properties, and start it anew."));
        } else if (hello.hasDesktop()) {
            LOG.info("{} brings a desktop", user);
            serveDesktop(channel);
        } else if (hello.hasViewer() && isWishedOnDesktop(hello.getViewer())) {
            serveViewer(hello.getViewer(), channel);
        } else {
            channel.write(error("Nothing but what this node opens on a desktop of " + user + " is served here."));
        }
    }

    private void serveDesktop(FrameChannel channel) throws IOException {
        channel.write(done());
        desktops.serve(channel);
    }

    private boolean isWishedOnDesktop(ViewerHello hello) {
        ProgramSession session = screens.program(hello.getProgram());
        return session != null && desktops.isWished(session, !hello.getWithoutPictures());
    }

    /** Null if what was said is nothing that can be answered further. */
    private static @Nullable Hello hear(FrameChannel channel) throws IOException {
        Hello hello = channel.read(Hello.parser(), LinkLimits.MAX_HELLO_BYTES);
        if (hello != null && hello.getProtocolVersion() != ProtocolVersion.CURRENT) {
            channel.write(error("This node speaks protocol version " + ProtocolVersion.CURRENT + ", not "
                    + hello.getProtocolVersion()
                    + ". It is of another release: end it with 'cc stop' and start again."));
            return null;
        }
        return hello;
    }

    private void serveProgram(ProgramHello hello, FrameChannel channel) {
        ProgramConnection.serve(
                screens,
                hello,
                channel,
                session -> Reply.newBuilder()
                        .setAccepted(ProgramAccepted.newBuilder()
                                .setName(session.name())
                                .setScreens(session.layout())
                                .setViewerAddress(
                                        web.viewerAddress(session, true).toString()))
                        .build());
    }

    private void serveViewer(ViewerHello hello, FrameChannel channel) throws IOException {
        boolean pictures = !hello.getWithoutPictures();
        ProgramSession session = find(hello.getProgram(), pictures);
        if (session == null) {
            channel.write(noSuchProgram(hello.getProgram()));
        } else if (!pictures && !session.mayBeDrivenFromHere()) {
            channel.write(
                    error(hello.getProgram() + " is not driven from this machine. To drive it from here: cc input "
                            + hello.getProgram() + " --also-from " + applications.machine()));
        } else {
            channel.write(done());
            ViewerConnection.serve(session, channel, ViewerTerms.desktop(hello.getControl(), pictures));
        }
    }

    private Reply answer(Command command) {
        return switch (command.getCommandCase()) {
            case LIST ->
                Reply.newBuilder()
                        .setPrograms(ProgramList.newBuilder().addAllPrograms(screens.programs()))
                        .build();
            case VIEW -> viewerAddress(command.getView());
            case STOP -> done();
            case JOIN_TOKEN ->
                ofCommunity(community ->
                        Reply.newBuilder().setInvitation(community.invite()).build());
            case MACHINES ->
                ofCommunity(community -> Reply.newBuilder()
                        .setMachines(MachineList.newBuilder().addAllMachines(community.machines()))
                        .build());
            case LEAVE ->
                ofCommunity(community -> {
                    String machine = command.getLeave().getMachine();
                    if (machine.isEmpty()) {
                        community.leave(applications::withdraw);
                    } else {
                        community.remove(machine);
                        applications.forget(machine);
                    }
                    return done();
                });
            case ROUTES -> ofCommunity(community -> changeRoutes(community, command.getRoutes()));
            case APPLICATIONS ->
                Reply.newBuilder().setApplications(catalog.list()).build();
            case DESCRIBE -> Reply.newBuilder().setDescription(self.describe()).build();
            case COMPARE_CLOCKS ->
                ofCommunity(community -> Reply.newBuilder()
                        .setClocks(SelfReport.compareClocks(community))
                        .build());
            case OPEN_FILES -> openFiles.answer(command.getOpenFiles().getApplication());
            case COMMAND_NOT_SET ->
                error("This node does not know that command; it is of an older release: 'cc stop'.");
        };
    }

    /** What a question to the community needs: that there is one, and that it answers. */
    private interface CommunityAnswer {
        Reply of(Community community) throws IOException;
    }

    private Reply ofCommunity(CommunityAnswer answer) {
        if (community == null) {
            return error("This machine belongs to no community. 'cc init' founds one, 'cc join' joins one.");
        }
        try {
            return answer.of(community);
        } catch (UnavailableException e) {
            LOG.debug("A question could not be answered", e);
            return error(community.explainSilence());
        } catch (IOException e) {
            return error(String.valueOf(e.getMessage()));
        }
    }

    private Reply changeRoutes(Community community, ChangeRoutes change) throws IOException {
        Set<String> machines =
                community.machines().stream().map(MachineEntry::getName).collect(Collectors.toSet());
        Application application = routes.change(change, machines::contains);
        return Reply.newBuilder()
                .setRoutes(cc.protocol.message.Routes.newBuilder()
                        .setApplication(application.name())
                        .addAllScreens(application.record().getScreensList())
                        .addAllInputs(application.record().getInputsList()))
                .build();
    }

    private Reply viewerAddress(MakeViewerAddress wanted) {
        ProgramSession session = find(wanted.getProgram(), true);
        if (session == null) {
            return noSuchProgram(wanted.getProgram());
        }
        return Reply.newBuilder()
                .setAddress(ViewerAddress.newBuilder()
                        .setProgram(session.name())
                        .setUri(web.viewerAddress(session, wanted.getControl()).toString()))
                .build();
    }

    private @Nullable ProgramSession find(String name, boolean pictures) {
        if (name.isEmpty()) {
            return screens.onlyProgram();
        }
        ProgramSession here = screens.program(applications.localName(name).orElse(name));
        return here != null ? here : routes.session(name, pictures);
    }

    private Reply noSuchProgram(String name) {
        String advice = routes.advice(name);
        if (advice != null) {
            return error(advice);
        }
        List<ProgramEntry> programs = screens.programs();
        if (community != null && !name.isEmpty()) {
            return error("no application is called '" + name + "'; 'cc ps' lists them");
        } else if (programs.isEmpty()) {
            return error("No program runs here. Start one: cc run app.jar");
        }
        String names = programs.stream().map(ProgramEntry::getName).collect(Collectors.joining(", "));
        return error(
                name.isEmpty()
                        ? "Several programs run here; name one of: " + names
                        : "No program is called '" + name + "'. There is: " + names);
    }

    private static Reply done() {
        return Reply.newBuilder().setDone(Done.getDefaultInstance()).build();
    }

    private static Reply error(String text) {
        return Reply.newBuilder().setError(text).build();
    }
}
