package cc.protocol.raster;

import cc.protocol.command.DrawCommand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All surfaces of one program: their pixels, and for each a short list of commands that paints them. Viewers that join
 * late or fall behind are given these. Not safe for use by several threads.
 */
public final class Scene {
    private final Replica replica = new Replica();
    private final Map<Integer, DisplayList> lists = new HashMap<>();

    /** The pixels; to be changed through this scene only. */
    public Replica replica() {
        return replica;
    }

    /** @throws IllegalArgumentException when the command does not fit the surfaces; nothing is changed then */
    public void apply(DrawCommand command) {
        replica.apply(command);
        int surface = command.surface();
        if (command instanceof DrawCommand.DropSurface) {
            lists.remove(surface);
        } else if (command instanceof DrawCommand.DefineSurface) {
            DisplayList list = lists.get(surface);
            if (list == null) {
                lists.put(surface, new DisplayList(replica, surface));
            } else {
                list.resize();
            }
        } else {
            list(surface).add(command, this::list);
        }
    }

    /** Commands that give a surface its present pixels, after a DefineSurface of its format and size made it new. */
    public List<DrawCommand> snapshot(int surface) {
        return list(surface).snapshot();
    }

    /** Commands that give a part of a surface its present pixels, whatever it has now. */
    public List<DrawCommand> snapshot(int surface, Rect part) {
        return list(surface).snapshot(part);
    }

    private DisplayList list(int surface) {
        DisplayList list = lists.get(surface);
        if (list == null) {
            throw new IllegalArgumentException("there is no surface " + surface);
        }
        return list;
    }
}
