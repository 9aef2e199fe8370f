package cc.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The shapes on the canvas, from the bottom to the top. */
final class Drawing {
    private final List<Item> items = new ArrayList<>();

    /** How a shape is painted. */
    enum Fill {
        OUTLINE("Outline"),
        SOLID("Solid"),
        LINEAR("Linear gradient"),
        RADIAL("Radial gradient");

        private final String title;

        Fill(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /**
     * A shape and how it is painted.
     *
     * @param width of its outline, in pixels
     */
    record Item(Shape shape, Fill fill, Color colour, float width) {
        void paint(Graphics2D g) {
            Rectangle2D bounds = shape.getBounds2D();
            if (fill != Fill.OUTLINE && !bounds.isEmpty()) {
                g.setPaint(paintFor(bounds));
                g.fill(shape);
            }
            if (fill == Fill.OUTLINE || bounds.isEmpty()) {
                g.setPaint(colour);
                g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                g.draw(shape);
            }
        }

        private Paint paintFor(Rectangle2D bounds) {
            float x = (float) bounds.getX();
            float y = (float) bounds.getY();
            float h = (float) bounds.getHeight();
            return switch (fill) {
                case OUTLINE, SOLID -> colour;
                case LINEAR -> new GradientPaint(x, y, lighter(colour), x, y + h, colour);
                case RADIAL ->
                    new RadialGradientPaint(
                            new Point2D.Double(
                                    bounds.getCenterX() - bounds.getWidth() / 5, bounds.getCenterY() - h / 5),
                            (float) Math.max(bounds.getWidth(), h) * 0.7f,
                            new float[] {0, 1},
                            new Color[] {lighter(lighter(colour)), colour});
            };
        }
    }

    static Color lighter(Color colour) {
        return new Color(
                (colour.getRed() + 255) / 2,
                (colour.getGreen() + 255) / 2,
                (colour.getBlue() + 255) / 2,
                colour.getAlpha());
    }

    void add(Item item) {
        items.add(item);
    }

    boolean removeLast() {
        return !items.isEmpty() && items.remove(items.size() - 1) != null;
    }

    void clear() {
        items.clear();
    }

    int size() {
        return items.size();
    }

    void paint(Graphics2D g) {
        items.forEach(item -> item.paint(g));
    }

    /** A landscape to begin with: sky, sun, hills, a boat and rings. */
    static Drawing sample() {
        Drawing drawing = new Drawing();
        drawing.add(new Item(new Ellipse2D.Double(600, 40, 130, 130), Fill.RADIAL, new Color(0xF2A33A), 1));
        drawing.add(new Item(hill(0, 380, 420, 190), Fill.LINEAR, new Color(0x6FA36B), 1));
        drawing.add(new Item(hill(260, 380, 560, 130), Fill.LINEAR, new Color(0x4C8C6A), 1));
        drawing.add(new Item(new Rectangle2D.Double(0, 380, 1600, 220), Fill.LINEAR, new Color(0x3F7FB5), 1));
        Path2D hull = new Path2D.Double();
        hull.moveTo(330, 400);
        hull.quadTo(420, 470, 530, 400);
        hull.closePath();
        drawing.add(new Item(hull, Fill.LINEAR, new Color(0x8A4B2D), 1));
        Path2D sail = new Path2D.Double();
        sail.moveTo(430, 250);
        sail.curveTo(500, 300, 510, 350, 505, 388);
        sail.lineTo(430, 388);
        sail.closePath();
        drawing.add(new Item(sail, Fill.LINEAR, new Color(0xD9D4C7), 1));
        drawing.add(new Item(new Line2D.Double(428, 235, 428, 400), Fill.OUTLINE, new Color(0x5A3A28), 4));
        for (int ring = 0; ring < 5; ring++) {
            Color translucent = new Color(0x70FFFFFF & (0x60FFFFFF - ring * 0x0F000000), true);
            double r = 40 + ring * 22;
            drawing.add(new Item(
                    new Arc2D.Double(665 - r, 410 - r / 5, r * 2, r / 2.5, 0, 360, Arc2D.OPEN),
                    Fill.OUTLINE,
                    translucent,
                    3));
        }
        return drawing;
    }

    static Paint sky(int height) {
        return new LinearGradientPaint(0, 0, 0, Math.max(height, 1), new float[] {0, 0.7f}, new Color[] {
            new Color(0xA9CCE8), new Color(0xF7F3E6)
        });
    }

    private static Shape hill(double x, double base, double width, double height) {
        Path2D hill = new Path2D.Double();
        hill.moveTo(x, base);
        hill.curveTo(x + width * 0.3, base - height * 1.4, x + width * 0.6, base - height * 1.2, x + width, base);
        hill.closePath();
        return hill;
    }
}
