package cc.screen.session;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The newest whole state of a program, apart from pixels. Guarded by its session. */
final class ProgramState {
    private final Map<StateKey, ToScreen> newest = new LinkedHashMap<>();

    /**
     * Keeps a message if it is state.
     *
     * @return whether it says anything new
     */
    boolean take(ToScreen message) throws ProtocolException {
        StateKey key = StateKey.of(message);
        switch (message.getMessageCase()) {
            case WINDOW -> {
                if (!newest.containsKey(key) && windows() >= StateLimits.MAX_WINDOWS) {
                    throw new ProtocolException("there are " + StateLimits.MAX_WINDOWS + " windows already");
                }
                return !message.equals(newest.put(key, message));
            }
            case WINDOW_CLOSED -> {
                newest.remove(new StateKey(ToScreen.MessageCase.CURSOR, key.window()));
                return newest.remove(key) != null;
            }
            case CURSOR -> {
                boolean ofNoWindow = key.window() != 0 && !hasWindow(key.window());
                return !ofNoWindow && !message.equals(newest.put(key, message));
            }
            case CARET, CLIPBOARD -> {
                return !message.equals(newest.put(key, message));
            }
            default -> {
                return true;
            }
        }
    }

    List<ToScreen> messages() {
        return new ArrayList<>(newest.values());
    }

    boolean hasWindow(int window) {
        return newest.containsKey(new StateKey(ToScreen.MessageCase.WINDOW, window));
    }

    int windows() {
        return (int) newest.keySet().stream()
                .filter(key -> key.about() == ToScreen.MessageCase.WINDOW)
                .count();
    }

    /** The surfaces that windows show. */
    Set<Integer> windowSurfaces() {
        return newest.values().stream()
                .filter(ToScreen::hasWindow)
                .map(message -> message.getWindow().getSurface())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Forgets all, and gives the messages that make a viewer forget it too. */
    List<ToScreen> clear() {
        List<ToScreen> closed = newest.values().stream()
                .filter(ToScreen::hasWindow)
                .map(message -> ToScreen.newBuilder()
                        .setWindowClosed(WindowClosed.newBuilder()
                                .setWindow(message.getWindow().getWindow()))
                        .build())
                .toList();
        newest.clear();
        return closed;
    }
}
