package cc.node.daemon;

import cc.input.InputRouter;
import cc.node.NodeProperties;
import cc.node.admin.AdminServer;
import cc.node.admin.AdminSettings;
import cc.node.admin.NodeMetrics;
import cc.node.application.Applications;
import cc.node.application.UsageDesk;
import cc.node.community.ClockDesk;
import cc.node.community.Community;
import cc.node.community.NodeHome;
import cc.node.desktop.DesktopSettings;
import cc.node.desktop.Desktops;
import cc.node.files.FilesDesk;
import cc.node.files.FilesRelay;
import cc.node.files.OpenFilesDesk;
import cc.node.launch.BackgroundPrograms;
import cc.node.launch.FitDesk;
import cc.node.launch.HostDesk;
import cc.node.peer.PeerStream;
import cc.node.registry.MemoryRegistry;
import cc.node.route.OwnPrograms;
import cc.node.route.RemotePrograms;
import cc.node.route.Routes;
import cc.node.route.ScreenServer;
import cc.node.route.Shown;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.message.FromScreen;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import cc.screen.web.WebServer;
import cc.screen.web.WebSettings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node consists of, put together. It works without anybody's help; who connects to the node is served by others.
 */
final class NodeParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeParts.class);

    /** What a machine is called in listings of applications that belongs to no community. */
    private static final String LONE_MACHINE = "localhost";

    final Applications applications = new Applications();
    private final FilesDesk filesDesk = new FilesDesk();
    private final OpenFilesDesk openFilesDesk = new OpenFilesDesk();
    final ScreenProxy screens;
    final Desktops desktops = new Desktops();
    final DesktopSettings desktopUsers;
    final BackgroundPrograms background;
    final HostRelay hosts;
    final FilesRelay files;
    final OpenFilesQuestions openFiles;
    final Routes routes;
    final WebServer web;
    final ApplicationCatalog catalog;
    final NodeMetrics metrics;
    final @Nullable Community community;
    final @Nullable AdminServer admin;

    NodeParts(NodeHome home) throws IOException {
        NodeProperties properties = properties(home);
        this.screens = new ScreenProxy(ScreenSettings.defaults(), NodeParts::bindInput, applications.directory());
        this.desktopUsers = DesktopSettings.of(properties);
        this.background = new BackgroundPrograms(home.programs(), applications);
        HostDesk desk = new HostDesk(applications, background);
        FitDesk fits = new FitDesk(applications::machine);
        UsageDesk usage = new UsageDesk(applications, screens::programs);
        this.community = home.isMember() ? join(home, desk, fits, usage) : null;
        if (community == null) {
            applications.attach(LONE_MACHINE, new MemoryRegistry.Store().join());
        } else {
            applications.named(community.name().text());
        }
        this.files = new FilesRelay(filesDesk, openFilesDesk, applications.machine()::equals, this::open);
        this.openFiles = new OpenFilesQuestions(applications, openFilesDesk, community);
        this.hosts = new HostRelay(desk, fits, applications, community);
        this.routes = new Routes(
                applications,
                new RemotePrograms(screens, this::open, this::showOnDesktop),
                new OwnPrograms(screens, desktops::open, community == null));
        this.web = WebServer.start(WebSettings.loopback(), screens);
        this.catalog = new ApplicationCatalog(applications, usage, community);
        this.metrics = new NodeMetrics(screens, community);
        this.admin = startAdmin(properties);
    }

    /** Whether the node has anything to do, beside those who are connected to it. */
    boolean areNeeded() {
        return community != null || background.anyRuns() || !screens.programs().isEmpty();
    }

    @Override
    public void close() throws IOException {
        routes.close();
        // First of all: programs that are disconnected now run on.
        applications.close();
        background.close();
        catalog.close();
        screens.close();
        filesDesk.close();
        web.close();
        if (admin != null) {
            admin.close();
        }
        if (community != null) {
            community.close();
        }
    }

    private Community join(NodeHome home, HostDesk desk, FitDesk fits, UsageDesk usage) throws IOException {
        return Community.start(
                home,
                Map.of(
                        ScreenServer.SCREEN,
                        new ScreenServer(screens, applications::localName),
                        HostDesk.KIND,
                        desk,
                        FitDesk.KIND,
                        fits,
                        FilesDesk.KIND,
                        filesDesk,
                        OpenFilesDesk.KIND,
                        openFilesDesk,
                        UsageDesk.KIND,
                        usage,
                        ClockDesk.KIND,
                        new ClockDesk()),
                () -> screens.programs().size(),
                desktops::isThere,
                (name, registry) -> applications.attach(name.text(), registry));
    }

    private PeerStream open(String machine, String kind) throws IOException {
        if (community == null) {
            throw new IOException("this machine belongs to no community");
        }
        return community.open(machine, kind);
    }

    /** What is to show on this machine, or be driven from it, has windows on its desktop until its session ends. */
    private void showOnDesktop(Shown shown, ProgramSession session) {
        Runnable unused = desktops.open(session, shown.pictures() ? Role.CONTROL : Role.INPUT, shown.program());
    }

    /** A node that cannot be looked after does its work all the same. */
    private @Nullable AdminServer startAdmin(NodeProperties properties) {
        try {
            AdminSettings settings = AdminSettings.load(properties);
            return settings.on()
                    ? AdminServer.start(
                            settings, metrics, () -> community == null ? Optional.empty() : community.missing())
                    : null;
        } catch (IOException e) {
            LOG.warn("There is no admin port: {}", e.getMessage());
            return null;
        }
    }

    /** A node whose settings cannot be read does its work as if there were none. */
    private static NodeProperties properties(NodeHome home) {
        try {
            return NodeProperties.load(home.wishes());
        } catch (IOException e) {
            LOG.warn("{}", e.getMessage());
            return NodeProperties.none();
        }
    }

    private static InputSink bindInput(String program, Consumer<FromScreen> toProgram) {
        InputRouter router = new InputRouter(toProgram);
        return new InputSink() {
            @Override
            public void input(int source, FromScreen message) {
                router.input(source, message);
            }

            @Override
            public void leave(int source) {
                router.leave(source);
            }
        };
    }
}
