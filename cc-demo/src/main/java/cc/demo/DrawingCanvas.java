package cc.demo;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** Where one draws with the left mouse button. */
final class DrawingCanvas extends JComponent {
    /** What dragging the mouse draws. */
    enum Tool {
        PEN("Pen"),
        LINE("Line"),
        BOX("Box"),
        OVAL("Oval");

        private final String title;

        Tool(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Runnable onChange;
    private Drawing drawing = Drawing.sample();
    private Tool tool = Tool.PEN;
    private Drawing.Fill fill = Drawing.Fill.RADIAL;
    private Color colour = new Color(0xC0392B);
    private float width = 3;
    private Drawing.@Nullable Item pending;

    /**
     * Makes a canvas with a drawing on it.
     *
     * @param onChange told when a shape was added or removed
     */
    DrawingCanvas(Runnable onChange) {
        this.onChange = onChange;
        setPreferredSize(new Dimension(900, 520));
        setCursor(Cursor.getPredefinedCursor(Cursor.CROSSHAIR_CURSOR));
        Pencil pencil = new Pencil();
        addMouseListener(pencil);
        addMouseMotionListener(pencil);
    }

    void setTool(Tool tool) {
        this.tool = tool;
    }

    void setFill(Drawing.Fill fill) {
        this.fill = fill;
    }

    void setColour(Color colour) {
        this.colour = colour;
    }

    Color colour() {
        return colour;
    }

    void setLineWidth(float widthPx) {
        width = widthPx;
    }

    int shapes() {
        return drawing.size();
    }

    void clear() {
        drawing.clear();
        changed();
    }

    void removeLast() {
        if (drawing.removeLast()) {
            changed();
        }
    }

    void showSample() {
        drawing = Drawing.sample();
        changed();
    }

    private void changed() {
        repaint();
        onChange.run();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setPaint(Drawing.sky(getHeight()));
            g.fillRect(0, 0, getWidth(), getHeight());
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.paint(g);
            if (pending != null) {
                pending.paint(g);
            }
        } finally {
            g.dispose();
        }
    }

    /** Turns a drag into a shape. */
    private final class Pencil extends MouseAdapter {
        private Point start = new Point();
        private Path2D trail = new Path2D.Double();

        @Override
        public void mousePressed(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event)) {
                start = event.getPoint();
                trail = new Path2D.Double();
                trail.moveTo(start.x, start.y);
                pending = item(start);
            }
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            if (pending != null) {
                trail.lineTo(event.getX(), event.getY());
                pending = item(event.getPoint());
                repaint();
            }
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (pending != null && SwingUtilities.isLeftMouseButton(event)) {
                drawing.add(pending);
                pending = null;
                changed();
            }
        }

        private Drawing.Item item(Point end) {
            boolean line = tool == Tool.PEN || tool == Tool.LINE;
            return new Drawing.Item(shape(end), line ? Drawing.Fill.OUTLINE : fill, colour, width);
        }

        private Shape shape(Point end) {
            int x = Math.min(start.x, end.x);
            int y = Math.min(start.y, end.y);
            int w = Math.abs(start.x - end.x);
            int h = Math.abs(start.y - end.y);
            return switch (tool) {
                case PEN -> new Path2D.Double(trail);
                case LINE -> new Line2D.Double(start, end);
                case BOX -> new RoundRectangle2D.Double(x, y, w, h, 16, 16);
                case OVAL -> new Ellipse2D.Double(x, y, w, h);
            };
        }
    }
}
