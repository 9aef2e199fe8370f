package cc.toolkit.widget;

import java.awt.AWTEvent;
import java.awt.AWTException;
import java.awt.BufferCapabilities;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.SystemColor;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.PaintEvent;
import java.awt.image.ColorModel;
import java.awt.image.VolatileImage;
import java.awt.peer.ComponentPeer;
import java.awt.peer.ContainerPeer;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;
import sun.awt.KeyboardFocusManagerPeerImpl;
import sun.awt.PaintEventDispatcher;
import sun.awt.SunToolkit;
import sun.awt.event.IgnorePaintEvent;
import sun.font.FontDesignMetrics;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.pipe.Region;

/**
 * The peer of a heavyweight component: an area of its top-level window's surface, with everything that all components
 * have in common. There are no native child windows, so this class does itself what a window system does elsewhere: it
 * keeps drawing inside the visible part of the area and repaints what was uncovered.
 *
 * <p>Methods of the peer interface are called from any thread, mostly with AWT's tree lock held. The geometry (bounds,
 * visibility, shape, order) is guarded by {@link PeerTree#LOCK}, under which no foreign code is called.
 *
 * @param <T> the component's type
 */
public abstract class CcComponentPeer<T extends Component> implements ComponentPeer {
    private static final Font DEFAULT_FONT = new Font(Font.DIALOG, Font.PLAIN, 12);

    /** The component this is the peer of. */
    protected final T target;

    private final @Nullable CcContainerPeer<?> parent;
    private final PeerRepaintArea damage = new PeerRepaintArea(this);
    private final Rectangle bounds = new Rectangle();
    private boolean visible;
    private @Nullable Region shape;
    private volatile boolean enabled;
    private volatile boolean disposed;
    private volatile @Nullable Color foreground;
    private volatile @Nullable Color background;
    private volatile @Nullable Font font;

    /**
     * Makes the peer of a component that stands in a container that has a peer.
     *
     * @param parent the peer of the nearest heavyweight container, or null for a top-level window
     */
    protected CcComponentPeer(T target, @Nullable CcContainerPeer<?> parent) {
        this.target = target;
        this.parent = parent;
        enabled = target.isEnabled();
        var component = AWTAccessor.getComponentAccessor();
        foreground = component.getForeground(target);
        background = component.getBackground(target);
        font = component.getFont(target);
        if (parent != null) {
            visible = component.isVisible(target);
            bounds.setBounds(initialBounds(target));
            parent.attach(this);
        }
    }

    /** The bounds within the nearest heavyweight container, which lightweight containers in between shift. */
    private static Rectangle initialBounds(Component target) {
        Rectangle bounds = target.getBounds();
        for (var c = target.getParent(); c != null && c.isLightweight(); c = c.getParent()) {
            bounds.translate(c.getX(), c.getY());
        }
        return bounds;
    }

    /** The component this is the peer of. */
    public final T target() {
        return target;
    }

    /** The peer of the nearest heavyweight container, or null for a top-level window. */
    public final @Nullable CcContainerPeer<?> parent() {
        return parent;
    }

    /** The window whose surface this draws into. */
    public Toplevel toplevel() {
        CcContainerPeer<?> above = parent;
        if (above == null) {
            throw new IllegalStateException(target + " stands in no window.");
        }
        return above.toplevel();
    }

    // ------------------------------------------------------------------------------------------- geometry

    /** A copy of the bounds within the nearest heavyweight container (on the screen, for a top-level window). */
    public final Rectangle bounds() {
        synchronized (PeerTree.LOCK) {
            return new Rectangle(bounds);
        }
    }

    /** Whether the component itself was made visible; whether it can be seen depends on its containers, too. */
    public final boolean isVisible() {
        synchronized (PeerTree.LOCK) {
            return visible;
        }
    }

    /** The part of its container that this peer covers, in the container's coordinates; empty if it is not visible. */
    final Region outline() {
        synchronized (PeerTree.LOCK) {
            if (!visible) {
                return Region.EMPTY_REGION;
            }
            return area().getTranslatedRegion(bounds.x, bounds.y);
        }
    }

    /** The whole area, in own coordinates: the size, cut by the shape. */
    final Region area() {
        Region whole = Region.getInstanceXYWH(0, 0, bounds.width, bounds.height);
        return shape == null ? whole : whole.getIntersection(shape);
    }

    /** The part of the area that can be drawn to, in the coordinates of the top-level window. */
    final Region visibleRegion() {
        synchronized (PeerTree.LOCK) {
            Region region = withoutChildren(area());
            CcComponentPeer<?> inner = this;
            for (CcContainerPeer<?> outer = parent; outer != null; outer = outer.parent()) {
                region = region.getTranslatedRegion(inner.bounds.x, inner.bounds.y);
                region = outer.withoutThoseAbove(inner, region).getIntersection(outer.contentArea());
                inner = outer;
            }
            return region;
        }
    }

    /** Containers take away here what their children cover. */
    Region withoutChildren(Region region) {
        return region;
    }

    /** Where the area's corner is in the coordinates of the top-level window. */
    final Point offset() {
        synchronized (PeerTree.LOCK) {
            Point at = new Point();
            CcComponentPeer<?> inner = this;
            for (CcContainerPeer<?> outer = parent; outer != null; outer = outer.parent()) {
                at.translate(inner.bounds.x, inner.bounds.y);
                inner = outer;
            }
            return at;
        }
    }

    @Override
    public Point getLocationOnScreen() {
        Point at = offset();
        Point origin = toplevel().origin();
        at.translate(origin.x, origin.y);
        return at;
    }

    @Override
    public void setBounds(int x, int y, int width, int height, int op) {
        Rectangle before;
        boolean shown;
        synchronized (PeerTree.LOCK) {
            before = new Rectangle(bounds);
            bounds.setBounds(x, y, Math.max(0, width), Math.max(0, height));
            shown = visible;
        }
        boolean resized = before.width != width || before.height != height;
        if (resized) {
            resized();
        }
        CcContainerPeer<?> above = parent;
        if (shown && above != null && (resized || before.x != x || before.y != y)) {
            above.expose(before);
            above.expose(bounds());
        }
    }

    /** Keeps the geometry of a top-level window, which has no container to tell about it. */
    protected final void keepBounds(int x, int y, int width, int height) {
        synchronized (PeerTree.LOCK) {
            bounds.setBounds(x, y, width, height);
        }
    }

    /** Keeps the visibility of a top-level window. */
    protected final void keepVisible(boolean shown) {
        synchronized (PeerTree.LOCK) {
            visible = shown;
        }
    }

    /** The size changed; called without a lock, before the area is painted again. */
    protected void resized() {}

    @Override
    public void setVisible(boolean shown) {
        synchronized (PeerTree.LOCK) {
            if (visible == shown) {
                return;
            }
            visible = shown;
        }
        CcContainerPeer<?> above = parent;
        if (above != null) {
            above.expose(bounds());
        }
    }

    @Override
    public void applyShape(@Nullable Region newShape) {
        synchronized (PeerTree.LOCK) {
            if (newShape == null ? shape == null : newShape.equals(shape)) {
                return;
            }
            shape = newShape;
        }
        shapeChanged(newShape);
    }

    /** The shape changed; called without a lock. */
    protected void shapeChanged(@Nullable Region newShape) {
        CcContainerPeer<?> above = parent;
        if (above != null) {
            above.expose(bounds());
        }
    }

    @Override
    public void setZOrder(@Nullable ComponentPeer above) {
        CcContainerPeer<?> container = parent;
        if (container != null) {
            container.restack(this, above);
        }
    }

    @Override
    public boolean isObscured() {
        return false;
    }

    @Override
    public boolean canDetermineObscurity() {
        return false;
    }

    @Override
    public Dimension getPreferredSize() {
        return getMinimumSize();
    }

    @Override
    public Dimension getMinimumSize() {
        return target.getSize();
    }

    // ------------------------------------------------------------------------------------------- painting

    @Override
    public @Nullable Graphics getGraphics() {
        Toplevel top = toplevel();
        SurfaceData surface = disposed ? null : top.surface();
        if (surface == null) {
            return null;
        }
        SunGraphics2D graphics = new SunGraphics2D(surface, foregroundColor(), backgroundColor(), currentFont());
        Rectangle size = bounds();
        Point at = offset();
        // The region first and the origin second: scaled by fractions, both then round the edges alike.
        graphics.constrain(0, 0, at.x + size.width, at.y + size.height, visibleRegion());
        graphics.constrain(at.x, at.y, size.width, size.height);
        return graphics;
    }

    /** The component's own foreground, else its containers', else the desktop's. */
    protected final Color foregroundColor() {
        Color own = foreground;
        if (own != null) {
            return own;
        }
        Color inherited = target.getForeground();
        return inherited != null ? inherited : SystemColor.windowText;
    }

    /** The component's own background, else its containers', else the desktop's. */
    protected final Color backgroundColor() {
        Color own = background;
        if (own != null) {
            return own;
        }
        Color inherited = target.getBackground();
        return inherited != null ? inherited : defaultBackground();
    }

    /** The background of a component for which the program has set none. */
    protected Color defaultBackground() {
        return SystemColor.window;
    }

    /** The component's font, never null. */
    protected final Font currentFont() {
        Font own = font;
        if (own != null) {
            return own;
        }
        Font inherited = target.getFont();
        return inherited != null ? inherited : DEFAULT_FONT;
    }

    /** Asks AWT to paint a part of the component, in own coordinates. Does nothing while it cannot be seen. */
    protected final void postPaint(int x, int y, int width, int height) {
        if (disposed || width <= 0 || height <= 0 || !target.isShowing()) {
            return;
        }
        PaintEvent event = PaintEventDispatcher.getPaintEventDispatcher().createPaintEvent(target, x, y, width, height);
        if (event != null) {
            post(event);
        }
    }

    /** Has a new component painted that was put into a container on the screen. Called when the peer is complete. */
    public final void exposeNew() {
        if (parent != null && parent.target().isShowing()) {
            EventQueue.invokeLater(() -> {
                // AWT knows the peer once it releases this lock.
                synchronized (target.getTreeLock()) {
                    repaintAll();
                }
            });
        }
    }

    /** Has the whole component painted again. */
    public final void repaintAll() {
        Rectangle size = bounds();
        expose(new Rectangle(0, 0, size.width, size.height));
    }

    /** Something that covered this part, in own coordinates, is gone: paints it, and what is in it. */
    void expose(Rectangle part) {
        Rectangle size = bounds();
        Rectangle inside = part.intersection(new Rectangle(0, 0, size.width, size.height));
        if (isVisible() && !inside.isEmpty()) {
            postPaint(inside.x, inside.y, inside.width, inside.height);
        }
    }

    /** Paints what is the peer's, beneath what the program paints: a widget's looks. Called on the event thread. */
    protected void paintPeer(Graphics g) {}

    @Override
    public void paint(Graphics g) {
        paintPeer(g);
        target.paint(g);
    }

    @Override
    public void print(Graphics g) {
        g.setColor(backgroundColor());
        Rectangle size = bounds();
        g.fillRect(0, 0, size.width, size.height);
        g.setColor(foregroundColor());
        paintPeer(g);
        target.print(g);
    }

    @Override
    public void coalescePaintEvent(PaintEvent event) {
        if (!(event instanceof IgnorePaintEvent)) {
            damage.add(event.getUpdateRect(), event.getID());
        }
    }

    @Override
    public void layout() {}

    // ------------------------------------------------------------------------------------------- events

    /** Posts an event as the window system's, from any thread. */
    protected final void post(AWTEvent event) {
        SunToolkit.postEvent(SunToolkit.targetToAppContext(event.getSource()), event);
    }

    /** AWT hands every event over here after the program's listeners had it. Called on the event thread. */
    @Override
    public final void handleEvent(AWTEvent event) {
        if (event instanceof PaintEvent) {
            // The program paints in here; its errors are its own.
            paintDamage();
        } else {
            Guard.run("handling " + event.getClass().getSimpleName(), () -> dispatch(event));
        }
    }

    private void dispatch(AWTEvent event) {
        switch (event.getID()) {
            case FocusEvent.FOCUS_GAINED, FocusEvent.FOCUS_LOST -> handleFocus((FocusEvent) event);
            case MouseEvent.MOUSE_PRESSED -> {
                focusOnPress((MouseEvent) event);
                handleInput(event);
            }
            default -> handleInput(event);
        }
    }

    private void handleInput(AWTEvent event) {
        if (!enabled || !target.isEnabled()) {
            return;
        }
        if (event instanceof MouseWheelEvent wheel) {
            handleWheel(wheel);
        } else if (event instanceof MouseEvent mouse) {
            handleMouse(mouse);
        } else if (event instanceof KeyEvent key) {
            handleKey(key);
        } else {
            handleOther(event);
        }
    }

    /** Whether something waits to be painted. */
    final boolean hasDamage() {
        return !damage.isEmpty();
    }

    /** Where the damage is painted; containers wait with it until a layout is complete. */
    void paintDamage() {
        damage.paint(target, !AWTAccessor.getComponentAccessor().getBackgroundEraseDisabled(target));
    }

    private void focusOnPress(MouseEvent event) {
        if (event.getSource() == target
                && !event.isConsumed()
                && !target.isFocusOwner()
                && KeyboardFocusManagerPeerImpl.shouldFocusOnClick(target)) {
            KeyboardFocusManagerPeerImpl.requestFocusFor(target, FocusEvent.Cause.MOUSE_EVENT);
        }
    }

    /** A pointer event other than the wheel's that the program has seen; check {@code isConsumed}. */
    protected void handleMouse(MouseEvent event) {}

    /** A wheel event that the program has seen; check {@code isConsumed}. */
    protected void handleWheel(MouseWheelEvent event) {}

    /** A key event that the program has seen; check {@code isConsumed}. */
    protected void handleKey(KeyEvent event) {}

    /** The component gained or lost the focus. */
    protected void handleFocus(FocusEvent event) {}

    /** Any other event (input methods, say) that the program has seen. */
    protected void handleOther(AWTEvent event) {}

    // ------------------------------------------------------------------------------------------- focus

    @Override
    public boolean isFocusable() {
        return false;
    }

    @Override
    public boolean requestFocus(
            @Nullable Component lightweightChild,
            boolean temporary,
            boolean focusedWindowChangeAllowed,
            long time,
            FocusEvent.Cause cause) {
        return FocusRequests.request(this, lightweightChild, temporary, focusedWindowChangeAllowed, time, cause);
    }

    // ------------------------------------------------------------------------------------------- attributes

    @Override
    public void setEnabled(boolean enable) {
        enabled = enable;
    }

    /** Whether the component takes input. */
    protected final boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setForeground(@Nullable Color color) {
        foreground = color;
        repaintAll();
    }

    @Override
    public void setBackground(@Nullable Color color) {
        background = color;
        repaintAll();
    }

    @Override
    public void setFont(@Nullable Font newFont) {
        font = newFont;
        repaintAll();
    }

    @Override
    public ColorModel getColorModel() {
        return getGraphicsConfiguration().getColorModel();
    }

    @Override
    @SuppressWarnings("deprecation")
    public FontMetrics getFontMetrics(Font of) {
        return FontDesignMetrics.getMetrics(of);
    }

    @Override
    public void updateCursorImmediately() {
        toplevel().updateCursor();
    }

    @Override
    public GraphicsConfiguration getGraphicsConfiguration() {
        return toplevel().configuration();
    }

    @Override
    public boolean updateGraphicsData(GraphicsConfiguration configuration) {
        return false;
    }

    // ------------------------------------------------------------------------------------------- images

    @Override
    public Image createImage(int width, int height) {
        return toplevel().offscreenImage(target, width, height);
    }

    @Override
    public VolatileImage createVolatileImage(int width, int height) {
        return toplevel().offscreenVolatileImage(target, width, height);
    }

    /** Page flipping is declined, so that buffer strategies copy: a copied frame is a recorded frame. */
    @Override
    public void createBuffers(int numBuffers, BufferCapabilities capabilities) throws AWTException {
        throw new AWTException("Page flipping is not supported.");
    }

    @Override
    public Image getBackBuffer() {
        throw new IllegalStateException("There are no page flipping buffers.");
    }

    @Override
    public void flip(int x1, int y1, int x2, int y2, BufferCapabilities.FlipContents action) {
        throw new IllegalStateException("There are no page flipping buffers.");
    }

    @Override
    public void destroyBuffers() {}

    // ------------------------------------------------------------------------------------------- life

    @Override
    public boolean handlesWheelScrolling() {
        return false;
    }

    @Override
    public boolean isReparentSupported() {
        return false;
    }

    @Override
    public void reparent(ContainerPeer newContainer) {
        throw new UnsupportedOperationException("Peers stay in their container.");
    }

    /** Whether {@link #dispose} was called. */
    protected final boolean isDisposed() {
        return disposed;
    }

    @Override
    public void dispose() {
        if (disposed) {
            return;
        }
        disposed = true;
        CcContainerPeer<?> above = parent;
        if (above != null) {
            above.detach(this);
        }
        PeerRegistry.disposed(target, this);
    }
}
