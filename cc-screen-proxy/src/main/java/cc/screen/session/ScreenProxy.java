package cc.screen.session;

import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ProgramEntry;
import cc.protocol.message.ProgramHello;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The screen proxy of a machine: the programs whose windows are shown here. All methods may be called by any thread.
 */
public final class ScreenProxy implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenProxy.class);
    private static final int STARVATION_CHECK_MILLIS = 1000;

    private final ScreenSettings settings;
    private final InputBinding binding;
    private final ProgramDirectory directory;
    private final ScreenEnvironment environment;
    private final ExecutorService feeds;
    private final ScheduledExecutorService clock;
    private final ScheduledFuture<?> starvationCheck;
    private final Map<String, ProgramSession> programs = new ConcurrentHashMap<>();
    private final Map<String, ProgramSession> ofOtherMachines = new ConcurrentHashMap<>();

    /**
     * A screen proxy that names its programs by itself.
     *
     * @param binding where the input of each program goes
     */
    public ScreenProxy(ScreenSettings settings, InputBinding binding) {
        this(settings, binding, new LocalDirectory());
    }

    /**
     * @param binding where the input of each program goes
     * @param directory what programs are called
     */
    public ScreenProxy(ScreenSettings settings, InputBinding binding, ProgramDirectory directory) {
        this.settings = settings;
        this.binding = binding;
        this.directory = directory;
        // One processor stays free for the programs, which are more important than those who watch them.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.feeds = Executors.newFixedThreadPool(threads, daemons("cc-screen-feed-"));
        this.clock = Executors.newSingleThreadScheduledExecutor(daemons("cc-screen-clock-"));
        this.environment = new ScreenEnvironment(feeds, this::feedAt, System::nanoTime, new ScreenCounters());
        this.starvationCheck = clock.scheduleWithFixedDelay(
                this::dropStarvedViewers, STARVATION_CHECK_MILLIS, STARVATION_CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    public ScreenCounters counters() {
        return environment.counters();
    }

    /**
     * Takes a program that has just connected. If the same process is connected under the same name already, its session
     * goes on with the new connection, and its viewers stay.
     */
    public synchronized ProgramSession open(ProgramHello hello, ProgramLink link) {
        for (ProgramSession session : programs.values()) {
            if (session.isProcess(hello) && !session.hasEnded()) {
                session.reconnected(link);
                return session;
            }
        }
        String name = directory.opened(hello);
        ProgramSession session = new ProgramSession(name, hello, link, settings, binding, environment, ended -> {
            programs.remove(name);
            directory.closed(name);
        });
        programs.put(name, session);
        directory.began(name);
        return session;
    }

    /**
     * Takes a program of another machine that is to show here; that machine decides what it is called, and it is not among
     * the {@link #programs()} of this one.
     */
    public synchronized ProgramSession openRemote(ProgramHello hello, ProgramLink link) {
        String name = ProgramNames.unique(
                hello.getName() + "." + hello.getMachine(),
                taken -> programs.containsKey(taken) || ofOtherMachines.containsKey(taken));
        ProgramSession session = new ProgramSession(
                name, hello, link, settings, binding, environment, ended -> ofOtherMachines.remove(name));
        ofOtherMachines.put(name, session);
        return session;
    }

    /** The program of this name, or null. */
    public @Nullable ProgramSession program(String name) {
        ProgramSession own = programs.get(name);
        return own != null ? own : ofOtherMachines.get(name);
    }

    /** The only program there is, or null if there is none or more than one. */
    public @Nullable ProgramSession onlyProgram() {
        List<ProgramSession> all = sessions().toList();
        return all.size() == 1 ? all.get(0) : null;
    }

    /** All programs of this machine, the oldest first. */
    public List<ProgramEntry> programs() {
        return programs.values().stream()
                .map(ProgramSession::entry)
                .sorted(Comparator.comparingLong(ProgramEntry::getStartedEpochMillis)
                        .thenComparing(ProgramEntry::getName))
                .toList();
    }

    /** Says goodbye to all viewers and closes all programs' connections. */
    @Override
    public void close() {
        sessions()
                .forEach(session ->
                        session.end(GoodbyeReason.GOODBYE_REASON_SERVER_STOPPING, "The screen proxy is stopping."));
        starvationCheck.cancel(false);
        clock.shutdown();
        feeds.shutdown();
    }

    private Stream<ProgramSession> sessions() {
        return Stream.concat(programs.values().stream(), ofOtherMachines.values().stream());
    }

    private void feedAt(long nanos, Runnable step) {
        long delay = nanos - System.nanoTime();
        try {
            if (delay <= 0) {
                feeds.execute(step);
            } else {
                Future<?> unused = clock.schedule(() -> feeds.execute(step), delay, TimeUnit.NANOSECONDS);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("The screen proxy is stopping", e);
        }
    }

    private void dropStarvedViewers() {
        try {
            sessions().forEach(ProgramSession::dropStarvedViewers);
        } catch (RuntimeException e) {
            // The next check has to come all the same.
            LOG.error("Looking for viewers that make no progress", e);
        }
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
