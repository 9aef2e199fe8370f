package cc.screen.session;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.DropSurface;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.Frame;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a program shows now: the pixels of its surfaces and its newest state. Changed by the program's thread, one message
 * at a time and each as a whole; held still by feeds for as long as they copy from it.
 */
final class ProgramPicture implements ViewerSurfaces.Now {
    private final ReentrantLock lock = new ReentrantLock();

    // Used by the program's thread only.
    private CommandDecoder decoder = new CommandDecoder();

    // Guarded by the lock.
    private final Map<Integer, DefineSurface> surfaces = new HashMap<>();
    private final ProgramState state = new ProgramState();

    private volatile Set<Integer> windowSurfaces = Set.of();

    /** Applies a frame as a whole, or if it is malformed, not at all; {@code then} sees it before anything follows. */
    void apply(Frame frame, Consumer<SharedFrame> then) throws ProtocolException {
        List<DrawCommand> commands = new ArrayList<>();
        decoder.decode(frame.getCommands().toByteArray(), commands::add);
        SharedFrame shared = new SharedFrame(List.copyOf(commands));
        lock.lock();
        try {
            commands.forEach(this::draw);
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

    /** Forgets all; {@code then} gets the messages that close all windows, and what is damaged. */
    void reset(BiConsumer<List<ToScreen>, Damage> then) {
        lock.lock();
        try {
            Damage damage = new Damage();
            surfaces.keySet().forEach(surface -> damage.add(surface, Box.EVERYTHING));
            surfaces.clear();
            decoder = new CommandDecoder();
            List<ToScreen> closed = state.clear();
            windowSurfaces = Set.of();
            then.accept(closed, damage);
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
        return surfaces.containsKey(surface);
    }

    @Override
    public DefineSurface define(int surface) {
        DefineSurface define = surfaces.get(surface);
        if (define == null) {
            throw new IllegalArgumentException("there is no surface " + surface);
        }
        return define;
    }

    @Override
    public List<DrawCommand> snapshot(int surface, Box part) {
        return List.of();
    }

    /** Of those of these surfaces that are there; while the picture is held still. */
    List<SurfaceChecksum> checksums(Set<Integer> which) {
        return List.of();
    }

    private void draw(DrawCommand command) {
        if (command instanceof DefineSurface define) {
            surfaces.put(define.surface(), define);
        } else if (command instanceof DropSurface) {
            surfaces.remove(command.surface());
        }
    }
}
