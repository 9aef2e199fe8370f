package cc.toolkit.surface;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.CompositeContext;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RasterFormatException;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws whatever Graphics2D can draw, by chance. */
final class RandomDrawing {
    private static final String[] FONTS = {"Dialog", "Serif", "Monospaced", "DejaVu Sans"};
    private static final int[] IMAGE_TYPES = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_USHORT_555_RGB,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED,
    };
    private static final Object[] TEXT_HINTS = {
        RenderingHints.VALUE_TEXT_ANTIALIAS_DEFAULT,
        RenderingHints.VALUE_TEXT_ANTIALIAS_OFF,
        RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
        RenderingHints.VALUE_TEXT_ANTIALIAS_GASP,
        RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB,
        RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HBGR,
        RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_VRGB,
        RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_VBGR,
    };

    private final Random random;
    private final int width;
    private final int height;
    private final List<BufferedImage> images = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    RandomDrawing(Random random, int width, int height) {
        this.random = random;
        this.width = width;
        this.height = height;
    }

    private int x() {
        return random.nextInt(width + 40) - 20;
    }

    private int y() {
        return random.nextInt(height + 40) - 20;
    }

    private int length() {
        return random.nextInt(8) == 0 ? random.nextInt(width + 50) : random.nextInt(40);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private Color color() {
        return switch (random.nextInt(4)) {
            case 0 -> new Color(random.nextInt(), true);
            case 1 -> Color.getHSBColor(random.nextInt(6) / 6f, 1, 1);
            default -> new Color(random.nextInt());
        };
    }

    /** Changes one thing of the graphics' state; mostly it stays simple. */
    void changeState(Graphics2D g) {
        switch (random.nextInt(9)) {
            case 0, 1 -> set("color", () -> g.setColor(color()));
            case 2 -> set("paint", () -> g.setPaint(paint()));
            case 3 -> set("composite", () -> composite(g));
            case 4 -> set("stroke", () -> g.setStroke(stroke()));
            case 5 -> set("hints", () -> hints(g));
            case 6 -> set("font", () -> font(g));
            case 7 -> set("clip", () -> clip(g));
            default -> set("transform", () -> transform(g));
        }
    }

    private void set(String name, Runnable change) {
        change.run();
        log.add("set " + name);
    }

    private Paint paint() {
        return switch (random.nextInt(8)) {
            case 6 -> new GradientPaint(0, y(), color(), 0, y(), color(), chance(2));
            case 7 -> new GradientPaint(x(), 0, color(), x(), 0, color(), chance(2));
            case 0 -> new GradientPaint(x(), y(), color(), x(), y(), color(), chance(2));
            case 1 ->
                new LinearGradientPaint(x(), y(), x() + width * 2f, y(), new float[] {0, 0.4f, 1}, new Color[] {
                    color(), color(), color()
                });
            case 2 ->
                new RadialGradientPaint(
                        x(), y(), 1 + random.nextInt(60), new float[] {0.1f, 1}, new Color[] {color(), color()});
            case 3 ->
                new TexturePaint(image(), new Rectangle(x(), y(), 1 + random.nextInt(30), 1 + random.nextInt(30)));
            default -> color();
        };
    }

    private void composite(Graphics2D g) {
        switch (random.nextInt(5)) {
            case 0 -> g.setXORMode(color());
            case 1 -> g.setComposite(new Inverting());
            case 2 -> g.setComposite(AlphaComposite.getInstance(1 + random.nextInt(12)));
            case 3 -> g.setComposite(AlphaComposite.getInstance(1 + random.nextInt(12), random.nextFloat()));
            default -> g.setComposite(AlphaComposite.SrcOver);
        }
    }

    private Stroke stroke() {
        float[] dash = chance(3) ? new float[] {1 + random.nextInt(9), 1 + random.nextInt(9)} : null;
        return switch (random.nextInt(4)) {
            case 0 -> new BasicStroke();
            case 1 -> shape -> new BasicStroke(3).createStrokedShape(shape);
            default ->
                new BasicStroke(
                        random.nextFloat() * 9,
                        random.nextInt(3),
                        random.nextInt(3),
                        1 + random.nextFloat() * 9,
                        dash,
                        0);
        };
    }

    private void hints(Graphics2D g) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                chance(2) ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, TEXT_HINTS[random.nextInt(TEXT_HINTS.length)]);
        if (chance(3)) {
            g.setRenderingHint(RenderingHints.KEY_TEXT_LCD_CONTRAST, 100 + random.nextInt(151));
        }
        g.setRenderingHint(
                RenderingHints.KEY_FRACTIONALMETRICS,
                chance(4) ? RenderingHints.VALUE_FRACTIONALMETRICS_ON : RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
        g.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL,
                chance(3) ? RenderingHints.VALUE_STROKE_PURE : RenderingHints.VALUE_STROKE_DEFAULT);
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                chance(2)
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : chance(2)
                                ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                                : RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private void font(Graphics2D g) {
        float size = chance(10) ? 120 : 6 + random.nextInt(20);
        Font font = new Font(FONTS[random.nextInt(FONTS.length)], random.nextInt(4), 1).deriveFont(size);
        if (chance(6)) {
            font = font.deriveFont(AffineTransform.getRotateInstance(random.nextDouble() * 6));
        }
        g.setFont(font);
    }

    private void clip(Graphics2D g) {
        switch (random.nextInt(4)) {
            case 0 -> g.setClip(null);
            case 1 -> g.setClip(shape());
            case 2 -> g.clipRect(x(), y(), 20 + random.nextInt(width), 20 + random.nextInt(height));
            default -> g.setClip(x(), y(), 20 + random.nextInt(width), 20 + random.nextInt(height));
        }
    }

    private void transform(Graphics2D g) {
        switch (random.nextInt(7)) {
            case 0 -> g.rotate(random.nextDouble());
            case 1 -> g.scale(0.5 + random.nextDouble(), 0.5 + random.nextDouble());
            case 2 -> g.shear(random.nextDouble() - 0.5, random.nextDouble() - 0.5);
            case 3 -> g.translate(random.nextDouble() * 20, random.nextDouble() * 20);
            case 4 -> g.translate(random.nextInt(20) - 10, random.nextInt(20) - 10);
            default -> g.setTransform(g.getDeviceConfiguration().getDefaultTransform());
        }
    }

    private Shape shape() {
        return switch (random.nextInt(9)) {
            case 0 -> new Ellipse2D.Double(x(), y(), length(), length());
            case 1 -> new Rectangle2D.Double(x() + random.nextDouble(), y() + random.nextDouble(), length(), length());
            case 2 ->
                new Arc2D.Double(
                        x(), y(), length(), length(), random.nextInt(360), random.nextInt(360), random.nextInt(3));
            case 3 -> new RoundRectangle2D.Double(x(), y(), length(), length(), 8, 8);
            case 4 -> new CubicCurve2D.Double(x(), y(), x(), y(), x(), y(), x(), y());
            case 5 -> new Line2D.Double(x() + random.nextDouble(), y(), x(), y() + random.nextDouble());
            case 6 -> polygon();
            case 7 -> {
                Area area = new Area(new Ellipse2D.Double(x(), y(), 60, 60));
                area.exclusiveOr(new Area(new Rectangle(x(), y(), 70, 50)));
                yield area;
            }
            default -> {
                Path2D.Float path = new Path2D.Float(random.nextInt(2));
                path.moveTo(x(), y());
                for (int i = random.nextInt(6); i >= 0; i--) {
                    if (chance(2)) {
                        path.quadTo(x(), y(), x(), y());
                    } else {
                        path.lineTo(x(), y());
                    }
                }
                yield path;
            }
        };
    }

    private Polygon polygon() {
        Polygon polygon = new Polygon();
        for (int i = 1 + random.nextInt(6); i >= 0; i--) {
            polygon.addPoint(x(), y());
        }
        return polygon;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(16); i >= 0; i--) {
            text.append(chance(20) ? (char) (0x3b1 + random.nextInt(20)) : (char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    /** An image that was drawn before, or a new one. */
    BufferedImage image() {
        if (images.size() > 5 && !chance(5)) {
            return images.get(random.nextInt(images.size()));
        }
        int type = IMAGE_TYPES[random.nextInt(IMAGE_TYPES.length)];
        BufferedImage image = new BufferedImage(1 + random.nextInt(50), 1 + random.nextInt(50), type);
        scribble(image);
        if (chance(4)) {
            // From now on nobody can tell when it changes.
            image.getRaster().getDataBuffer();
            image.getRaster().setSample(0, 0, 0, 1);
        }
        images.add(image);
        return image;
    }

    private void scribble(BufferedImage image) {
        if (chance(2)) {
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    image.setRGB(x, y, chance(4) ? random.nextInt(4) - 2 : random.nextInt());
                }
            }
        } else {
            Graphics2D g = image.createGraphics();
            for (int i = random.nextInt(3); i >= 0; i--) {
                g.setColor(color());
                g.fillOval(x() / 4, y() / 4, length(), length());
            }
            g.dispose();
        }
    }

    void draw(Graphics2D g, List<Image> surfaces) {
        int kind = random.nextInt(24);
        log.add("draw " + kind);
        switch (kind) {
            case 0, 1, 2 -> g.fillRect(x(), y(), length(), length());
            case 3 -> g.drawRect(x(), y(), length() - 2, length() - 2);
            case 4 -> g.drawLine(x(), y(), x(), y());
            case 5 -> {
                int x = x();
                int y = y();
                g.drawLine(x, y, chance(2) ? x : x + length(), chance(2) ? y : y + length());
            }
            case 6 -> g.fill(shape());
            case 7 -> g.draw(shape());
            case 8 -> {
                if (chance(2)) {
                    g.fillOval(x(), y(), length(), length());
                } else {
                    g.drawOval(x(), y(), length(), length());
                }
            }
            case 9 -> {
                if (chance(2)) {
                    g.fillRoundRect(x(), y(), length(), length(), 9, 7);
                } else {
                    g.drawRoundRect(x(), y(), length(), length(), 9, 7);
                }
            }
            case 10 -> {
                Polygon polygon = polygon();
                if (chance(3)) {
                    g.fillPolygon(polygon);
                } else if (chance(2)) {
                    g.drawPolygon(polygon);
                } else {
                    g.drawPolyline(polygon.xpoints, polygon.ypoints, polygon.npoints);
                }
            }
            case 11, 12, 13, 14 -> g.drawString(text(), x(), y());
            case 15 -> g.drawString(text(), x() + random.nextFloat(), y() + random.nextFloat());
            case 16 -> g.drawGlyphVector(g.getFont().createGlyphVector(g.getFontRenderContext(), text()), x(), y());
            case 17, 18 -> drawImage(g, image());
            case 19 -> {
                BufferedImage image = image();
                scribble(image);
                g.drawImage(image, x(), y(), null);
            }
            case 20, 21 -> copyArea(g);
            case 22 -> g.clearRect(x(), y(), length(), length());
            default -> {
                if (surfaces.isEmpty()) {
                    drawImage(g, image());
                } else {
                    drawImage(g, surfaces.get(random.nextInt(surfaces.size())));
                }
            }
        }
    }

    private void copyArea(Graphics2D g) {
        int dx = random.nextInt(30) - 15;
        int dy = random.nextInt(30) - 15;
        try {
            g.copyArea(x(), y(), length() * 2, length() * 2, dx, dy);
        } catch (InternalError | RasterFormatException e) {
            // Java2D has no copyArea under rotations, and on ordinary images none from outside with custom composites.
            log.add("no copyArea");
        }
    }

    private void drawImage(Graphics2D g, Image image) {
        switch (random.nextInt(7)) {
            case 0 -> g.drawImage(image, x(), y(), 1 + length(), 1 + length(), null);
            case 1 -> g.drawImage(image, x(), y(), color(), null);
            case 2 -> g.drawImage(image, AffineTransform.getRotateInstance(random.nextDouble(), x(), y()), null);
            case 3 -> {
                int x = x();
                int y = y();
                int sx = random.nextInt(20) - 5;
                int sy = random.nextInt(20) - 5;
                int w = 1 + random.nextInt(30);
                int h = 1 + random.nextInt(30);
                try {
                    g.drawImage(image, x, y, x + w, y + h, sx, sy, sx + w, sy + h, null);
                } catch (RasterFormatException e) {
                    // Java2D does not take parts outside of the image with custom composites.
                    log.add("no part");
                }
            }
            case 4 -> {
                if (image instanceof BufferedImage buffered) {
                    g.drawImage(
                            buffered,
                            new AffineTransformOp(
                                    AffineTransform.getScaleInstance(1.3, 0.8), AffineTransformOp.TYPE_BILINEAR),
                            x(),
                            y());
                }
            }
            default -> g.drawImage(image, x(), y(), null);
        }
    }

    /** A composite that no loop knows. */
    private static final class Inverting implements Composite, CompositeContext {
        @Override
        public CompositeContext createContext(
                java.awt.image.ColorModel source, java.awt.image.ColorModel destination, RenderingHints hints) {
            return this;
        }

        @Override
        public void dispose() {}

        @Override
        public void compose(Raster source, Raster in, WritableRaster out) {
            int width = Math.min(in.getWidth(), out.getWidth());
            int height = Math.min(in.getHeight(), out.getHeight());
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int red = in.getSample(x + in.getMinX(), y + in.getMinY(), 0);
                    out.setSample(x + out.getMinX(), y + out.getMinY(), 0, 255 - red);
                }
            }
        }
    }
}
