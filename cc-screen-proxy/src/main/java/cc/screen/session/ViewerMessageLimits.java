package cc.screen.session;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Rect;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;

/** What a viewer's message may say at most, checked before a program sees it. */
final class ViewerMessageLimits {
    private static final int MAX_KEY_CHARS = 64;
    private static final int MAX_TEXT_CHARS = 64 << 10;
    private static final int MAX_SCREENS = 16;
    private static final int MAX_SCREEN_SIDE = 16_384;
    private static final int MAX_COORDINATE = 1 << 20;
    private static final int MAX_WHEEL = 120 * 1000;
    private static final int MAX_USAGE = 0xFFFF;

    private ViewerMessageLimits() {}

    /** @throws ProtocolException if no viewer of ours sends such a message */
    static void check(FromScreen message) throws ProtocolException {
        switch (message.getMessageCase()) {
            case KEY -> {
                within("key usage", message.getKey().getUsage(), 0, MAX_USAGE);
                within("key name's length", message.getKey().getKey().length(), 0, MAX_KEY_CHARS);
            }
            case POINTER ->
                position(message.getPointer().getX(), message.getPointer().getY());
            case WHEEL -> {
                position(message.getWheel().getX(), message.getWheel().getY());
                within("wheel", message.getWheel().getDeltaX(), -MAX_WHEEL, MAX_WHEEL);
                within("wheel", message.getWheel().getDeltaY(), -MAX_WHEEL, MAX_WHEEL);
            }
            case TEXT -> {
                within("text's length", message.getText().getCommitted().length(), 0, MAX_TEXT_CHARS);
                int composing = message.getText().getComposing().length();
                within("composition's length", composing, 0, MAX_TEXT_CHARS);
                within("composition's caret", message.getText().getCaret(), 0, composing);
            }
            case WINDOW -> {
                switch (message.getWindow().getRequestCase()) {
                    case BOUNDS -> check(message.getWindow().getBounds());
                    case REQUEST_NOT_SET -> throw new ProtocolException("a window request asks for nothing");
                    default -> {}
                }
            }
            case SCREENS -> check(message.getScreens());
            case ATTACH -> check(message.getAttach().getScreens());
            case CLIPBOARD ->
                within(
                        "clipboard text's length",
                        message.getClipboard().getText().length(),
                        0,
                        StateLimits.MAX_CLIPBOARD_CHARS);
            case MESSAGE_NOT_SET -> throw new ProtocolException("the message is empty or of an unknown kind");
            default -> {}
        }
    }

    private static void check(ScreenLayout layout) throws ProtocolException {
        within("number of screens", layout.getScreensCount(), 0, MAX_SCREENS);
        for (Screen screen : layout.getScreensList()) {
            check(screen.getBounds());
            within("screen width", screen.getBounds().getWidth(), 1, MAX_SCREEN_SIDE);
            within("screen height", screen.getBounds().getHeight(), 1, MAX_SCREEN_SIDE);
            if (!(screen.getScale() >= StateLimits.MIN_SCALE && screen.getScale() <= StateLimits.MAX_SCALE)) {
                throw new ProtocolException("a screen has scale " + screen.getScale());
            }
        }
    }

    private static void check(Rect rect) throws ProtocolException {
        position(rect.getX(), rect.getY());
        within("width", rect.getWidth(), 0, StateLimits.MAX_WINDOW_SIDE);
        within("height", rect.getHeight(), 0, StateLimits.MAX_WINDOW_SIDE);
    }

    private static void position(int x, int y) throws ProtocolException {
        within("x", x, -MAX_COORDINATE, MAX_COORDINATE);
        within("y", y, -MAX_COORDINATE, MAX_COORDINATE);
    }

    private static void within(String what, int value, int least, int most) throws ProtocolException {
        if (value < least || value > most) {
            throw new ProtocolException(what + " is " + value + ", not " + least + " to " + most);
        }
    }
}
