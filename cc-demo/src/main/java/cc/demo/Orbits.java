package cc.demo;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Random;
import javax.swing.JComponent;

/** Planets around a sun. They stand where {@link #setDay} puts them, so a picture depends on nothing else. */
final class Orbits extends JComponent {
    private static final int STARS = 140;
    private static final long STAR_SEED = 7;
    private static final Color SPACE = new Color(0x0E1726);
    private static final Color ORBIT = new Color(255, 255, 255, 40);
    private static final List<Planet> PLANETS = List.of(
            new Planet(0.16, 6, 88, new Color(0xB0A89A)),
            new Planet(0.26, 10, 225, new Color(0xE3BE7B)),
            new Planet(0.38, 11, 365, new Color(0x4F95D6)),
            new Planet(0.50, 8, 687, new Color(0xC8553D)),
            new Planet(0.70, 22, 4_333, new Color(0xD8A97A)),
            new Planet(0.92, 18, 10_759, new Color(0xE6D3A3)));

    private double day;

    /**
     * One planet.
     *
     * @param distance from the sun, as a part of the radius of the picture
     * @param radiusPx of its disc
     * @param yearDays how many days it takes around the sun
     */
    private record Planet(double distance, double radiusPx, double yearDays, Color colour) {}

    /** Puts the planets where they stand on that day. */
    void setDay(double day) {
        this.day = day;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setColor(SPACE);
            g.fillRect(0, 0, getWidth(), getHeight());
            paintStars(g);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.translate(getWidth() / 2.0, getHeight() / 2.0);
            paintBall(g, 0, 0, 20, new Color(0xF6B93B));
            // Seen from the side, so that a wide window is filled.
            double reachX = getWidth() / 2.0 - 20;
            double reachY = getHeight() / 2.0 - 20;
            for (Planet planet : PLANETS) {
                paintPlanet(g, planet, planet.distance * reachX, planet.distance * reachY);
            }
        } finally {
            g.dispose();
        }
    }

    private void paintStars(Graphics2D g) {
        Random random = new Random(STAR_SEED);
        for (int star = 0; star < STARS; star++) {
            int grey = 90 + random.nextInt(140);
            g.setColor(new Color(grey, grey, grey));
            int size = 1 + random.nextInt(2);
            g.fillRect((int) (random.nextDouble() * getWidth()), (int) (random.nextDouble() * getHeight()), size, size);
        }
    }

    private void paintPlanet(Graphics2D g, Planet planet, double reachX, double reachY) {
        g.setColor(ORBIT);
        g.draw(new Ellipse2D.Double(-reachX, -reachY, reachX * 2, reachY * 2));
        double angle = Math.PI * 2 * day / planet.yearDays + planet.distance * 9;
        paintBall(g, Math.cos(angle) * reachX, Math.sin(angle) * reachY, planet.radiusPx, planet.colour);
    }

    private static void paintBall(Graphics2D g, double x, double y, double radius, Color colour) {
        g.setPaint(new RadialGradientPaint(
                new Point2D.Double(x - radius / 3, y - radius / 3),
                (float) (radius * 1.4),
                new float[] {0, 1},
                new Color[] {Drawing.lighter(colour), colour.darker()}));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2));
    }
}
