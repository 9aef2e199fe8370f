package cc.screen.nativ;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.CursorShape;
import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.PointerPlace;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowState;
import cc.protocol.raster.Replica;
import cc.screen.damage.Damage;
import cc.screen.damage.Region;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A program's windows on this desktop: follows what the screen proxy sends. */
final class NativeDesktop {
    private final Consumer<FromScreen> out;
    private final KeyTranslator keys;
    private final NativeClipboard clipboard;
    private final CommandDecoder decoder = new CommandDecoder();
    private final Replica replica = new Replica();
    private final Map<Integer, NativeWindow> windows = new HashMap<>();
    private final Map<Integer, CursorShape> cursors = new HashMap<>();
    private final UnreachedBand unreached =
            new UnreachedBand(() -> windows.values().forEach(NativeWindow::repaint));
    private int top;

    NativeDesktop(Consumer<FromScreen> out, KeyTranslator keys) {
        this.out = out;
        this.keys = keys;
        this.clipboard = new NativeClipboard(out);
    }

    Replica replica() {
        return replica;
    }

    KeyTranslator keys() {
        return keys;
    }

    NativeClipboard clipboard() {
        return clipboard;
    }

    UnreachedBand unreached() {
        return unreached;
    }

    void send(FromScreen message) {
        out.accept(message);
    }

    /** Takes messages and shows what they make of the windows. */
    void handle(List<ToScreen> messages) throws ProtocolException {
        Damage damage = new Damage();
        Map<Integer, WindowState> changed = new LinkedHashMap<>();
        int frame = 0;
        PointerPlace pointer = null;
        for (ToScreen message : messages) {
            switch (message.getMessageCase()) {
                case FRAME -> {
                    draw(message.getFrame().getCommands().toByteArray(), damage);
                    frame = message.getFrame().getSequence();
                }
                case WINDOW -> changed.put(message.getWindow().getWindow(), message.getWindow());
                case WINDOW_CLOSED -> {
                    changed.remove(message.getWindowClosed().getWindow());
                    close(message.getWindowClosed().getWindow());
                }
                case CURSOR -> setCursor(message.getCursor());
                case VIEWERS -> unreached.take(message.getViewers().getUnreached());
                case POINTER -> pointer = message.getPointer();
                case CLIPBOARD -> clipboard.take(message.getClipboard().getText());
                case BEEP -> Toolkit.getDefaultToolkit().beep();
                case OPEN_LINK -> LinkOpener.open(message.getOpenLink().getUri(), activeWindow());
                default -> {}
            }
        }
        update(changed);
        windows.values().forEach(window -> present(window, damage));
        showPointer(pointer);
        // By itself AWT hands drawing over to an X server up to 100 ms later.
        Toolkit.getDefaultToolkit().sync();
        if (frame != 0) {
            send(FromScreen.newBuilder()
                    .setAck(FrameAck.newBuilder().setSequence(frame))
                    .build());
        }
    }

    /** Brings the dialog forward that keeps other windows from being used. */
    void showBlocker() {
        windows.values().stream()
                .filter(window -> window.state().getVisible()
                        && !window.state().getBlocked()
                        && window.state().getKind() == WindowKind.WINDOW_KIND_DIALOG)
                .max(Comparator.comparingInt(window -> window.state().getStacking()))
                .ifPresent(window -> {
                    window.shell().toFront();
                    window.shell().requestFocus();
                });
    }

    void close() {
        windows.values().forEach(NativeWindow::dispose);
        windows.clear();
        unreached.close();
        clipboard.close();
    }

    private void draw(byte[] commands, Damage damage) throws ProtocolException {
        List<DrawCommand> decoded = new ArrayList<>();
        decoder.decode(commands, decoded::add);
        decoded.forEach(replica::apply);
        damage.addAll(Damage.of(decoded));
    }

    private void update(Map<Integer, WindowState> changed) {
        // Owners first, since a window is made with its owner.
        changed.values().stream()
                .sorted(Comparator.comparingInt(state -> depth(state, changed)))
                .forEach(this::update);
        if (!changed.isEmpty()) {
            raiseTop();
            focus(changed);
        }
    }

    private void update(WindowState state) {
        NativeWindow owner = windows.get(state.getOwner());
        Window ownerShell = owner == null ? null : owner.shell();
        NativeWindow window = windows.get(state.getWindow());
        if (window == null) {
            window = new NativeWindow(this, state, ownerShell);
            windows.put(state.getWindow(), window);
            CursorShape cursor = cursors.get(state.getWindow());
            if (cursor != null) {
                window.setCursor(NativeCursors.of(cursor));
            }
        } else {
            window.update(state, ownerShell);
        }
    }

    private int depth(WindowState state, Map<Integer, WindowState> changed) {
        int depth = 0;
        Optional<WindowState> at = Optional.of(state);
        // Windows that own each other in a circle end this too.
        while (at.isPresent() && at.get().getOwner() != 0 && depth <= changed.size() + windows.size()) {
            depth++;
            int owner = at.get().getOwner();
            at = Optional.ofNullable(changed.get(owner))
                    .or(() -> Optional.ofNullable(windows.get(owner)).map(NativeWindow::state));
        }
        return depth;
    }

    /** Follows the program when it raises another window; the rest of the order is the desktop's. */
    private void raiseTop() {
        windows.values().stream()
                .filter(window ->
                        window.state().getVisible() && window.state().getKind() != WindowKind.WINDOW_KIND_POPUP)
                .max(Comparator.comparingInt(window -> window.state().getStacking()))
                .ifPresent(window -> {
                    if (window.id() != top && top != 0) {
                        window.shell().toFront();
                    }
                    top = window.id();
                });
    }

    /** Follows the program's focus among its own windows; the focus is never taken from others. */
    private void focus(Map<Integer, WindowState> changed) {
        for (WindowState state : changed.values()) {
            NativeWindow window = windows.get(state.getWindow());
            if (window != null && state.getFocused() && !window.shell().isFocused() && activeWindow() != null) {
                window.shell().requestFocus();
            }
        }
    }

    private void present(NativeWindow window, Damage damage) {
        int surface = window.state().getSurface();
        Region region = damage.region(surface);
        if (region != null && replica.has(surface)) {
            window.present(region.within(replica.width(surface), replica.height(surface)));
        }
    }

    /** @param place null: as it was */
    private void showPointer(@Nullable PointerPlace place) {
        if (place != null) {
            Point point = new Point(place.getX(), place.getY());
            windows.values().forEach(window -> window.showPointer(window.id() == place.getWindow() ? point : null));
        }
    }

    private void setCursor(CursorShape cursor) {
        cursors.put(cursor.getWindow(), cursor);
        NativeWindow window = windows.get(cursor.getWindow());
        if (window != null) {
            window.setCursor(NativeCursors.of(cursor));
        }
    }

    private void close(int id) {
        cursors.remove(id);
        NativeWindow window = windows.remove(id);
        if (window != null) {
            window.dispose();
        }
    }

    private static @Nullable Window activeWindow() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
    }
}
