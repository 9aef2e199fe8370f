package cc.screen.nativ;

import cc.protocol.message.WindowKind;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Window;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes windows of this desktop that are painted by somebody else, and over nothing. */
final class Shells {
    private Shells() {}

    /**
     * @param owner null: none
     * @param painter paints all of a window, in its own coordinates
     */
    @SuppressWarnings("serial") // Windows are not stored.
    static Window make(WindowKind kind, boolean decorated, @Nullable Window owner, Consumer<Graphics> painter) {
        return switch (kind) {
            case WINDOW_KIND_DIALOG -> {
                Dialog dialog = new Dialog(owner) {
                    @Override
                    public void paint(Graphics graphics) {
                        painter.accept(graphics);
                    }

                    @Override
                    public void update(Graphics graphics) {
                        painter.accept(graphics);
                    }
                };
                dialog.setUndecorated(!decorated);
                yield dialog;
            }
            case WINDOW_KIND_POPUP -> {
                Window popup = new Window(owner) {
                    @Override
                    public void paint(Graphics graphics) {
                        painter.accept(graphics);
                    }

                    @Override
                    public void update(Graphics graphics) {
                        painter.accept(graphics);
                    }
                };
                // Places itself, above its owner, without the window manager.
                popup.setType(Window.Type.POPUP);
                yield popup;
            }
            default -> {
                Frame frame = new Frame() {
                    @Override
                    public void paint(Graphics graphics) {
                        painter.accept(graphics);
                    }

                    @Override
                    public void update(Graphics graphics) {
                        painter.accept(graphics);
                    }
                };
                frame.setUndecorated(!decorated);
                yield frame;
            }
        };
    }
}
