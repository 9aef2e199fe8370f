package cc.node.daemon;

import cc.input.InputRouter;
import cc.node.NodeProperties;
import cc.node.SharedSocket;
import cc.node.UnixListener;
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
import cc.protocol.link.RuntimePaths;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes a machine's proxies and listens on its node socket.
 */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long CHECK_MILLIS = 1_000;

    /** What a machine is called in listings of applications that belongs to no community. */
    private static final String LONE_MACHINE = "localhost";

    private final UnixListener socket;
    private final ScreenProxy screens;
    private final WebServer web;
    private final Applications applications;
    private final Routes routes;
    private final BackgroundPrograms background;
    private final ApplicationCatalog catalog;
    private final @Nullable Community community;
    private final @Nullable AdminServer admin;
    private final Greeter greeter;
    private final @Nullable SharedSocket others;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean startAnew;

    private Node(
            UnixListener socket,
            ScreenProxy screens,
            WebServer web,
            Applications applications,
            Routes routes,
            BackgroundPrograms background,
            ApplicationCatalog catalog,
            HostDesk desk,
            FitDesk fits,
            Desktops desktops,
            DesktopSettings desktopUsers,
            @Nullable Community community,
            @Nullable AdminServer admin,
            NodeMetrics metrics,
            boolean service) {
        this.socket = socket;
        this.screens = screens;
        this.web = web;
        this.applications = applications;
        this.routes = routes;
        this.community = community;
        this.admin = admin;
        this.background = background;
        this.catalog = catalog;
        this.greeter = new Greeter(
                screens,
                web,
                applications,
                routes,
                catalog,
                new HostRelay(desk, fits, applications, community),
                community,
                new SelfReport(web, admin, community, service),
                desktops,
                desktopUsers,
                this::stop);
        this.others = meetDesktops(desktopUsers, greeter, metrics);
    }

    /** @param service whether a service manager starts it anew if it asks for that */
    static Node start(RuntimePaths paths, NodeHome home, boolean service) throws IOException {
        Applications applications = new Applications();
        ScreenProxy screens = new ScreenProxy(ScreenSettings.defaults(), Node::bindInput, applications.directory());
        BackgroundPrograms background = new BackgroundPrograms(home.programs(), applications);
        HostDesk desk = new HostDesk(applications, background);
        FitDesk fits = new FitDesk(applications::machine);
        UsageDesk usage = new UsageDesk(applications, screens::programs);
        Desktops desktops = new Desktops();
        NodeProperties properties = properties(home);
        DesktopSettings desktopUsers = DesktopSettings.of(properties);
        Community community = null;
        if (home.isMember()) {
            community = Community.start(
                    home,
                    Map.of(
                            ScreenServer.SCREEN,
                            new ScreenServer(screens, applications::localName),
                            HostDesk.KIND,
                            desk,
                            FitDesk.KIND,
                            fits,
                            UsageDesk.KIND,
                            usage,
                            ClockDesk.KIND,
                            new ClockDesk()),
                    () -> screens.programs().size(),
                    desktops::isThere,
                    (name, registry) -> applications.attach(name.text(), registry));
            applications.named(community.name().text());
        } else {
            applications.attach(LONE_MACHINE, new MemoryRegistry.Store().join());
        }
        Community member = community;
        Routes routes = new Routes(
                applications,
                new RemotePrograms(
                        screens,
                        (machine, kind) -> openStream(member, machine, kind),
                        (shown, session) -> showOn(desktops, shown, session)),
                new OwnPrograms(screens, desktops::open));
        WebServer web = WebServer.start(WebSettings.loopback(), screens);
        // We hold the lock, so nobody else uses this path.
        UnixListener socket = UnixListener.bind(paths.nodeSocket());
        ApplicationCatalog catalog = new ApplicationCatalog(applications, usage, community);
        NodeMetrics metrics = new NodeMetrics(screens, community);
        Node node = new Node(
                socket,
                screens,
                web,
                applications,
                routes,
                background,
                catalog,
                desk,
                fits,
                desktops,
                desktopUsers,
                community,
                startAdmin(properties, metrics, community),
                metrics,
                service);
        socket.serve("cc-node", (channel, other) -> node.greeter.serve(channel), metrics.badSocketMessages, () -> {
            LOG.error("Nobody can connect to this node any more; it ends");
            node.stop(false);
        });
        return node;
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

    /** A node that cannot be looked after does its work all the same. */
    private static @Nullable AdminServer startAdmin(
            NodeProperties properties, NodeMetrics metrics, @Nullable Community community) {
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

    private static PeerStream openStream(@Nullable Community community, String machine, String kind)
            throws IOException {
        if (community == null) {
            throw new IOException("this machine belongs to no community");
        }
        return community.open(machine, kind);
    }

    /** What is to show on this machine, or be driven from it, has windows on its desktop until its session ends. */
    private static void showOn(Desktops desktops, Shown shown, ProgramSession session) {
        Runnable unused = desktops.open(session, shown.pictures() ? Role.CONTROL : Role.INPUT, shown.program());
    }

    /** A node that cannot meet other users' desktops does all else. */
    private static @Nullable SharedSocket meetDesktops(DesktopSettings settings, Greeter greeter, NodeMetrics metrics) {
        try {
            return settings.isOn() ? SharedSocket.listen(greeter::serveOther, metrics.badSocketMessages) : null;
        } catch (IOException e) {
            LOG.warn("Desktops of other users cannot be met: {}", e.getMessage());
            return null;
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

    int webPort() {
        return web.port();
    }

    private void stop(boolean anew) {
        startAnew = anew;
        stopped.countDown();
    }

    /**
     * Waits until somebody stops the node, or until it has been without programs for {@code idleLimitNanos}.
     *
     * @return whether another one is to be started in its place
     */
    boolean awaitEnd(long idleLimitNanos) {
        IdleWatch idle = new IdleWatch(
                idleLimitNanos,
                () -> community != null
                        || socket.connections() > 0
                        || background.anyRuns()
                        || !screens.programs().isEmpty(),
                System.nanoTime());
        try {
            while (!stopped.await(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (idle.isOver(System.nanoTime())) {
                    LOG.info("Nobody has needed this node for a minute; it ends");
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return startAnew;
    }

    /** May be called more than once. */
    @Override
    public synchronized void close() {
        stopped.countDown();
        try {
            if (socket.isOpen()) {
                socket.close();
                if (others != null) {
                    others.close();
                }
                routes.close();
                // First of all: programs that are disconnected now run on.
                applications.close();
                background.close();
                catalog.close();
                screens.close();
                web.close();
                if (admin != null) {
                    admin.close();
                }
                if (community != null) {
                    community.close();
                }
            }
        } catch (IOException e) {
            LOG.warn("Closing: {}", e.getMessage());
        }
    }
}
