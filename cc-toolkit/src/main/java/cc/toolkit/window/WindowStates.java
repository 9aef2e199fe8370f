package cc.toolkit.window;

import cc.protocol.message.Rect;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowState;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Window;
import org.jspecify.annotations.Nullable;
import sun.java2d.pipe.Region;
import sun.java2d.pipe.SpanIterator;

/** Makes the message that tells everything about a window. */
final class WindowStates {
    /** More rectangles than this make no useful shape; the window is shown whole then. */
    private static final int MAX_SHAPE_RECTS = 4096;

    private static final int OPAQUE = 255;

    private WindowStates() {}

    static WindowState of(CcWindowPeer<?> peer) {
        Rectangle bounds = peer.bounds();
        WindowState.Builder state = WindowState.newBuilder()
                .setWindow(peer.id())
                .setSurface(peer.surfaceId())
                .setKind(kind(peer.target()))
                .setMode(peer.mode())
                .setX(bounds.x)
                .setY(bounds.y)
                .setWidth(Math.max(1, bounds.width))
                .setHeight(Math.max(1, bounds.height))
                .setScale(peer.scale())
                .setTitle(peer.title())
                .setVisible(peer.isVisible())
                .setDecorated(peer.isDecorated())
                .setResizable(peer.isResizable())
                .setAlwaysOnTop(peer.isAlwaysOnTop())
                .setBlocked(peer.isBlocked())
                .setFocusable(peer.isFocusableWindow())
                .setFocused(peer.isFocused())
                .setTranslucent(peer.isTranslucent())
                .setStacking(peer.stacking())
                .setClosable(peer.isDecorated())
                .setScreen(peer.screen());
        int opacity = Math.round(peer.opacity() * OPAQUE);
        if (opacity < OPAQUE) {
            state.setOpacity(Math.max(1, opacity));
        }
        CcWindowPeer<?> owner = peer.owner();
        if (owner != null) {
            state.setOwner(owner.id());
        }
        Dimension min = peer.minimumSize();
        state.setMinWidth(min.width).setMinHeight(min.height);
        Dimension max = peer.maximumSize();
        if (max != null) {
            state.setMaxWidth(max.width).setMaxHeight(max.height);
        }
        if (peer.icon() != null) {
            state.setIcon(peer.icon());
        }
        addShape(state, peer.shape());
        return state.build();
    }

    private static WindowKind kind(Window window) {
        if (window instanceof Frame) {
            return WindowKind.WINDOW_KIND_FRAME;
        }
        return window instanceof Dialog ? WindowKind.WINDOW_KIND_DIALOG : WindowKind.WINDOW_KIND_POPUP;
    }

    private static void addShape(WindowState.Builder state, @Nullable Region shape) {
        if (shape == null) {
            return;
        }
        int[] box = new int[4];
        SpanIterator spans = shape.getSpanIterator();
        while (spans.nextSpan(box)) {
            if (state.getShapeCount() == MAX_SHAPE_RECTS) {
                state.clearShape();
                return;
            }
            state.addShape(Rect.newBuilder()
                    .setX(box[0])
                    .setY(box[1])
                    .setWidth(box[2] - box[0])
                    .setHeight(box[3] - box[1]));
        }
        if (state.getShapeCount() == 0) {
            // An empty list would mean "the whole window".
            state.addShape(Rect.getDefaultInstance());
        }
    }
}
