package cc.toolkit.surface;

import cc.protocol.command.Limits;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.PixelImage;
import java.awt.AlphaComposite;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import sun.java2d.StateTrackable.State;
import sun.java2d.StateTracker;
import sun.java2d.SurfaceData;
import sun.java2d.loops.Blit;
import sun.java2d.loops.CompositeType;
import sun.java2d.loops.SurfaceType;

/**
 * What images look like in drawing commands, kept while they don't change. Images that change from one use to the next
 * are not worth sending; the pixels that they change on the surface are. Needs the recorder's lock.
 */
final class ImageCache {
    private static final int SMALL_PIXELS = 128 * 128;
    private static final int MAX_PIXELS = 1 << 21;

    /** Images whose changes nobody tells are compared each time, up to this size. */
    private static final int MAX_COMPARED_PIXELS = 128 * 128;

    private final Map<SurfaceData, Entry> entries = new WeakHashMap<>();

    private static final class Entry {
        private StateTracker state = StateTracker.NEVER_CURRENT;
        private @Nullable PixelImage image;
        private boolean seen;
    }

    /**
     * The image, or null when its pixels should not be sent as an image.
     *
     * @param worthPixels larger images are only worth while when they are small anyway
     */
    @Nullable
    PixelImage get(SurfaceData source, long worthPixels) {
        Rectangle bounds = source.getBounds();
        long pixels = (long) bounds.width * bounds.height;
        if (bounds.width > Limits.MAX_SURFACE_SIDE_PIXELS
                || pixels > MAX_PIXELS
                || pixels > SMALL_PIXELS && pixels > worthPixels) {
            return null;
        }
        boolean told = source.getState() == State.STABLE || source.getState() == State.IMMUTABLE;
        if (!told && pixels > MAX_COMPARED_PIXELS) {
            return null;
        }
        Entry entry = entries.computeIfAbsent(source, key -> new Entry());
        PixelImage known = entry.image;
        if (entry.state.isCurrent() && known != null) {
            return known;
        }
        // One that changed since its last use is believed to change again, until it is found unchanged.
        boolean steady = !entry.seen || entry.state.isCurrent() || !told;
        entry.seen = true;
        entry.state = source.getStateTracker();
        entry.image = null;
        if (!steady) {
            return null;
        }
        PixelImage now = convert(source, bounds.width, bounds.height);
        if (now != null && !told && known != null && !Arrays.equals(known.pixels(), now.pixels())) {
            now = null;
        }
        entry.image = now;
        return now;
    }

    /** By the JDK's own loops, which are what draws the image on a surface as well. */
    private static @Nullable PixelImage convert(SurfaceData source, int width, int height) {
        boolean opaque = source.getTransparency() == Transparency.OPAQUE;
        boolean premultiplied = source.getColorModel().isAlphaPremultiplied();
        int type = opaque
                ? BufferedImage.TYPE_INT_RGB
                : premultiplied ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_ARGB;
        BufferedImage copy = new BufferedImage(width, height, type);
        SurfaceData destination = SurfaceData.getPrimarySurfaceData(copy);
        SurfaceType to = destination.getSurfaceType();
        Blit blit = Blit.getFromCache(source.getSurfaceType(), CompositeType.SrcNoEa, to);
        blit.Blit(source, destination, AlphaComposite.Src, null, 0, 0, 0, 0, width, height);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        SurfaceType from = source.getSurfaceType();
        boolean doubtful = from == SurfaceType.IntArgbBm
                ? hasDoubtfulBits(source.getRaster(0, 0, width, height))
                : premultiplied && from != SurfaceType.IntArgbPre && hasColoursAboveAlpha(pixels);
        if (doubtful) {
            return null;
        }
        PixelFormat format = opaque ? PixelFormat.RGB : premultiplied ? PixelFormat.ARGB_PRE : PixelFormat.ARGB;
        return new PixelImage(format, width, height, pixels);
    }

    /** Programs can store such pixels; what is transparent then, some loops tell by one bit, others by eight. */
    private static boolean hasDoubtfulBits(Raster raster) {
        Object pixels =
                raster.getDataElements(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), null);
        for (int pixel : (int[]) pixels) {
            int bits = pixel >>> 24;
            if (bits != 0 && (bits & 1) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Programs can store such pixels; some loops take them by way of straight colours, which limits them. */
    private static boolean hasColoursAboveAlpha(int[] premultiplied) {
        for (int pixel : premultiplied) {
            int alpha = pixel >>> 24;
            if ((pixel >> 16 & 0xff) > alpha || (pixel >> 8 & 0xff) > alpha || (pixel & 0xff) > alpha) {
                return true;
            }
        }
        return false;
    }
}
