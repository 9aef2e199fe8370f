package cc.protocol.raster;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.PixelFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A short list of commands that paints one surface's present pixels, so that who joins late or falls behind gets
 * commands and not pixels. What later commands paint over is dropped; moved pixels become moved commands; where drawing
 * costs more than its pixels would, the pixels are taken from the replica.
 */
final class DisplayList {
    /** A list this short is not worth being shortened. */
    private static final int MIN_ENTRIES = 64;

    /** A list that costs no more is left as it is. */
    private static final long CHEAP_BYTES = 4_096;

    private static final int MAX_ROUNDS = 4;

    private final Replica replica;
    private final int surface;

    /** In the order of painting; the first fills the whole surface with 0. */
    private List<Entry> entries = new ArrayList<>();

    private PixelTiles tiles;
    private Rect area;
    private PixelFormat format;
    private int shortenAt;

    /** @param replica has the surface */
    DisplayList(Replica replica, int surface) {
        this.replica = replica;
        this.surface = surface;
        area = Rect.of(0, 0, replica.width(surface), replica.height(surface));
        format = replica.format(surface);
        tiles = new PixelTiles(area.width(), area.height());
        entries.add(blank());
        shortenAt = MIN_ENTRIES;
    }

    /** Follows a change of the surface's size or format in the replica. */
    void resize() {
        Rect old = area;
        area = Rect.of(0, 0, replica.width(surface), replica.height(surface));
        List<Entry> kept = new ArrayList<>();
        kept.add(blank());
        if (format == replica.format(surface)) {
            Rect common = old.intersection(area);
            entries.subList(1, entries.size()).forEach(entry -> addTo(kept, entry.clipped(common)));
            tiles = tiles.resized(area.width(), area.height());
        } else {
            format = replica.format(surface);
            tiles = new PixelTiles(area.width(), area.height());
        }
        entries = kept;
        shortenAt = Math.max(shortenAt, 2 * entries.size());
    }

    /**
     * Adds a command that the replica has already applied.
     *
     * @param lists the display list of each surface
     */
    void add(DrawCommand command, IntFunction<DisplayList> lists) {
        if (command instanceof DrawCommand.CopyArea copy) {
            copyArea(copy);
        } else if (command instanceof DrawCommand.DrawSurface draw) {
            drawSurface(draw, lists.apply(draw.source()));
        } else {
            append(Entry.of(command));
        }
        if (entries.size() > shortenAt) {
            shorten();
        }
    }

    private void append(@Nullable Entry entry) {
        if (entry == null || tiles.contain(entry.bounds()) && !entry.opaque()) {
            return;
        }
        if (entry.opaque() && !tiles.isEmpty()) {
            tiles.release(entry.bounds());
            if (tiles.contain(entry.bounds())) {
                return;
            }
        }
        entries.add(entry);
    }

    private void copyArea(DrawCommand.CopyArea copy) {
        Rect from = Rect.of(copy.x(), copy.y(), copy.width(), copy.height());
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : entries) {
            Entry part = entry.clipped(from);
            if (part != null) {
                moved.add(part.moved(surface, copy.dx(), copy.dy()));
            }
        }
        // Where the source is pixels, so is the destination.
        for (Rect tile : tiles.within(from)) {
            moved.add(pixels(tile.moved(copy.dx(), copy.dy())));
        }
        replace(from.moved(copy.dx(), copy.dy()), moved);
    }

    private void drawSurface(DrawCommand.DrawSurface draw, DisplayList source) {
        Rect to = Rect.of(draw.x(), draw.y(), draw.width(), draw.height());
        boolean copies = draw.extraAlpha() == 255
                && source.format == format
                && (draw.rule() == Rule.SRC || format == PixelFormat.RGB);
        List<Entry> drawn = List.of();
        if (copies) {
            Rect from = Rect.of(draw.sourceX(), draw.sourceY(), draw.width(), draw.height());
            drawn = source.entries(from);
        }
        if (!copies || cost(drawn) > pixels(to.area())) {
            replace(to, List.of(pixels(to)));
            return;
        }
        List<Entry> moved = new ArrayList<>();
        for (Entry entry : drawn) {
            moved.add(entry.moved(surface, draw.x() - draw.sourceX(), draw.y() - draw.sourceY()));
        }
        replace(to, moved);
    }

    /** Puts entries that store every pixel of an area in the place of what is there. */
    private void replace(Rect painted, List<Entry> replacement) {
        tiles.release(painted);
        if (tiles.contain(painted)) {
            return;
        }
        List<Entry> kept = new ArrayList<>(entries.size() + replacement.size());
        kept.add(entries.get(0));
        for (Entry entry : entries.subList(1, entries.size())) {
            if (!painted.contains(entry.bounds())) {
                kept.add(entry);
            }
        }
        kept.addAll(replacement);
        entries = kept;
    }

    /** The commands that give a new surface of this size and format its present pixels. */
    List<DrawCommand> snapshot() {
        shorten();
        List<DrawCommand> commands = new ArrayList<>();
        // A new surface is 0 already.
        entries.subList(1, entries.size()).forEach(entry -> commands.add(entry.command()));
        tiles.within(area).forEach(tile -> commands.add(pixels(tile).command()));
        return commands;
    }

    /** The commands that give a part of the surface its present pixels, whatever it has now. */
    List<DrawCommand> snapshot(Rect part) {
        List<Entry> needed = entries(part);
        if (cost(needed) > pixels(part.area())) {
            return List.of(pixels(part).command());
        }
        return needed.stream().map(Entry::command).toList();
    }

    /** What paints all of a part. */
    private List<Entry> entries(Rect part) {
        List<Entry> needed = new ArrayList<>();
        entries.forEach(entry -> addTo(needed, entry.clipped(part)));
        tiles.within(part).forEach(tile -> needed.add(pixels(tile)));
        return visible(needed, new Coverage());
    }

    private void shorten() {
        entries = shortened();
        // What is kept for a few pixels beyond the marked tiles weighs on their neighbours then.
        for (int round = 0; round < MAX_ROUNDS && cost(entries) > CHEAP_BYTES; round++) {
            if (!tiles.mark(entries.subList(1, entries.size()))) {
                break;
            }
            entries = shortened();
        }
        shortenAt = Math.max(MIN_ENTRIES, 2 * entries.size());
    }

    private List<Entry> shortened() {
        Coverage coverage = new Coverage();
        tiles.within(area).forEach(coverage::add);
        List<Entry> kept = new ArrayList<>();
        kept.add(entries.get(0));
        kept.addAll(visible(entries.subList(1, entries.size()), coverage));
        return kept;
    }

    /** Painted from the end, only entries that are not covered by then. */
    private static List<Entry> visible(List<Entry> all, Coverage coverage) {
        List<Entry> kept = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Entry entry = all.get(i).remaining(coverage);
            if (entry != null) {
                kept.add(entry);
                if (entry.opaque()) {
                    coverage.add(entry.bounds());
                }
            }
        }
        Collections.reverse(kept);
        return kept;
    }

    private Entry blank() {
        return new Entry(new DrawCommand.Fill(surface, 0, 0, area.width(), area.height(), 0), area, true);
    }

    private Entry pixels(Rect part) {
        return new Entry(
                new DrawCommand.SetPixels(
                        surface,
                        part.left(),
                        part.top(),
                        part.width(),
                        part.height(),
                        replica.pixels(surface, part.left(), part.top(), part.width(), part.height())),
                part,
                true);
    }

    private static long cost(List<Entry> entries) {
        long cost = 0;
        for (Entry entry : entries) {
            cost += entry.cost();
        }
        return cost;
    }

    private static long pixels(long area) {
        return 64 + area / Entry.PIXELS_PER_BYTE;
    }

    private static void addTo(List<Entry> list, @Nullable Entry entry) {
        if (entry != null) {
            list.add(entry);
        }
    }
}
