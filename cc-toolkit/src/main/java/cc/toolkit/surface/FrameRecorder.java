package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.GammaTables;
import cc.protocol.command.PixelFormat;
import cc.protocol.raster.Rect;
import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.VolatileImage;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sun.java2d.SurfaceData;

/**
 * Gathers what a program draws on all of its surfaces into frames, and sends these when the program pauses. One per
 * toolkit; its monitor guards all surfaces, so any thread may draw, flush, connect and acknowledge.
 *
 * <p>Until there is a sink, and while {@value #MAX_FRAMES_IN_FLIGHT} frames are not acknowledged, only where pixels
 * changed is remembered; the newest pixels are sent as soon as that is possible. So memory stays bounded and a slow
 * receiver gets the newest state.
 */
public final class FrameRecorder {
    /** Frames that may have been sent and not acknowledged. */
    public static final int MAX_FRAMES_IN_FLIGHT = 4;

    private static final int MAX_FRAME_COMMANDS = 50_000;

    private static final System.Logger LOG = System.getLogger(FrameRecorder.class.getName());

    private final FlushSchedule schedule;
    private final Runnable flush = this::flush;
    private final Map<Integer, Surface> windows = new LinkedHashMap<>();
    private final OffscreenSurfaces offscreen = new OffscreenSurfaces();
    private final Set<Surface> changedSurfaces = new LinkedHashSet<>();
    private List<DrawCommand> commands = new ArrayList<>();
    private @Nullable FrameSink sink;
    private final Map<Integer, GammaTables> gammaTables = new HashMap<>();
    private final ImageCache images = new ImageCache();
    private @Nullable GlyphCache glyphs;
    private @Nullable GlyphRunCache glyphRuns;
    private FrameWriter writer = new FrameWriter();
    private int nextId = 1;
    private int acknowledged;
    private boolean flushRequested;
    private boolean pixelsOnly;

    /** A recorder that flushes when the event queue goes idle. */
    public FrameRecorder() {
        this(new QueueIdleSchedule(new PaintWatch()));
    }

    FrameRecorder(FlushSchedule schedule) {
        this.schedule = schedule;
    }

    /**
     * Makes a surface for a window, in device pixels.
     *
     * @param configuration what graphics of the surface give as their device configuration
     * @param destination what the surface is for, as surface data tell it: the component
     * @param scale device pixels per unit of user space
     */
    public synchronized WindowSurface createWindowSurface(
            GraphicsConfiguration configuration,
            Object destination,
            int width,
            int height,
            double scale,
            boolean translucent) {
        return new WindowSurface(this, nextId++, configuration, destination, width, height, scale, translucent);
    }

    /**
     * Sends everything, whole, to {@code newSink} and all frames from now on; null: no one can be reached now. After
     * this returns the former sink is not called any more.
     */
    public synchronized void connect(@Nullable FrameSink newSink) {
        sink = newSink;
        writer = new FrameWriter();
        acknowledged = 0;
        commands = new ArrayList<>();
        windows.values().forEach(Surface::forgetSent);
        offscreen.forgetSent();
        requestFlush();
    }

    /** The receiver has applied all frames up to this one. */
    public synchronized void acknowledged(int newestSequence) {
        if (newestSequence > acknowledged && newestSequence <= writer.sequence()) {
            acknowledged = newestSequence;
            if (!changedSurfaces.isEmpty()) {
                requestFlush();
            }
        }
    }

    /** Sends what was drawn until now, unless the receiver is behind. */
    public void flushNow() {
        flush();
    }

    /** Whether the event thread is in the middle of a paint, so that what was drawn until now is half a picture. */
    public boolean isPaintWorthWaiting() {
        return schedule.isPaintWorthWaiting();
    }

    /**
     * An opaque image to draw on and to draw on windows, as {@link Component#createImage(int, int)} gives it.
     *
     * @param component where the image's graphics get colours and font from
     */
    public Image createImage(@Nullable Component component, int width, int height) {
        BufferedImage like = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        return createImage(component, like.getColorModel(), width, height);
    }

    /** An image of a screen's colour model: recorded where there are commands for what is drawn on such images. */
    BufferedImage createImage(@Nullable Component component, ColorModel model, int width, int height) {
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        BufferedImage shadow = new BufferedImage(model, raster, model.isAlphaPremultiplied(), null);
        return RecordingSurfaceData.draws(shadow) ? new RecordedImage(this, component, shadow) : shadow;
    }

    /**
     * An image to draw on and to draw on windows, as {@link Component#createVolatileImage(int, int)} and
     * {@link GraphicsConfiguration#createCompatibleVolatileImage(int, int, int)} give it; never lost.
     *
     * @param transparency as in {@link java.awt.Transparency}
     */
    public VolatileImage createVolatileImage(
            @Nullable Component component,
            GraphicsConfiguration configuration,
            int width,
            int height,
            int transparency) {
        return new RecordedVolatileImage(this, component, configuration, width, height, transparency);
    }

    synchronized Surface createSurface(int id, PixelFormat format, int width, int height, int[] pixels) {
        Surface surface = new Surface(this, id, true, format, width, height, pixels);
        windows.put(id, surface);
        changed(surface);
        return surface;
    }

    synchronized RecordingSurfaceData createOffscreenData(
            BufferedImage shadow,
            GraphicsConfiguration configuration,
            Object destination,
            double scale,
            @Nullable Supplier<SurfaceData> replacement) {
        Surface surface = new Surface(
                this,
                nextId++,
                false,
                RecordingSurfaceData.formatOf(shadow),
                shadow.getWidth(),
                shadow.getHeight(),
                RecordingSurfaceData.pixelsOf(shadow));
        offscreen.dropUnreachable(commands);
        offscreen.add(surface);
        return new RecordingSurfaceData(surface, shadow, configuration, destination, scale, replacement);
    }

    synchronized void drop(Surface surface) {
        surface.dispose();
        windows.remove(surface.id());
        changedSurfaces.remove(surface);
        if (surface.isDefined()) {
            commands.add(new DrawCommand.DropSurface(surface.id()));
            requestFlush();
        }
    }

    /** Moves pixels within a surface. */
    void copy(Surface surface, Rect to, int dx, int dy) {
        if (surface.canCopy() && isRecording()) {
            sealReaders(surface);
            seal(surface);
            surface.movePixels(to, dx, dy);
            surface.moveSentPixels(to, dx, dy);
            commands.add(new DrawCommand.CopyArea(
                    surface.id(), to.left() - dx, to.top() - dy, to.width(), to.height(), dx, dy));
            changed(surface);
        } else {
            surface.movePixels(to, dx, dy);
            surface.addDamage(to);
        }
    }

    /** Whether operations are of use: they'd be sent with the next frame, and that has room for them. */
    boolean isRecording() {
        return sink != null
                && !pixelsOnly
                && writer.sequence() - acknowledged < MAX_FRAMES_IN_FLIGHT
                && commands.size() < MAX_FRAME_COMMANDS;
    }

    /**
     * Tells what an off-screen surface looks like now, so that it can be drawn from.
     *
     * @return false where it can't be told
     */
    boolean sealSource(Surface source) {
        if (!isRecording() || !source.isQuiet() || !offscreen.makeRoom(source)) {
            return false;
        }
        seal(source);
        return true;
    }

    /** What has been drawn from this surface must be told before the surface changes. */
    private void seal(Surface surface) {
        if (surface.hasChanges()) {
            sealReaders(surface);
            surface.seal(commands);
        }
    }

    private void sealReaders(Surface surface) {
        for (Surface reader : surface.takeReaders()) {
            seal(reader);
        }
    }

    /** The masks of glyphs; made when the first text is drawn, since it needs the font library. */
    GlyphCache glyphs() {
        GlyphCache cache = glyphs;
        if (cache == null) {
            cache = new GlyphCache();
            glyphs = cache;
        }
        return cache;
    }

    GlyphRunCache glyphRuns() {
        GlyphRunCache cache = glyphRuns;
        if (cache == null) {
            cache = new GlyphRunCache();
            glyphRuns = cache;
        }
        return cache;
    }

    ImageCache images() {
        return images;
    }

    GammaTables gammaTables(int contrast) {
        return gammaTables.computeIfAbsent(contrast, GammaTables::ofContrast);
    }

    /** A surface has something new to send. */
    void changed(Surface surface) {
        if (surface.isWindow()) {
            changedSurfaces.add(surface);
            requestFlush();
        }
    }

    private void requestFlush() {
        if (!flushRequested && sink != null) {
            flushRequested = true;
            schedule.request(flush);
        }
    }

    private synchronized void flush() {
        flushRequested = false;
        FrameSink receiver = sink;
        if (receiver == null) {
            return;
        }
        if (writer.sequence() - acknowledged >= MAX_FRAMES_IN_FLIGHT) {
            changedSurfaces.forEach(Surface::collapse);
            return;
        }
        try {
            send(receiver);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Recording failed; pixels will be sent from now on.", e);
            pixelsOnly = true;
            connect(null);
            receiver.failed(e);
        }
    }

    private void send(FrameSink receiver) {
        changedSurfaces.forEach(this::seal);
        offscreen.dropUnreachable(commands);
        List<DrawCommand> frame = offscreen.withoutUnread(commands);
        commands = new ArrayList<>();
        if (!frame.isEmpty()) {
            receiver.send(writer.write(frame, changedSurfaces));
        }
        changedSurfaces.forEach(Surface::dequeued);
        changedSurfaces.clear();
    }
}
