package cc.screen.session;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.CopyArea;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.DrawSurface;
import cc.protocol.command.DrawCommand.DropSurface;
import cc.protocol.raster.Rect;
import cc.screen.damage.Damage;
import cc.screen.damage.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one viewer's surfaces will be when it has applied all it was sent, and from that, what it is to be sent next.
 *
 * <p>A viewer has the surfaces of windows, and of the others (images that the program paints and then draws) only those
 * that were drawn from while it was watching. Commands that read pixels that the viewer does not have make pixels that it
 * does not have either: they become <em>stale</em>, and so on through copies. In the end stale pixels and missing
 * surfaces are sent as they are now, by {@link #repair}. Used by one thread at a time.
 */
final class ViewerSurfaces {
    /** The newest state of a program's surfaces, while nobody changes it. */
    interface Now {
        boolean has(int surface);

        DefineSurface define(int surface);

        /** Commands that paint the surface where it was just defined anew. */
        List<DrawCommand> snapshot(int surface);

        /** Commands that paint a part of the surface, whatever was there before. */
        List<DrawCommand> snapshot(int surface, Rect part);
    }

    private final Map<Integer, DefineSurface> known = new HashMap<>();
    private final Set<Integer> missing = new HashSet<>();
    private final Damage stale = new Damage();

    /** For those who are to have the same surfaces and have none yet. */
    ViewerSurfaces forNewcomers() {
        ViewerSurfaces newcomers = new ViewerSurfaces();
        newcomers.missing.addAll(known.keySet());
        return newcomers;
    }

    /** Adds to {@code out} what of these commands the viewer can use; notes what it will lack afterwards. */
    void forward(List<DrawCommand> commands, Set<Integer> windowSurfaces, List<DrawCommand> out) {
        for (DrawCommand command : commands) {
            int surface = command.surface();
            if (command instanceof DefineSurface define) {
                if (known.containsKey(surface)) {
                    known.put(surface, define);
                    out.add(command);
                } else if (windowSurfaces.contains(surface)) {
                    // It may be a resize that keeps pixels from before this viewer came.
                    missing.add(surface);
                }
            } else if (command instanceof DropSurface) {
                missing.remove(surface);
                stale.remove(surface);
                if (known.remove(surface) != null) {
                    out.add(command);
                }
            } else if (known.containsKey(surface) && isUsable(command)) {
                out.add(command);
            }
        }
    }

    /** Pixels changed without the viewer being told. */
    void skipped(Damage damage) {
        stale.addAll(damage);
    }

    /** Nothing is missing or stale, and all these surfaces are known. */
    boolean isWhole(Set<Integer> windowSurfaces) {
        return missing.isEmpty() && stale.isEmpty() && known.keySet().containsAll(windowSurfaces);
    }

    /** Adds to {@code out} what makes the viewer's surfaces equal to those of {@code now}. */
    void repair(Set<Integer> windowSurfaces, Now now, List<DrawCommand> out) {
        for (int surface : List.copyOf(known.keySet())) {
            if (!now.has(surface)) {
                known.remove(surface);
                stale.remove(surface);
                out.add(new DropSurface(surface));
            }
        }
        missing.addAll(windowSurfaces);
        missing.removeAll(known.keySet());
        for (int surface : missing) {
            if (now.has(surface)) {
                stale.add(surface, Rect.EVERYTHING);
            }
        }
        for (int surface : stale.surfaces()) {
            if ((!known.containsKey(surface) && !missing.contains(surface)) || !now.has(surface)) {
                continue;
            }
            repair(surface, now, out);
        }
        missing.clear();
        stale.clear();
    }

    private void repair(int surface, Now now, List<DrawCommand> out) {
        DefineSurface define = now.define(surface);
        DefineSurface had = known.put(surface, define);
        if (had == null || had.format() != define.format()) {
            if (had != null) {
                out.add(new DropSurface(surface));
            }
            out.add(define);
            out.addAll(now.snapshot(surface));
            return;
        }
        if (!define.equals(had)) {
            out.add(define);
        }
        Region region = stale.region(surface);
        if (region != null) {
            for (Rect part : region.within(define.width(), define.height())) {
                out.addAll(now.snapshot(surface, part));
            }
        }
    }

    Set<Integer> known() {
        return known.keySet();
    }

    private boolean isUsable(DrawCommand command) {
        Rect touched = Damage.touchedBy(command);
        if (command instanceof DrawSurface draw) {
            boolean sourceKnown = known.containsKey(draw.source());
            if (!sourceKnown) {
                missing.add(draw.source());
            }
            if (!sourceKnown
                    || stale.intersects(
                            draw.source(), Rect.of(draw.sourceX(), draw.sourceY(), draw.width(), draw.height()))) {
                stale.add(draw.surface(), touched);
                return false;
            }
        } else if (command instanceof CopyArea copy
                && stale.intersects(copy.surface(), Rect.of(copy.x(), copy.y(), copy.width(), copy.height()))) {
            stale.add(copy.surface(), touched);
            return false;
        }
        // What is drawn where all is stale will be drawn over anyway.
        return !stale.contains(command.surface(), touched);
    }
}
