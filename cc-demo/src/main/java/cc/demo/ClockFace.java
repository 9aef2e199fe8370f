package cc.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.time.LocalTime;
import javax.swing.JComponent;

/** An analogue clock of any size that shows the time it was last told. */
final class ClockFace extends JComponent {
    /** The face is drawn in units of a hundredth of its radius, so the numbers below are percentages. */
    private static final double UNITS = 100;

    private static final int MARGIN_PX = 10;
    private static final Color INK = new Color(0x1F2D3D);
    private static final Color RIM = new Color(0x2F5D8C);
    private static final Color FACE_TOP = new Color(0xFDFEFF);
    private static final Color FACE_BOTTOM = new Color(0xDFE7F0);
    private static final Color SECOND_HAND = new Color(0xD1382C);

    private LocalTime time = LocalTime.MIDNIGHT;

    ClockFace() {
        setPreferredSize(new Dimension(320, 320));
    }

    void show(LocalTime now) {
        time = now;
        repaint();
    }

    /** Clockwise angle of the hour hand from twelve o'clock, in radians. */
    static double hourAngle(LocalTime time) {
        return Math.PI * 2 * (time.toSecondOfDay() % 43_200) / 43_200;
    }

    static double minuteAngle(LocalTime time) {
        return Math.PI * 2 * (time.toSecondOfDay() % 3_600) / 3_600;
    }

    static double secondAngle(LocalTime time) {
        return Math.PI * 2 * time.getSecond() / 60;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        double radius = Math.min(getWidth(), getHeight()) / 2.0 - MARGIN_PX;
        if (radius <= 0) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.translate(getWidth() / 2.0, getHeight() / 2.0);
            g.scale(radius / UNITS, radius / UNITS);
            paintDial(g);
            paintHand(g, hourAngle(time), 52, 5, INK);
            paintHand(g, minuteAngle(time), 76, 3.4, INK);
            paintSecondHand(g);
        } finally {
            g.dispose();
        }
    }

    private static void paintDial(Graphics2D g) {
        g.setPaint(new GradientPaint(0, -100, FACE_TOP, 0, 100, FACE_BOTTOM));
        g.fill(circle(97));
        g.setPaint(RIM);
        g.setStroke(new BasicStroke(5));
        g.draw(circle(97));
        g.setPaint(INK);
        for (int minute = 0; minute < 60; minute++) {
            boolean hour = minute % 5 == 0;
            AffineTransform upright = g.getTransform();
            g.rotate(Math.PI * 2 * minute / 60);
            g.setStroke(new BasicStroke(hour ? 2.6f : 1));
            g.draw(new Line2D.Double(0, -90, 0, hour ? -81 : -86));
            g.setTransform(upright);
        }
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        FontMetrics metrics = g.getFontMetrics();
        for (int hour = 1; hour <= 12; hour++) {
            double angle = Math.PI * 2 * hour / 12;
            String text = Integer.toString(hour);
            float x = (float) (Math.sin(angle) * 69 - metrics.stringWidth(text) / 2.0);
            float y = (float) (-Math.cos(angle) * 69 + metrics.getAscent() / 2.0 - 2);
            g.drawString(text, x, y);
        }
    }

    /** A hand that tapers from its axis to its tip. */
    private static void paintHand(Graphics2D g, double angle, double length, double halfWidth, Color colour) {
        Path2D hand = new Path2D.Double();
        hand.moveTo(-halfWidth, 12);
        hand.lineTo(halfWidth, 12);
        hand.lineTo(halfWidth * 0.4, -length);
        hand.lineTo(-halfWidth * 0.4, -length);
        hand.closePath();
        g.setPaint(colour);
        g.fill(AffineTransform.getRotateInstance(angle).createTransformedShape(hand));
    }

    private void paintSecondHand(Graphics2D g) {
        paintHand(g, secondAngle(time), 84, 1, SECOND_HAND);
        g.setPaint(SECOND_HAND);
        g.fill(circle(5));
        g.setPaint(FACE_TOP);
        g.fill(circle(1.6));
    }

    private static Ellipse2D circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, radius * 2, radius * 2);
    }
}
