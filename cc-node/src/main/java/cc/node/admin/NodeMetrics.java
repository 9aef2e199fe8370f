package cc.node.admin;

import cc.node.community.Community;
import cc.node.peer.PeerCounters;
import cc.node.registry.Registry;
import cc.protocol.message.ProgramEntry;
import cc.screen.session.ScreenCounters;
import cc.screen.session.ScreenProxy;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a node has counted and how it is, in Prometheus' text format. Names no program, since every user of the machine
 * can read it. Costs nothing before it is asked for the first time. May be used by any thread.
 */
public final class NodeMetrics {
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final double MILLIS_PER_SECOND = 1_000;

    /**
     * Messages on the node socket that broke the protocol, before it was clear what for or in a conversation about it.
     */
    public final LongAdder badSocketMessages = new LongAdder();

    final LongAdder badAdminRequests = new LongAdder();

    private final ScreenProxy screens;
    private final @Nullable Community community;
    private @Nullable PrometheusMeterRegistry meters;

    /** @param community null: this machine belongs to none */
    public NodeMetrics(ScreenProxy screens, @Nullable Community community) {
        this.screens = screens;
        this.community = community;
    }

    String text() {
        return meters().scrape(CONTENT_TYPE);
    }

    private synchronized PrometheusMeterRegistry meters() {
        if (meters == null) {
            PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            addScreens(made);
            if (community != null) {
                addPeers(made, community.counters());
                addCommunity(made, community);
            }
            addRuntime(made);
            meters = made;
        }
        return meters;
    }

    private void addScreens(PrometheusMeterRegistry to) {
        gauge(
                to,
                "cc.programs",
                "Programs that run here",
                () -> screens.programs().size());
        gauge(
                to,
                "cc.viewers",
                "Viewers of programs that run here, on all machines",
                () -> screens.programs().stream()
                        .mapToInt(ProgramEntry::getViewers)
                        .sum());
        ScreenCounters counted = screens.counters();
        count(to, "cc.screen.frames.received", "Frames of programs", counted.framesIn);
        count(to, "cc.screen.frames.sent", "Frames sent to viewers", counted.framesOut);
        count(to, "cc.screen.sent.bytes", "Bytes sent to viewers", counted.bytesOut);
        count(to, "cc.screen.collapses", "Times that a viewer fell behind and skipped frames", counted.collapses);
        count(to, "cc.screen.viewers.starved", "Viewers dropped since they took nothing", counted.starvedViewers);
        count(to, "cc.screen.checksum.matches", "Replicas found equal to the program's", counted.checksumMatches);
        count(to, "cc.screen.checksum.mismatches", "Replicas that differed", counted.checksumMismatches);
        count(to, "cc.screen.input.refused", "Input of viewers that may only look", counted.refusedInput);
        count(
                to,
                "cc.screen.bad.program.messages",
                "Messages of programs against the protocol",
                counted.badProgramMessages);
        count(
                to,
                "cc.screen.bad.viewer.messages",
                "Messages of viewers against the protocol",
                counted.badViewerMessages);
        count(to, "cc.web.bad.requests", "Requests of browsers that the server refused", counted.badWebRequests);
        count(to, "cc.socket.bad.messages", "Messages on the node socket against the protocol", badSocketMessages);
        count(to, "cc.admin.bad.requests", "Requests to the admin port that the server refused", badAdminRequests);
    }

    private static void addPeers(PrometheusMeterRegistry to, PeerCounters counted) {
        count(to, "cc.peer.connections.accepted", "Connections that other nodes made", counted.connectionsAccepted);
        count(to, "cc.peer.connections.dialed", "Connections made to other nodes", counted.connectionsDialed);
        count(to, "cc.peer.connections.broken", "Connections ended by an error or silence", counted.brokenConnections);
        count(
                to,
                "cc.peer.bad.messages",
                "Frames and messages of other nodes against the protocol",
                counted.badMessages);
        count(to, "cc.peer.strangers.refused", "Connections of whoever is no member", counted.strangersRefused);
        count(to, "cc.peer.streams.served", "Streams that other nodes opened", counted.streamsServed);
        count(to, "cc.peer.streams.refused", "Streams of other nodes that were refused", counted.streamsRefused);
    }

    private static void addCommunity(PrometheusMeterRegistry to, Community community) {
        for (Registry.Health state : Registry.Health.values()) {
            Supplier<Number> isIt = () -> community.health() == state ? 1 : 0;
            Gauge.builder("cc.registry.health", isIt)
                    .description("1 for how far the registry can be relied on; 0 throughout: not in touch yet")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(to);
        }
        gauge(
                to,
                "cc.members",
                "Machines that belong to the community",
                () -> community.members().size());
        Supplier<Number> end = () -> community.certificateEnd().toEpochMilli() / MILLIS_PER_SECOND;
        Gauge.builder("cc.certificate.end", end)
                .description("When this machine's certificate ends, since 1970")
                .baseUnit("seconds")
                .register(to);
    }

    @SuppressWarnings("resource") // They listen for as long as the process lives.
    private static void addRuntime(PrometheusMeterRegistry to) {
        List<MeterBinder> runtime = List.of(
                new JvmMemoryMetrics(),
                new JvmGcMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new FileDescriptorMetrics(),
                new UptimeMetrics());
        runtime.forEach(binder -> binder.bindTo(to));
    }

    private static void gauge(PrometheusMeterRegistry to, String name, String what, Supplier<Number> value) {
        Gauge.builder(name, value).description(what).register(to);
    }

    private static void count(PrometheusMeterRegistry to, String name, String what, LongAdder counted) {
        FunctionCounter.builder(name, counted, LongAdder::doubleValue)
                .description(what)
                .register(to);
    }
}
