package cc.toolkit.window;

import cc.protocol.message.Image;
import cc.protocol.message.WindowMode;
import cc.protocol.message.WindowRequest;
import cc.toolkit.widget.CcContainerPeer;
import cc.toolkit.widget.PeerRegistry;
import cc.toolkit.widget.Toplevel;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.SystemColor;
import java.awt.Transparency;
import java.awt.Window;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusEvent;
import java.awt.event.WindowEvent;
import java.awt.image.VolatileImage;
import java.awt.peer.WindowPeer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;
import sun.awt.SunToolkit;
import sun.java2d.SurfaceData;
import sun.java2d.pipe.Region;

/**
 * The peer of a top-level window: has a surface of its own, a place on the screen and among the windows, and tells
 * viewers about each change. Its bounds are those of its content, since viewers draw frames around it on their own.
 *
 * @param <T> the window's type
 */
public class CcWindowPeer<T extends Window> extends CcContainerPeer<T> implements WindowPeer, Toplevel {
    private static final AtomicInteger LAST_ID = new AtomicInteger();

    private final Desk desk;
    private final int id = LAST_ID.incrementAndGet();
    private final WindowCanvas canvas;
    private volatile CcGraphicsDevice device;
    private volatile @Nullable Dialog blocker;
    private volatile boolean alwaysOnTop;
    private volatile float opacity;
    private volatile boolean focusableWindow;
    private volatile @Nullable Image icon;
    private volatile @Nullable Region windowShape;
    private volatile Dimension minimum = new Dimension();
    private volatile @Nullable Dimension maximum;
    private volatile boolean fullScreen;
    /** A resize event is in the queue and will see the newest size. */
    private volatile boolean resizePosted;

    /** Makes the peer of a window that is not visible yet. */
    public CcWindowPeer(Desk desk, T target) {
        super(target, null);
        this.desk = desk;
        device = target.getGraphicsConfiguration() instanceof CcGraphicsConfiguration given
                ? (CcGraphicsDevice) given.getDevice()
                : desk.screens().devices().get(0);
        Color background = target.getBackground();
        boolean translucent = background != null && background.getAlpha() < 255;
        canvas =
                new WindowCanvas(desk.recorder(), desk.output(), target, device.getDefaultConfiguration(), translucent);
        setInheritedDefaults();
        Rectangle bounds = target.getBounds();
        keepBounds(bounds.x, bounds.y, bounds.width, bounds.height);
        canvas.resize(device.getDefaultConfiguration(), bounds.width, bounds.height, backgroundColor());
        alwaysOnTop = target.isAlwaysOnTop();
        opacity = target.getOpacity();
        windowShape = target.getShape() == null ? null : Region.getInstance(target.getShape(), null);
        super.applyShape(windowShape);
        readLimits();
        desk.stack().add(this);
        updateIconImages();
    }

    /** A window that its program gave no colours and no font has the desktop's, and its content inherits them. */
    private void setInheritedDefaults() {
        if (!target.isBackgroundSet()) {
            target.setBackground(SystemColor.window);
        }
        if (!target.isForegroundSet()) {
            target.setForeground(SystemColor.windowText);
        }
        if (target.getFont() == null) {
            target.setFont(new Font(Font.DIALOG, Font.PLAIN, 12));
        }
    }

    // ------------------------------------------------------------------------------------------- for window states

    /** The number that messages name this window by. */
    public final int id() {
        return id;
    }

    final int surfaceId() {
        return canvas.id();
    }

    /** Device pixels per unit. */
    public final double scale() {
        return canvas.configuration().scale();
    }

    final int screen() {
        return device.index();
    }

    String title() {
        return "";
    }

    boolean isDecorated() {
        return false;
    }

    boolean isResizable() {
        return false;
    }

    WindowMode mode() {
        return fullScreen ? WindowMode.WINDOW_MODE_FULL_SCREEN : WindowMode.WINDOW_MODE_NORMAL;
    }

    final boolean isAlwaysOnTop() {
        return alwaysOnTop;
    }

    /** Whether a modal dialog keeps this window from being used. */
    public final boolean isBlocked() {
        return blocker != null;
    }

    final boolean isFocusableWindow() {
        return focusableWindow;
    }

    final boolean isFocused() {
        return desk.focus().focusedPeer() == this;
    }

    final boolean isTranslucent() {
        return canvas.isTranslucent();
    }

    /** From 0 to 1, opaque. */
    public final float opacity() {
        return opacity;
    }

    final int stacking() {
        return desk.stack().stacking(this);
    }

    final Dimension minimumSize() {
        return minimum;
    }

    final @Nullable Dimension maximumSize() {
        return maximum;
    }

    final @Nullable Image icon() {
        return icon;
    }

    final @Nullable Region shape() {
        return windowShape;
    }

    /** The peer of the window that owns this one, or null. */
    public final @Nullable CcWindowPeer<?> owner() {
        Window owner = target.getOwner();
        return owner == null ? null : PeerRegistry.peerOf(owner) instanceof CcWindowPeer<?> peer ? peer : null;
    }

    final Desk desk() {
        return desk;
    }

    /** Has viewers told of the newest state. */
    final void changed() {
        desk.output().changed(this);
    }

    // ------------------------------------------------------------------------------------------- Toplevel

    @Override
    public Toplevel toplevel() {
        return this;
    }

    @Override
    public final @Nullable SurfaceData surface() {
        return canvas.surfaceData(backgroundColor());
    }

    @Override
    public final Point origin() {
        return bounds().getLocation();
    }

    @Override
    public final GraphicsConfiguration configuration() {
        return canvas.configuration();
    }

    @Override
    public final Window window() {
        return target;
    }

    @Override
    public final @Nullable Component focusOwner() {
        return desk.focus().getCurrentFocusOwner();
    }

    @Override
    public final void updateCursor() {
        desk.cursors().updateCursorImmediately();
    }

    @Override
    public final java.awt.Image offscreenImage(Component component, int width, int height) {
        return desk.recorder().createImage(component, width, height);
    }

    @Override
    public final VolatileImage offscreenVolatileImage(Component component, int width, int height) {
        return desk.recorder().createVolatileImage(component, configuration(), width, height, Transparency.OPAQUE);
    }

    /** The pixels that a part of this window shows, 0xAARRGGBB; null while it shows none. */
    public final int @Nullable [] readPixels(Rectangle devicePixels) {
        return canvas.readPixels(devicePixels);
    }

    /** Whether the window shows something at a point of the screen. */
    public final boolean covers(int x, int y) {
        Rectangle bounds = bounds();
        Region cut = windowShape;
        return isVisible()
                && mode() != WindowMode.WINDOW_MODE_ICONIFIED
                && bounds.contains(x, y)
                && (cut == null || cut.contains(x - bounds.x, y - bounds.y));
    }

    // ------------------------------------------------------------------------------------------- geometry

    @Override
    public void setBounds(int x, int y, int width, int height, int op) {
        reshape(new Rectangle(x, y, width, height));
    }

    /** Moves and resizes the window, and tells the program so. */
    final void reshape(Rectangle to) {
        Rectangle before = bounds();
        keepBounds(to.x, to.y, Math.max(0, to.width), Math.max(0, to.height));
        boolean moved = before.x != to.x || before.y != to.y;
        boolean resized = before.width != to.width || before.height != to.height;
        if (moved) {
            post(new ComponentEvent(target, ComponentEvent.COMPONENT_MOVED));
        }
        if (moved || resized) {
            device = desk.screens().deviceOf(to, device);
            if (device.getDefaultConfiguration() != canvas.configuration()) {
                screensChanged();
            }
        }
        if (resized) {
            canvas.resize(canvas.configuration(), to.width, to.height, backgroundColor());
            resized();
            if (!resizePosted) {
                resizePosted = true;
                post(new ComponentEvent(target, ComponentEvent.COMPONENT_RESIZED));
            }
            repaintAll();
        }
        changed();
    }

    /** Moves and resizes the window on its own account: the program's window object learns of it. */
    final void reshapeTarget(Rectangle to) {
        AWTAccessor.ComponentAccessor component = AWTAccessor.getComponentAccessor();
        component.setLocation(target, to.x, to.y);
        component.setSize(target, to.width, to.height);
        reshape(to);
    }

    @Override
    protected void handleOther(java.awt.AWTEvent event) {
        if (event.getID() == ComponentEvent.COMPONENT_RESIZED) {
            resizePosted = false;
        }
    }

    /** The screens are others now: finds the one this window is on, and takes on its scale. From any thread. */
    final void screensChanged() {
        device = desk.screens().deviceOf(bounds(), device);
        // AWT tells listeners of the change, and these are the program's.
        SunToolkit.executeOnEventHandlerThread(target, this::takeOnConfiguration);
        changed();
    }

    /** Goes where it belongs on the screens of whoever looks first; popups follow their programs. */
    final void settle(FirstLook look) {
        if (isVisible()
                && mode() == WindowMode.WINDOW_MODE_NORMAL
                && (target instanceof Frame || target instanceof Dialog)) {
            Rectangle before = bounds();
            Rectangle to = limited(look.place(before, isResizable()));
            if (!to.equals(before)) {
                reshapeTarget(to);
            }
        }
    }

    private void takeOnConfiguration() {
        CcGraphicsConfiguration now = device.getDefaultConfiguration();
        CcGraphicsConfiguration before = canvas.configuration();
        if (isDisposed() || now == before) {
            return;
        }
        Rectangle bounds = bounds();
        canvas.resize(now, bounds.width, bounds.height, backgroundColor());
        AWTAccessor.getComponentAccessor().setGraphicsConfiguration(target, now);
        screenChanged();
        if (now.scale() != before.scale()) {
            target.invalidate();
            target.validate();
            repaintAll();
        }
        changed();
    }

    /** The window's screen is another one or has changed; on the event thread. */
    void screenChanged() {
        if (fullScreen) {
            reshapeTarget(device.getDefaultConfiguration().getBounds());
        }
    }

    final CcGraphicsDevice device() {
        return device;
    }

    @Override
    public GraphicsConfiguration getGraphicsConfiguration() {
        return canvas.configuration();
    }

    /** Part of the interface of later JDKs than 17. */
    public GraphicsConfiguration getAppropriateGraphicsConfiguration(GraphicsConfiguration configuration) {
        return configuration;
    }

    final void setFullScreen(boolean on) {
        fullScreen = on;
        changed();
    }

    @Override
    public void updateMinimumSize() {
        readLimits();
        changed();
    }

    private void readLimits() {
        minimum = target.isMinimumSizeSet() ? target.getMinimumSize() : new Dimension();
        maximum = target.isMaximumSizeSet() ? target.getMaximumSize() : null;
    }

    // ------------------------------------------------------------------------------------------- visibility

    @Override
    public void setVisible(boolean shown) {
        if (isVisible() == shown || isDisposed()) {
            return;
        }
        if (shown) {
            show();
        } else {
            hide();
        }
    }

    private void show() {
        if (target.isLocationByPlatform()) {
            Point at = Placement.next(device.getDefaultConfiguration().usable(), bounds().getSize());
            reshapeTarget(new Rectangle(at, bounds().getSize()));
        }
        updateFocusableWindowState();
        readLimits();
        keepVisible(true);
        surface();
        desk.stack().show(this);
        desk.restacked();
        repaintAll();
        if (AWTAccessor.getWindowAccessor().isAutoRequestFocus(target)) {
            requestWindowFocus(FocusEvent.Cause.ACTIVATION);
        }
    }

    private void hide() {
        keepVisible(false);
        desk.stack().hide(this);
        desk.grabs().ungrab(target);
        desk.focus().lose(this);
        desk.restacked();
        changed();
    }

    @Override
    public void toFront() {
        if (!isVisible()) {
            return;
        }
        desk.stack().raise(this);
        desk.restacked();
        if (AWTAccessor.getWindowAccessor().isAutoRequestFocus(target)) {
            requestWindowFocus(FocusEvent.Cause.ACTIVATION);
        }
    }

    @Override
    public void toBack() {
        desk.stack().lower(this);
        desk.restacked();
    }

    @Override
    public void updateAlwaysOnTopState() {
        alwaysOnTop = target.isAlwaysOnTop();
        desk.stack().raise(this);
        desk.restacked();
    }

    @Override
    public void setOpacity(float newOpacity) {
        opacity = newOpacity;
        changed();
    }

    @Override
    public void setOpaque(boolean opaque) {
        if (canvas.setTranslucent(!opaque, backgroundColor())) {
            repaintAll();
        }
        changed();
    }

    @Override
    protected void shapeChanged(@Nullable Region newShape) {
        windowShape = newShape;
        repaintAll();
        changed();
    }

    /** Windows with transparent pixels are shown like all others. */
    @Override
    public void updateWindow() {}

    /** Part of the interface of JDK 17; there are no applets to warn of. */
    @SuppressWarnings("MissingOverride") // later JDKs have no such method
    public void repositionSecurityWarning() {}

    @Override
    public void updateIconImages() {
        icon = Icons.of(target.getIconImages());
        changed();
    }

    // ------------------------------------------------------------------------------------------- focus

    @Override
    public void updateFocusableWindowState() {
        focusableWindow = target.isFocusableWindow();
        changed();
    }

    /** Whether the window system may give the keyboard to this window. */
    boolean mayBeFocused() {
        return isVisible() && !isBlocked() && !isDisposed() && target.isFocusableWindow();
    }

    @Override
    public boolean requestWindowFocus(FocusEvent.Cause cause) {
        if (isFocused()) {
            return true;
        }
        return mayBeFocused() && desk.focus().focus(this);
    }

    @Override
    public void setModalBlocked(@Nullable Dialog dialog, boolean blocked) {
        blocker = blocked ? dialog : null;
        changed();
    }

    // ------------------------------------------------------------------------------------------- requests

    /** A person did something to the window's frame, or pressed a button in it. On the pump's thread. */
    void requested(WindowRequest request) {
        switch (request.getRequestCase()) {
            case BOUNDS -> {
                Rectangle to = new Rectangle(
                        request.getBounds().getX(),
                        request.getBounds().getY(),
                        request.getBounds().getWidth(),
                        request.getBounds().getHeight());
                reshapeTarget(limited(to));
            }
            case CLOSE -> {
                if (!isBlocked()) {
                    post(new WindowEvent(target, WindowEvent.WINDOW_CLOSING));
                }
            }
            case FOCUS, RAISE -> activate();
            case MODE -> modeRequested(request.getMode());
            case REQUEST_NOT_SET -> {}
        }
    }

    void modeRequested(WindowMode mode) {}

    /** A person turned to this window: it comes to the front with the keyboard, or the dialog does that blocks it. */
    public final void activate() {
        Dialog dialog = blocker;
        if (dialog != null) {
            if (PeerRegistry.peerOf(dialog) instanceof CcWindowPeer<?> above && above != this) {
                above.activate();
            }
            return;
        }
        desk.stack().raise(this);
        desk.restacked();
        requestWindowFocus(FocusEvent.Cause.ACTIVATION);
    }

    private Rectangle limited(Rectangle wanted) {
        Rectangle now = bounds();
        if (!isResizable()) {
            return new Rectangle(wanted.x, wanted.y, now.width, now.height);
        }
        Dimension max = maximum;
        int width = Math.max(Math.max(1, minimum.width), wanted.width);
        int height = Math.max(Math.max(1, minimum.height), wanted.height);
        if (max != null) {
            width = Math.min(width, max.width);
            height = Math.min(height, max.height);
        }
        return new Rectangle(wanted.x, wanted.y, width, height);
    }

    @Override
    public void dispose() {
        if (isDisposed()) {
            return;
        }
        setVisible(false);
        super.dispose();
        desk.stack().remove(this);
        canvas.dispose();
        desk.output().closed(this);
    }
}
