package cc.screen.damage;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.CopyArea;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.DrawImage;
import cc.protocol.command.DrawCommand.DrawSurface;
import cc.protocol.command.DrawCommand.DropSurface;
import cc.protocol.command.DrawCommand.Fill;
import cc.protocol.command.DrawCommand.FillMask;
import cc.protocol.command.DrawCommand.GlyphRun;
import cc.protocol.command.DrawCommand.SetPixels;
import cc.protocol.raster.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Regions of surfaces whose pixels a viewer does not have. Not safe for use by several threads. */
public final class Damage {
    private final Map<Integer, Region> regions = new LinkedHashMap<>();

    /** What these commands touch; surfaces that they make, resize or drop are damaged as a whole. */
    public static Damage of(List<DrawCommand> commands) {
        Damage damage = new Damage();
        for (DrawCommand command : commands) {
            damage.add(command.surface(), touchedBy(command));
        }
        return damage;
    }

    /** The pixels that a command can change. */
    public static Rect touchedBy(DrawCommand command) {
        if (command instanceof Fill c) {
            return Rect.of(c.x(), c.y(), c.width(), c.height());
        } else if (command instanceof FillMask c) {
            return Rect.of(c.x(), c.y(), c.width(), c.height());
        } else if (command instanceof GlyphRun c) {
            return Rect.of(c.clipX(), c.clipY(), c.clipWidth(), c.clipHeight());
        } else if (command instanceof DrawImage c) {
            return Rect.of(c.x(), c.y(), c.width(), c.height());
        } else if (command instanceof DrawSurface c) {
            return Rect.of(c.x(), c.y(), c.width(), c.height());
        } else if (command instanceof CopyArea c) {
            return Rect.of(c.x() + c.dx(), c.y() + c.dy(), c.width(), c.height());
        } else if (command instanceof SetPixels c) {
            return Rect.of(c.x(), c.y(), c.width(), c.height());
        } else if (command instanceof DefineSurface || command instanceof DropSurface) {
            return Rect.EVERYTHING;
        }
        throw new IllegalArgumentException("unknown command " + command);
    }

    public void add(int surface, Rect rect) {
        regions.computeIfAbsent(surface, id -> new Region()).add(rect);
    }

    public void addAll(Damage other) {
        other.regions.forEach((surface, region) ->
                regions.computeIfAbsent(surface, id -> new Region()).addAll(region));
    }

    public void remove(int surface) {
        regions.remove(surface);
    }

    public boolean isEmpty() {
        return regions.isEmpty();
    }

    public boolean contains(int surface, Rect rect) {
        Region region = regions.get(surface);
        return region != null && region.contains(rect);
    }

    public boolean intersects(int surface, Rect rect) {
        Region region = regions.get(surface);
        return region != null && region.intersects(rect);
    }

    public Set<Integer> surfaces() {
        return regions.keySet();
    }

    public @Nullable Region region(int surface) {
        return regions.get(surface);
    }

    public void clear() {
        regions.clear();
    }
}
