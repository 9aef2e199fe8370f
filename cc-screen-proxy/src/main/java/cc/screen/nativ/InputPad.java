package cc.screen.nativ;

import cc.protocol.input.WindowMap;
import cc.protocol.message.Rect;
import cc.protocol.message.WindowState;
import java.awt.AWTKeyStroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A map of a program's screens: outlines of its windows, over which the pointer moves as it does there. */
final class InputPad extends JComponent {
    static final Color BAR = new Color(0x1F2937);

    private static final long serialVersionUID = 1;
    private static final Color AROUND = new Color(0x111827);
    private static final Color SCREEN = new Color(0x374151);
    private static final Color WINDOW = new Color(0xE5E7EB);
    private static final Color BLOCKED = new Color(0x9CA3AF);
    private static final Color FOCUSED = new Color(0x3B82F6);
    private static final Color EDGE = new Color(0x6B7280);
    private static final Color TEXT = new Color(0x111827);
    private static final float FOCUS_STROKE = 2f;
    private static final int TEXT_MARGIN = 6;

    private final transient WindowMap windows;

    InputPad(WindowMap windows) {
        this.windows = windows;
        setFocusable(true);
        // Tab is for the program.
        Set<AWTKeyStroke> none = Set.of();
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, none);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, none);
        enableInputMethods(true);
    }

    /** The place on the program's screens that is under a place of this component. */
    Point onScreens(int x, int y) {
        Rect bounds = windows.bounds();
        double scale = scale(bounds);
        Point2D origin = origin(bounds, scale);
        return new Point(
                bounds.getX() + (int) Math.floor((x - origin.getX()) / scale),
                bounds.getY() + (int) Math.floor((y - origin.getY()) / scale));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(AROUND);
        g.fillRect(0, 0, getWidth(), getHeight());
        Rect bounds = windows.bounds();
        double scale = scale(bounds);
        Point2D origin = origin(bounds, scale);
        AffineTransform toPad = new AffineTransform(
                scale, 0, 0, scale, origin.getX() - bounds.getX() * scale, origin.getY() - bounds.getY() * scale);
        g.setColor(SCREEN);
        windows.screens().forEach(screen -> g.fill(on(toPad, screen)));
        windows.fromBack().forEach(window -> paint(g, window, on(toPad, WindowMap.place(window))));
        g.dispose();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.CANVAS;
                }
            };
        }
        return accessibleContext;
    }

    private static void paint(Graphics2D g, WindowState window, Rectangle2D place) {
        g.setColor(window.getBlocked() ? BLOCKED : WINDOW);
        g.fill(place);
        g.setColor(window.getFocused() ? FOCUSED : EDGE);
        g.setStroke(new BasicStroke(window.getFocused() ? FOCUS_STROKE : 1));
        g.draw(place);
        Graphics2D text = (Graphics2D) g.create();
        text.clip(place);
        FontMetrics metrics = text.getFontMetrics();
        text.setColor(TEXT);
        text.drawString(
                window.getTitle(),
                (float) place.getX() + TEXT_MARGIN,
                (float) place.getY() + TEXT_MARGIN + metrics.getAscent());
        text.dispose();
    }

    private static Rectangle2D on(AffineTransform toPad, Rect place) {
        Rectangle2D rectangle = new Rectangle2D.Double(place.getX(), place.getY(), place.getWidth(), place.getHeight());
        return toPad.createTransformedShape(rectangle).getBounds2D();
    }

    private double scale(Rect bounds) {
        return bounds.getWidth() == 0 || bounds.getHeight() == 0 || getWidth() == 0 || getHeight() == 0
                ? 1
                : Math.min((double) getWidth() / bounds.getWidth(), (double) getHeight() / bounds.getHeight());
    }

    private Point2D origin(Rect bounds, double scale) {
        return new Point2D.Double(
                (getWidth() - bounds.getWidth() * scale) / 2, (getHeight() - bounds.getHeight() * scale) / 2);
    }
}
