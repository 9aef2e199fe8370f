package cc.screen.nativ;

import cc.protocol.message.FromScreen;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowMode;
import cc.protocol.message.WindowRequest;
import cc.protocol.message.WindowState;
import cc.protocol.raster.Rect;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsDevice;
import java.awt.GraphicsDevice.WindowTranslucency;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One window of a program as a window of this desktop. */
final class NativeWindow {
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private final NativeDesktop desktop;
    private final int id;
    private final SurfaceImage surface = new SurfaceImage();
    private final BoundsEcho bounds = new BoundsEcho();
    private final PointerMark pointer = new PointerMark();
    private WindowState state;
    private Window shell;
    private @Nullable Window owner;
    private Insets insets = new Insets(0, 0, 0, 0);

    NativeWindow(NativeDesktop desktop, WindowState state, @Nullable Window owner) {
        this.desktop = desktop;
        this.id = state.getWindow();
        this.state = WindowState.getDefaultInstance();
        this.owner = owner;
        this.shell = makeShell(state);
        update(state, owner);
    }

    int id() {
        return id;
    }

    WindowState state() {
        return state;
    }

    Window shell() {
        return shell;
    }

    /** How many units of this desktop one unit of the program is. */
    double ratio() {
        return state.getScale()
                / shell.getGraphicsConfiguration().getDefaultTransform().getScaleX();
    }

    Insets insets() {
        return insets;
    }

    /** Makes the window what the program says it is. */
    void update(WindowState now, @Nullable Window newOwner) {
        WindowState before = state;
        if (needsOtherShell(before, now, newOwner)) {
            shell.dispose();
            owner = newOwner;
            shell = makeShell(now);
            before = WindowState.getDefaultInstance();
        }
        state = now;
        ShellLook.apply(shell, before, now);
        Rectangle wanted = new Rectangle(now.getX(), now.getY(), now.getWidth(), now.getHeight());
        boolean scaleChanged = before.getScale() != now.getScale();
        if (bounds.isWish(wanted) || scaleChanged) {
            place(wanted);
        }
        ShellLook.shape(shell, before, now, ratio(), insets);
        ShellLook.sizeHints(shell, now, ratio(), insets);
        if (now.getMode() != before.getMode()) {
            changeMode(now.getMode());
        }
        if (shell.isVisible() != now.getVisible()) {
            shell.setAutoRequestFocus(now.getFocused());
            shell.setVisible(now.getVisible());
        }
    }

    void setCursor(Cursor cursor) {
        shell.setCursor(cursor);
    }

    /**
     * Marks where somebody else points.
     *
     * @param place in the window's coordinates; null: not here
     */
    void showPointer(@Nullable Point place) {
        Rect before = pointer.bounds(state.getScale());
        pointer.move(place);
        Rect now = pointer.bounds(state.getScale());
        present(Stream.of(before, now).flatMap(Stream::ofNullable).toList());
    }

    /** Shows parts of the surface, in its pixels. */
    void present(List<Rect> parts) {
        Graphics graphics = shell.isShowing() ? shell.getGraphics() : null;
        if (graphics != null) {
            for (Rect part : parts) {
                draw(graphics, part);
            }
            graphics.dispose();
        }
    }

    /** Shows all of it again. */
    void repaint() {
        Graphics graphics = shell.isShowing() ? shell.getGraphics() : null;
        if (graphics != null) {
            paint(graphics);
            graphics.dispose();
        }
        Toolkit.getDefaultToolkit().sync();
    }

    void dispose() {
        shell.dispose();
    }

    private static boolean needsOtherShell(WindowState before, WindowState now, @Nullable Window newOwner) {
        boolean isNew = before.getWindow() == 0;
        return !isNew
                && (before.getKind() != now.getKind()
                        || hasFrame(before) != hasFrame(now)
                        || before.getTranslucent() != now.getTranslucent()
                        || (before.getOwner() != now.getOwner() && newOwner != null));
    }

    /** On the full screen, a frame with which the toolkit still reckons would move the picture. */
    private static boolean hasFrame(WindowState state) {
        return state.getDecorated()
                && state.getKind() != WindowKind.WINDOW_KIND_POPUP
                && state.getMode() != WindowMode.WINDOW_MODE_FULL_SCREEN;
    }

    private Window makeShell(WindowState now) {
        boolean decorated = hasFrame(now);
        Window made = Shells.make(now.getKind(), decorated, owner, this::paint);
        if (now.getTranslucent() && !decorated && canBe(made, WindowTranslucency.PERPIXEL_TRANSLUCENT)) {
            made.setBackground(CLEAR);
        }
        made.setLayout(null);
        made.setFocusTraversalKeysEnabled(false);
        made.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentMoved(ComponentEvent event) {
                boundsChanged();
            }

            @Override
            public void componentResized(ComponentEvent event) {
                boundsChanged();
            }
        });
        WindowAdapter frameEvents = new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                boundsChanged();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                if (state.getBlocked()) {
                    desktop.showBlocker();
                } else if (state.getClosable()) {
                    request(WindowRequest.newBuilder().setClose(true));
                }
            }

            @Override
            public void windowStateChanged(WindowEvent event) {
                modeChanged(event.getNewState());
            }
        };
        made.addWindowListener(frameEvents);
        made.addWindowStateListener(frameEvents);
        new WindowInput(desktop, this).listenTo(made);
        made.addNotify();
        insets = made.getInsets();
        return made;
    }

    static boolean canBe(Window window, WindowTranslucency translucency) {
        return window.getGraphicsConfiguration().getDevice().isWindowTranslucencySupported(translucency);
    }

    /** @param content in the program's coordinates */
    private void place(Rectangle content) {
        double ratio = ratio();
        Point corner = withTitleBar((int) Math.round(content.x * ratio), (int) Math.round(content.y * ratio));
        shell.setBounds(
                corner.x,
                corner.y,
                (int) Math.ceil(content.width * ratio) + insets.left + insets.right,
                (int) Math.ceil(content.height * ratio) + insets.top + insets.bottom);
    }

    /**
     * Where the desktop's frame begins. A program that has put its window into a corner of the screen means the frame: what
     * lies around the contents must not lie beyond the screen, where nobody can take hold of it. The program is told of it
     * as of any move by the desktop.
     */
    private Point withTitleBar(int contentX, int contentY) {
        Point corner = new Point(contentX - insets.left, contentY - insets.top);
        Rectangle screen = shell.getGraphicsConfiguration().getBounds();
        if (state.getMode() == WindowMode.WINDOW_MODE_NORMAL && screen.contains(contentX, contentY)) {
            corner.x = Math.max(screen.x, corner.x);
            corner.y = Math.max(screen.y, corner.y);
        }
        return corner;
    }

    /** The desktop gave the window other bounds, or a frame of another thickness. */
    private void boundsChanged() {
        if (!shell.isShowing() || state.getMode() == WindowMode.WINDOW_MODE_ICONIFIED) {
            return;
        }
        Insets now = shell.getInsets();
        if (!now.equals(insets)) {
            // The window manager put its frame around; the content stays as it is.
            insets = now;
            place(bounds.expected());
            return;
        }
        double ratio = ratio();
        Rectangle content = new Rectangle(
                (int) Math.round((shell.getX() + insets.left) / ratio),
                (int) Math.round((shell.getY() + insets.top) / ratio),
                (int) Math.round((shell.getWidth() - insets.left - insets.right) / ratio),
                (int) Math.round((shell.getHeight() - insets.top - insets.bottom) / ratio));
        if (!content.equals(bounds.expected()) && content.width > 0 && content.height > 0) {
            bounds.asked(content);
            request(WindowRequest.newBuilder().setBounds(ScreenProbe.rect(content)));
        }
    }

    private void modeChanged(int extendedState) {
        WindowMode mode = WindowMode.WINDOW_MODE_NORMAL;
        if ((extendedState & Frame.ICONIFIED) != 0) {
            mode = WindowMode.WINDOW_MODE_ICONIFIED;
        } else if ((extendedState & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH) {
            mode = WindowMode.WINDOW_MODE_MAXIMIZED;
        }
        if (mode != state.getMode()) {
            request(WindowRequest.newBuilder().setMode(mode));
        }
    }

    private void changeMode(WindowMode mode) {
        GraphicsDevice device = shell.getGraphicsConfiguration().getDevice();
        if (mode == WindowMode.WINDOW_MODE_FULL_SCREEN) {
            device.setFullScreenWindow(shell);
        } else if (Objects.equals(device.getFullScreenWindow(), shell)) {
            device.setFullScreenWindow(null);
        }
        if (shell instanceof Frame frame) {
            frame.setExtendedState(
                    switch (mode) {
                        case WINDOW_MODE_ICONIFIED -> Frame.ICONIFIED;
                        case WINDOW_MODE_MAXIMIZED -> Frame.MAXIMIZED_BOTH;
                        default -> Frame.NORMAL;
                    });
        }
    }

    private void request(WindowRequest.Builder request) {
        desktop.send(FromScreen.newBuilder().setWindow(request.setWindow(id)).build());
    }

    private void paint(Graphics graphics) {
        draw(graphics, null);
    }

    /** @param part null: all, and what lies beyond the surface too */
    private void draw(Graphics graphics, @Nullable Rect part) {
        BufferedImage image = surface.of(desktop.replica(), state.getSurface());
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            double scale = g.getTransform().getScaleX();
            g.translate(insets.left, insets.top);
            g.scale(1 / scale, 1 / scale);
            boolean translucent =
                    shell.getBackground() != null && shell.getBackground().getAlpha() < 255;
            if (translucent) {
                g.setComposite(AlphaComposite.Src);
            }
            if (part != null) {
                g.clipRect(part.left(), part.top(), part.width(), part.height());
            } else if (image != null && !translucent) {
                fillBeyond(g, image, scale);
            }
            if (image != null) {
                g.drawImage(image, 0, 0, null);
                g.setComposite(AlphaComposite.SrcOver);
                pointer.paint(g, state.getScale());
            }
            if (state.getKind() != WindowKind.WINDOW_KIND_POPUP) {
                g.scale(scale, scale);
                desktop.unreached().paint(g, shell.getWidth());
            }
        } finally {
            g.dispose();
        }
    }

    /** While a person enlarges the window, the program's picture follows some steps behind. */
    private void fillBeyond(Graphics2D g, BufferedImage image, double scale) {
        int width = (int) Math.ceil(shell.getWidth() * scale);
        int height = (int) Math.ceil(shell.getHeight() * scale);
        g.setColor(shell instanceof Dialog || shell instanceof Frame ? Color.LIGHT_GRAY : Color.BLACK);
        g.fillRect(image.getWidth(), 0, Math.max(0, width - image.getWidth()), height);
        g.fillRect(0, image.getHeight(), image.getWidth(), Math.max(0, height - image.getHeight()));
    }
}
