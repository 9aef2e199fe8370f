package cc.screen.session;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.Frame;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import cc.protocol.raster.Rect;
import cc.protocol.raster.Replica;
import cc.protocol.raster.Scene;
import cc.screen.damage.Damage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program shows now: the pixels of its surfaces and its newest state. Changed by the program's thread, one message
 * at a time and each as a whole; held still by feeds for as long as they copy from it.
 */
final class ProgramPicture implements ViewerSurfaces.Now {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramPicture.class);

    private final String program;
    private final ScreenCounters counters;
    private final ReentrantLock lock = new ReentrantLock();

    // Used by the program's thread only.
    private CommandDecoder decoder = new CommandDecoder();

    // Guarded by the lock.
    private Scene scene = new Scene();
    private final ProgramState state = new ProgramState();

    private volatile Set<Integer> windowSurfaces = Set.of();

    /** @param program its name, for logs */
    ProgramPicture(String program, ScreenCounters counters) {
        this.program = program;
        this.counters = counters;
    }

    /** Applies a frame as a whole, or if it is malformed, not at all; {@code then} sees it before anything follows. */
    void apply(Frame frame, Consumer<SharedFrame> then) throws ProtocolException {
        List<DrawCommand> commands = new ArrayList<>();
        decoder.decode(frame.getCommands().toByteArray(), commands::add);
        SharedFrame shared = new SharedFrame(List.copyOf(commands));
        lock.lock();
        try {
            commands.forEach(scene::apply);
            check(frame);
            then.accept(shared);
        } finally {
            lock.unlock();
        }
    }

    /** Takes a state message; {@code then} sees it if it says anything new. */
    void take(ToScreen message, Consumer<ToScreen> then) throws ProtocolException {
        lock.lock();
        try {
            if (state.take(message)) {
                windowSurfaces = state.windowSurfaces();
                then.accept(message);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives all state, as messages, to one who from then on follows. */
    void join(Consumer<List<ToScreen>> joining) {
        lock.lock();
        try {
            joining.accept(state.messages());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Becomes what these messages say and nothing else; {@code then} gets the messages that tell a viewer so, and what is
     * damaged.
     */
    void replace(List<ToScreen> everything, BiConsumer<List<ToScreen>, Damage> then) throws ProtocolException {
        lock.lock();
        try {
            Damage damage = new Damage();
            scene.replica().surfaces().forEach(surface -> damage.add(surface, Rect.EVERYTHING));
            scene = new Scene();
            decoder = new CommandDecoder();
            List<ToScreen> news = new ArrayList<>(state.clear());
            for (ToScreen message : everything) {
                if (message.hasFrame()) {
                    decoder.decode(message.getFrame().getCommands().toByteArray(), scene::apply);
                    check(message.getFrame());
                } else if (state.take(message)) {
                    news.add(message);
                }
            }
            news.removeIf(message -> message.hasWindowClosed()
                    && state.hasWindow(message.getWindowClosed().getWindow()));
            scene.replica().surfaces().forEach(surface -> damage.add(surface, Rect.EVERYTHING));
            windowSurfaces = state.windowSurfaces();
            then.accept(news, damage);
        } finally {
            lock.unlock();
        }
    }

    /** Runs a step during which nothing of this picture changes. */
    <T> T whileStill(Function<ViewerSurfaces.Now, T> step) {
        lock.lock();
        try {
            return step.apply(this);
        } finally {
            lock.unlock();
        }
    }

    /** The surfaces that windows show. */
    Set<Integer> windowSurfaces() {
        return windowSurfaces;
    }

    int windows() {
        lock.lock();
        try {
            return state.windows();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean has(int surface) {
        return scene.replica().has(surface);
    }

    @Override
    public DefineSurface define(int surface) {
        Replica replica = scene.replica();
        return new DefineSurface(surface, replica.format(surface), replica.width(surface), replica.height(surface));
    }

    @Override
    public List<DrawCommand> snapshot(int surface) {
        return scene.snapshot(surface);
    }

    @Override
    public List<DrawCommand> snapshot(int surface, Rect part) {
        return scene.snapshot(surface, part);
    }

    /** Of those of these surfaces that are there; while the picture is held still. */
    List<SurfaceChecksum> checksums(Set<Integer> which) {
        return which.stream()
                .filter(scene.replica()::has)
                .map(surface -> SurfaceChecksum.newBuilder()
                        .setSurface(surface)
                        .setCrc32(scene.replica().crc32(surface))
                        .build())
                .toList();
    }

    private void check(Frame frame) {
        for (SurfaceChecksum checksum : frame.getChecksumsList()) {
            int surface = checksum.getSurface();
            if (scene.replica().has(surface) && scene.replica().crc32(surface) == checksum.getCrc32()) {
                counters.checksumMatches.increment();
            } else {
                counters.checksumMismatches.increment();
                LOG.warn(
                        "Surface {} of {} differs from the program's after frame {}",
                        surface,
                        program,
                        frame.getSequence());
            }
        }
    }
}
