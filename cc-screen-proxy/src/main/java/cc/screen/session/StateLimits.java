package cc.screen.session;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.CursorShape;
import cc.protocol.message.Image;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowState;

/** What a program's state messages may say at most, so that no program can fill the memory of those who watch it. */
final class StateLimits {
    static final int MAX_WINDOWS = 1024;
    static final int MAX_TITLE_CHARS = 4096;
    static final int MAX_WINDOW_SIDE = 32_768;
    static final int MAX_IMAGE_SIDE_PIXELS = 512;
    static final int MAX_SHAPE_RECTS = 16_384;
    static final int MAX_CLIPBOARD_CHARS = 1 << 20;
    static final int MAX_LINK_CHARS = 8192;
    static final double MIN_SCALE = 0.1;
    static final double MAX_SCALE = 16;
    private static final int RGBA_BYTES = 4;

    private StateLimits() {}

    /** @throws ProtocolException if a viewer cannot be expected to handle this message */
    static void check(ToScreen message) throws ProtocolException {
        switch (message.getMessageCase()) {
            case WINDOW -> check(message.getWindow());
            case CURSOR -> check(message.getCursor());
            case CLIPBOARD ->
                atMost("clipboard text", message.getClipboard().getText().length(), MAX_CLIPBOARD_CHARS);
            case OPEN_LINK -> atMost("link", message.getOpenLink().getUri().length(), MAX_LINK_CHARS);
            case WINDOW_CLOSED, BEEP, CARET -> {}
            default -> throw new ProtocolException("a program does not send " + message.getMessageCase());
        }
    }

    private static void check(WindowState window) throws ProtocolException {
        if (window.getWindow() == 0) {
            throw new ProtocolException("a window has number 0");
        }
        atMost("title", window.getTitle().length(), MAX_TITLE_CHARS);
        atMost("window width", window.getWidth() & 0xFFFFFFFFL, MAX_WINDOW_SIDE);
        atMost("window height", window.getHeight() & 0xFFFFFFFFL, MAX_WINDOW_SIDE);
        atMost("window shape", window.getShapeCount(), MAX_SHAPE_RECTS);
        if (!(window.getScale() >= MIN_SCALE && window.getScale() <= MAX_SCALE)) {
            throw new ProtocolException("window " + window.getWindow() + " has scale " + window.getScale());
        }
        if (window.hasIcon()) {
            check("icon", window.getIcon());
        }
    }

    private static void check(CursorShape cursor) throws ProtocolException {
        if (cursor.hasImage()) {
            check("cursor", cursor.getImage());
        }
    }

    private static void check(String what, Image image) throws ProtocolException {
        atMost(what + " width", image.getWidth() & 0xFFFFFFFFL, MAX_IMAGE_SIDE_PIXELS);
        atMost(what + " height", image.getHeight() & 0xFFFFFFFFL, MAX_IMAGE_SIDE_PIXELS);
        int expected = image.getWidth() * image.getHeight() * RGBA_BYTES;
        if (image.getRgba().size() != expected) {
            throw new ProtocolException(what + " of " + image.getWidth() + "x" + image.getHeight() + " pixels has "
                    + image.getRgba().size() + " bytes");
        }
    }

    private static void atMost(String what, long value, long limit) throws ProtocolException {
        if (value > limit) {
            throw new ProtocolException(what + " is " + value + ", more than " + limit);
        }
    }
}
