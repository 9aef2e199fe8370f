package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import sun.java2d.pipe.Region;

/**
 * What is known of one surface: its pixels now (the shadow), the pixels that those who look have been sent, and the
 * operations in between. All methods need the recorder's lock.
 */
final class Surface {
    /** More operations than this in one frame are sent as pixels. */
    private static final int MAX_OPS = 8192;

    /** As many operations are kept of the smallest image. */
    private static final int MIN_IMAGE_OPS = 128;

    private static final int PIXELS_PER_OP = 16;

    /** As many places are told apart when there's no use in recording. */
    private static final int MAX_DAMAGE_BOXES = 64;

    private static final int OPAQUE_ALPHA = 255;

    private final FrameRecorder recorder;
    private final int id;
    private final boolean window;
    private final PixelFormat format;
    private int width;
    private int height;
    /** The shadow; the surface data draws into this very array. */
    private int[] pixels;

    private final SentPixels sent = new SentPixels();
    private final List<Op> ops = new ArrayList<>();
    private final ChangedRows changed;
    private final Repetition repetition;
    /** Rectangles in which someone draws right now without the lock. */
    private final List<Rect> writing = new ArrayList<>();

    /** Surfaces that pending operations draw from, and those whose pending operations draw from this one. */
    private final Set<Surface> sources = new LinkedHashSet<>();

    private final Set<Surface> readers = new LinkedHashSet<>();
    private boolean queued;
    private boolean disposed;

    Surface(FrameRecorder recorder, int id, boolean window, PixelFormat format, int width, int height, int[] pixels) {
        this.recorder = recorder;
        this.id = id;
        this.window = window;
        this.format = format;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.changed = new ChangedRows(height);
        this.repetition = new Repetition(window ? height : 0);
    }

    FrameRecorder recorder() {
        return recorder;
    }

    int id() {
        return id;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    PixelFormat format() {
        return format;
    }

    Rect bounds() {
        return new Rect(0, 0, width, height);
    }

    /** Windows are seen; other surfaces only where they are drawn. */
    boolean isWindow() {
        return window;
    }

    boolean isDefined() {
        return sent.isDefined();
    }

    /** Nobody will look any more. */
    void dispose() {
        disposed = true;
        clearOps();
        changed.clear();
        repetition.forget(width, height);
    }

    /** Nobody draws without the lock right now. */
    boolean isQuiet() {
        return writing.isEmpty();
    }

    void addSource(Surface source) {
        sources.add(source);
        source.readers.add(this);
    }

    /** The surfaces that must be told of before this one changes. */
    List<Surface> takeReaders() {
        List<Surface> taken = List.copyOf(readers);
        readers.clear();
        return taken;
    }

    /** Whether operations that are not in a frame yet draw from this surface as it was told. */
    boolean hasReaders() {
        return !readers.isEmpty();
    }

    private void clearOps() {
        ops.clear();
        for (Surface source : sources) {
            source.readers.remove(this);
        }
        sources.clear();
    }

    boolean hasChanges() {
        return !changed.isEmpty() || !writing.isEmpty() || !sent.isDefined();
    }

    /** How many operations are kept until this surface is told. */
    int pendingOps() {
        return ops.size();
    }

    /** Adds an operation whose pixels are in the shadow already. */
    void add(Op op) {
        if (disposed) {
            return;
        }
        changed.add(op.x(), op.y(), op.width(), op.height());
        boolean recording = recorder.isRecording();
        if (op.opaque() && op.width() == width && op.height() == height) {
            // An image may be painted again and again before anybody draws from it.
            clearOps();
        } else if (ops.size() >= (recording ? maxOps() : MAX_DAMAGE_BOXES)) {
            collapse();
        }
        Op added = recording || op.isDamage() ? op : Op.damage(op.x(), op.y(), op.width(), op.height());
        Op last = ops.isEmpty() ? null : ops.get(ops.size() - 1);
        Op joined = last == null ? null : last.join(added);
        if (joined == null) {
            ops.add(added);
        } else {
            ops.set(ops.size() - 1, joined);
        }
        if (!queued) {
            queued = true;
            recorder.changed(this);
        }
    }

    /** There may be many images that nobody draws from; what is kept of each is bounded by its own size. */
    private int maxOps() {
        return window ? MAX_OPS : Math.min(MAX_OPS, MIN_IMAGE_OPS + width * height / PIXELS_PER_OP);
    }

    /** The recorder does not have this surface on its list any more. */
    void dequeued() {
        queued = false;
    }

    void addDamage(Rect box) {
        add(Op.damage(box.left(), box.top(), box.width(), box.height()));
    }

    /** The box's pixels don't change without the lock any more. */
    private void endWriting(Rect box) {
        writing.remove(box);
        Rect inside = box.intersection(bounds());
        if (inside.isEmpty()) {
            return;
        }
        boolean still =
                recorder.isRecording() && (writing.isEmpty() || writing.stream().noneMatch(inside::intersects));
        if (!still || !StripRecorder.record(this, inside)) {
            addDamage(inside);
        }
    }

    /** Draws by code that may call the program's, so without the lock; nothing is known but where it draws. */
    void writeUnlocked(long x, long y, long boxWidth, long boxHeight, Region clip, Runnable drawing) {
        writeUnlocked(x, y, boxWidth, boxHeight, clip, () -> {
            drawing.run();
            return true;
        });
    }

    /** As {@link #writeUnlocked(long, long, long, long, Region, Runnable)}, and returns what {@code drawing} returns. */
    boolean writeUnlocked(long x, long y, long boxWidth, long boxHeight, Region clip, BooleanSupplier drawing) {
        Rect box;
        synchronized (recorder) {
            box = Clipping.clip(this, clip, x, y, boxWidth, boxHeight);
            if (box == null) {
                return drawing.getAsBoolean();
            }
            writing.add(box);
        }
        try {
            return drawing.getAsBoolean();
        } finally {
            synchronized (recorder) {
                endWriting(box);
            }
        }
    }

    /** Stores a pixel in a rectangle of the shadow, and records that. */
    void fill(Rect box, int pixel) {
        for (int y = box.top(); y < box.bottom(); y++) {
            Arrays.fill(pixels, y * width + box.left(), y * width + box.right(), pixel);
        }
        addFill(box, pixel);
    }

    /** Records that a pixel was stored in a rectangle. */
    void addFill(Rect box, int pixel) {
        add(Op.command(box, new DrawCommand.Fill(id, box.left(), box.top(), box.width(), box.height(), pixel), true));
    }

    /** Records that a colour was painted with full coverage. */
    void addCover(Rect box, int argb, DrawCommand.Rule rule) {
        boolean opaque = argb >>> 24 == OPAQUE_ALPHA;
        if (opaque) {
            addFill(box, argb);
        } else {
            add(Op.command(
                    box,
                    new DrawCommand.FillMask(
                            id, box.left(), box.top(), box.width(), box.height(), null, 0, 0, argb, rule),
                    rule == DrawCommand.Rule.SRC));
        }
    }

    /** Records that a colour was painted through a mask. */
    void addMask(Rect box, Mask mask, int argb, DrawCommand.Rule rule) {
        add(Op.command(
                box,
                new DrawCommand.FillMask(id, box.left(), box.top(), box.width(), box.height(), mask, 0, 0, argb, rule),
                false));
    }

    /** Moves a rectangle's pixels, as far as source and destination exist and the clip lets them. */
    void move(int x, int y, int boxWidth, int boxHeight, int dx, int dy, Region clip) {
        Rect source = bounds().intersection(Clipping.saturated(x, y, boxWidth, boxHeight));
        if (source.isEmpty()) {
            return;
        }
        Rect to = Clipping.clip(
                this, clip, source.left() + (long) dx, source.top() + (long) dy, source.width(), source.height());
        if (to != null && (dx != 0 || dy != 0)) {
            recorder.copy(this, to, dx, dy);
        }
    }

    /** Whether a copy within the surface gives what is sent too: it was sent, and nobody draws right now. */
    boolean canCopy() {
        return sent.isDefined() && isQuiet() && !disposed;
    }

    void movePixels(Rect to, int dx, int dy) {
        PixelRows.move(pixels, width, to, dx, dy);
    }

    void moveSentPixels(Rect to, int dx, int dy) {
        repetition.forget(width, height);
        sent.move(to, dx, dy);
    }

    /** Forgets how the changes came about; they'll be sent as pixels. */
    void collapse() {
        clearOps();
        if (!changed.isEmpty()) {
            Rect box = changed.bounds();
            ops.add(Op.damage(box.left(), box.top(), box.width(), box.height()));
        }
    }

    /** Goes on with another raster, to which the old one's content has been copied. */
    void resize(int newWidth, int newHeight, int[] newPixels) {
        int oldWidth = width;
        int oldHeight = height;
        changed.resize(newWidth, newHeight);
        width = newWidth;
        height = newHeight;
        pixels = newPixels;
        sent.resized();
        repetition.forget(width, height);
        // What was sent may still be there if the surface was larger before.
        if (newWidth > oldWidth) {
            addDamage(new Rect(oldWidth, 0, newWidth, newHeight));
        }
        if (newHeight > oldHeight) {
            addDamage(new Rect(0, oldHeight, newWidth, newHeight));
        }
        recorder.changed(this);
    }

    /** Whoever looks knows nothing of this surface any more. */
    void forgetSent() {
        sent.forget();
        repetition.forget(width, height);
        clearOps();
        addDamage(bounds());
    }

    /** Appends the commands that make of what was sent what is in the shadow now. */
    void seal(List<DrawCommand> out) {
        int[] known = sent.define(this, out);
        for (Rect box : writing) {
            Rect inside = box.intersection(bounds());
            if (!inside.isEmpty()) {
                changed.add(inside.left(), inside.top(), inside.width(), inside.height());
                ops.add(Op.damage(inside.left(), inside.top(), inside.width(), inside.height()));
            }
        }
        if (changed.isEmpty()) {
            return;
        }
        // What is kept of windows would be too much for images, of which there may be many.
        ChangedRows suspects = window ? repetition.suspects(ops, changed) : changed;
        CommandCutter cutter = new CommandCutter(id, ops, known, width, out);
        for (Rect box : ChangedBoxes.find(known, pixels, width, suspects)) {
            PixelRows.copy(pixels, known, width, box);
            cutter.cut(box);
        }
        clearOps();
        changed.clear();
    }
}
