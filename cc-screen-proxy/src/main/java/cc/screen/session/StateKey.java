package cc.screen.session;

import cc.protocol.message.ToScreen;

/**
 * What a state message is about: of two messages with one key, only the newer counts. A window's being closed and its
 * state are about the same.
 */
record StateKey(ToScreen.MessageCase about, int window) {
    static StateKey of(ToScreen message) {
        return switch (message.getMessageCase()) {
            case WINDOW ->
                new StateKey(ToScreen.MessageCase.WINDOW, message.getWindow().getWindow());
            case WINDOW_CLOSED ->
                new StateKey(
                        ToScreen.MessageCase.WINDOW, message.getWindowClosed().getWindow());
            case CURSOR ->
                new StateKey(ToScreen.MessageCase.CURSOR, message.getCursor().getWindow());
            default -> new StateKey(message.getMessageCase(), 0);
        };
    }
}
