package cc.toolkit.surface;

import cc.protocol.command.PixelFormat;
import cc.protocol.raster.Rect;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sun.awt.image.BufImgSurfaceData;
import sun.awt.image.SunWritableRaster;
import sun.java2d.InvalidPipeException;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.MaskFill;
import sun.java2d.loops.RenderLoops;
import sun.java2d.loops.SurfaceType;
import sun.java2d.pipe.DrawImagePipe;
import sun.java2d.pipe.Region;

/**
 * Draws into a surface's shadow by the JDK's own software loops, and tells the surface what was drawn: the loops, mask
 * fills, composite pipes and the image pipe that graphics get from here are wrapped.
 */
final class RecordingSurfaceData extends BufImgSurfaceData {
    private static final int BYTES_PER_PIXEL = 4;
    private static final DrawImagePipe IMAGE_PIPE = new RecordingImagePipe();

    private static final Map<MaskFill, MaskFill> MASK_FILLS = new ConcurrentHashMap<>();

    /** For each of the JDK's pipes that end in a paint or composite: the one that records. */
    private static final Map<Object, Object> RECORDING_PIPES = new IdentityHashMap<>();

    static {
        RECORDING_PIPES.put(paintShape, RecordingPipes.PAINT.shape);
        RECORDING_PIPES.put(paintViaShape, RecordingPipes.PAINT.viaShape);
        RECORDING_PIPES.put(paintText, RecordingPipes.PAINT.text);
        RECORDING_PIPES.put(clipPaintText, RecordingPipes.PAINT.clippedText);
        RECORDING_PIPES.put(AAPaintViaShape, RecordingPipes.PAINT.antialiased);
        RECORDING_PIPES.put(AAClipPaintViaShape, RecordingPipes.PAINT.clippedAntialiased);
        RECORDING_PIPES.put(compShape, RecordingPipes.COMPOSITE.shape);
        RECORDING_PIPES.put(compViaShape, RecordingPipes.COMPOSITE.viaShape);
        RECORDING_PIPES.put(compText, RecordingPipes.COMPOSITE.text);
        RECORDING_PIPES.put(clipCompText, RecordingPipes.COMPOSITE.clippedText);
        RECORDING_PIPES.put(AACompViaShape, RecordingPipes.COMPOSITE.antialiased);
        RECORDING_PIPES.put(AAClipCompViaShape, RecordingPipes.COMPOSITE.clippedAntialiased);
    }

    private final Surface surface;
    private final BufferedImage shadow;
    private final GraphicsConfiguration configuration;
    private final Object destination;
    private final @Nullable Supplier<SurfaceData> replacement;
    private @Nullable RenderLoops recordingSolidLoops;

    RecordingSurfaceData(
            Surface surface,
            BufferedImage shadow,
            GraphicsConfiguration configuration,
            Object destination,
            double scale,
            @Nullable Supplier<SurfaceData> replacement) {
        super(shadow.getRaster().getDataBuffer(), shadow, typeOf(shadow), scale, scale);
        this.surface = surface;
        this.shadow = shadow;
        this.configuration = configuration;
        this.destination = destination;
        this.replacement = replacement;
        initRaster(
                surface.pixels(),
                0,
                0,
                shadow.getWidth(),
                shadow.getHeight(),
                BYTES_PER_PIXEL,
                BYTES_PER_PIXEL * shadow.getWidth(),
                null);
        initSolidLoops();
    }

    private static SurfaceType typeOf(BufferedImage shadow) {
        return switch (formatOf(shadow)) {
            case RGB -> SurfaceType.IntRgb;
            case ARGB -> SurfaceType.IntArgb;
            case ARGB_PRE -> SurfaceType.IntArgbPre;
        };
    }

    /** @param type one that {@linkplain #draws can be a shadow}, as {@link BufferedImage#getType()} gives it */
    static BufferedImage createShadow(int width, int height, int type) {
        return new BufferedImage(Math.max(1, width), Math.max(1, height), type);
    }

    /** The live pixels. Unlike others that ask for them this does not end the JDK's tracking of changes. */
    static int[] pixelsOf(BufferedImage image) {
        return SunWritableRaster.stealData((DataBufferInt) image.getRaster().getDataBuffer(), 0);
    }

    /** Whether images of this type can be shadows. */
    static boolean draws(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_ARGB_PRE -> true;
            default -> false;
        };
    }

    static PixelFormat formatOf(BufferedImage shadow) {
        return switch (shadow.getType()) {
            case BufferedImage.TYPE_INT_RGB -> PixelFormat.RGB;
            case BufferedImage.TYPE_INT_ARGB -> PixelFormat.ARGB;
            default -> PixelFormat.ARGB_PRE;
        };
    }

    /** Graphics whose surface was replaced notice it by this exception, and follow. */
    static Surface surfaceOf(SurfaceData data) {
        if (data.isValid() && data instanceof RecordingSurfaceData recording) {
            return recording.surface();
        }
        throw new InvalidPipeException("the surface was replaced");
    }

    Surface surface() {
        return surface;
    }

    @Override
    public void validatePipe(SunGraphics2D graphics) {
        Region covered = graphics.constrainClip;
        if (covered != null && !covered.isRectangular()) {
            // Other components cover parts of this one. The software loops keep to a rectangle unless told of a shape.
            graphics.clipState = SunGraphics2D.CLIP_SHAPE;
        }
        super.validatePipe(graphics);
        if (graphics.loops == null && isSolid(graphics)) {
            // A pipe that uses loops may be under way when it finds that the surface was replaced.
            graphics.loops = getRenderLoops(graphics);
        }
        graphics.imagepipe = IMAGE_PIPE;
        if (isSolid(graphics) && graphics.clipState != SunGraphics2D.CLIP_SHAPE) {
            return;
        }
        graphics.drawpipe = recording(graphics.drawpipe);
        graphics.fillpipe = recording(graphics.fillpipe);
        graphics.shapepipe = recording(graphics.shapepipe);
        graphics.textpipe = recording(graphics.textpipe);
    }

    @SuppressWarnings("unchecked")
    private static <P> P recording(P pipe) {
        Object recording = RECORDING_PIPES.get(pipe);
        return recording == null ? pipe : (P) recording;
    }

    /** Whether loops just store the graphics' pixel. */
    private static boolean isSolid(SunGraphics2D graphics) {
        return graphics.paintState <= SunGraphics2D.PAINT_ALPHACOLOR
                && graphics.compositeState <= SunGraphics2D.COMP_ISCOPY;
    }

    @Override
    public RenderLoops getRenderLoops(SunGraphics2D graphics) {
        if (!isSolid(graphics)) {
            return RecordingLoops.of(super.getRenderLoops(graphics), false);
        }
        RenderLoops loops = recordingSolidLoops;
        if (loops == null) {
            loops = RecordingLoops.of(super.getRenderLoops(graphics), true);
            recordingSolidLoops = loops;
        }
        return loops;
    }

    @Override
    protected @Nullable MaskFill getMaskFill(SunGraphics2D graphics) {
        MaskFill fill = super.getMaskFill(graphics);
        return fill == null ? null : MASK_FILLS.computeIfAbsent(fill, RecordingMaskFill::new);
    }

    @Override
    public boolean copyArea(SunGraphics2D graphics, int x, int y, int width, int height, int dx, int dy) {
        return AreaCopier.copy(this, graphics, x, y, width, height, dx, dy);
    }

    @Override
    public SurfaceData getReplacement() {
        return replacement == null ? this : replacement.get();
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return configuration;
    }

    @Override
    public Object getDestination() {
        return destination;
    }

    Region wholeRegion() {
        return Region.getInstanceXYWH(0, 0, shadow.getWidth(), shadow.getHeight());
    }

    /** An image of the same type with a part's pixels. */
    BufferedImage copyOf(Rect box) {
        BufferedImage copy = new BufferedImage(box.width(), box.height(), shadow.getType());
        synchronized (surface.recorder()) {
            shadow.getSubimage(box.left(), box.top(), box.width(), box.height()).copyData(copy.getRaster());
        }
        return copy;
    }

    int[] readPixels(Rectangle rectangle) {
        int[] pixels = new int[rectangle.width * rectangle.height];
        Rectangle inside = rectangle.intersection(getBounds());
        if (!inside.isEmpty()) {
            int offset = (inside.y - rectangle.y) * rectangle.width + inside.x - rectangle.x;
            shadow.getRGB(inside.x, inside.y, inside.width, inside.height, pixels, offset, rectangle.width);
        }
        return pixels;
    }
}
