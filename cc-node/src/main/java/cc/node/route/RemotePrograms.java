package cc.node.route;

import cc.node.chore.ChoreThread;
import cc.node.peer.PeerStream;
import cc.screen.session.InputRule;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs of other machines that this machine shows or drives. All methods may be called by any thread and return
 * at once.
 */
public final class RemotePrograms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemotePrograms.class);

    /** Longer than a machine takes to start anew. */
    static final Duration GRACE = Duration.ofSeconds(60);

    /** Opens streams to the nodes of other machines. */
    @FunctionalInterface
    public interface Ways {
        PeerStream open(String machine, String kind) throws IOException;
    }

    private final ScreenProxy screens;
    private final Ways ways;
    private final Duration grace;
    private final BiConsumer<Shown, ProgramSession> onShown;
    private final Map<Shown, RemoteProgram> programs = new HashMap<>();
    private final ChoreThread chores = new ChoreThread("cc-answers");
    private boolean closed;

    /** @param onShown is told of each session that begins; must not block */
    public RemotePrograms(ScreenProxy screens, Ways ways, BiConsumer<Shown, ProgramSession> onShown) {
        this(screens, ways, GRACE, onShown);
    }

    RemotePrograms(ScreenProxy screens, Ways ways, Duration grace, BiConsumer<Shown, ProgramSession> onShown) {
        this.screens = screens;
        this.ways = ways;
        this.grace = grace;
        this.onShown = onShown;
    }

    /**
     * Makes it so that these programs are shown here, or driven from here, and no others.
     *
     * @param wanted and from where each may be driven
     */
    public synchronized void showOnly(Map<Shown, InputRule> wanted) {
        if (closed) {
            return;
        }
        programs.entrySet().removeIf(entry -> {
            boolean gone = !wanted.containsKey(entry.getKey());
            if (gone) {
                LOG.info("{} shows here no more", entry.getKey());
                entry.getValue().close();
            }
            return gone;
        });
        wanted.forEach((shown, rule) ->
                programs.computeIfAbsent(shown, added -> show(added, rule)).allowInput(rule));
    }

    /** The session here of a program of another machine; null if there is none at the moment. */
    public synchronized @Nullable ProgramSession session(Shown shown) {
        RemoteProgram program = programs.get(shown);
        return program == null ? null : program.session();
    }

    /**
     * Waits for the session here of a program that is to show here.
     *
     * @return null if it is not to show here, or does not for so long
     */
    public synchronized @Nullable ProgramSession awaitSession(Shown shown, Duration atMost)
            throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (programs.containsKey(shown) && session(shown) == null) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return null;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return session(shown);
    }

    @Override
    public synchronized void close() {
        closed = true;
        programs.values().forEach(RemoteProgram::close);
        programs.clear();
        chores.close();
    }

    private RemoteProgram show(Shown shown, InputRule rule) {
        LOG.info("{} is to {}", shown, shown.pictures() ? "show here" : "be driven from here");
        RemoteProgram program = new RemoteProgram(
                shown,
                rule,
                screens,
                () -> ways.open(shown.machine(), ScreenServer.SCREEN),
                chores,
                grace,
                session -> shown(shown, session),
                () -> ended(shown));
        program.start();
        return program;
    }

    private void shown(Shown shown, ProgramSession session) {
        synchronized (this) {
            notifyAll();
        }
        onShown.accept(shown, session);
    }

    /** Should it still be wanted, it is begun anew the next time that somebody says so. */
    private synchronized void ended(Shown shown) {
        if (programs.remove(shown) != null) {
            LOG.info("{} has ended", shown);
            notifyAll();
        }
    }
}
