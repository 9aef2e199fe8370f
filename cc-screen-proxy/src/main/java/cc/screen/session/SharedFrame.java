package cc.screen.session;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.DrawImage;
import cc.protocol.command.DrawCommand.FillMask;
import cc.protocol.command.DrawCommand.GlyphRun;
import cc.protocol.command.DrawCommand.SetPixels;
import cc.protocol.command.Mask;
import cc.screen.damage.Damage;
import java.util.List;

/** One frame of a program, decoded once and shared by all its viewers. Immutable. */
final class SharedFrame {
    private static final int COMMAND_BYTES = 16;
    private static final int GLYPH_BYTES = 3;
    private static final int PIXEL_BYTES = 4;

    private final List<DrawCommand> commands;
    private final Damage damage;
    private final long bytes;

    SharedFrame(List<DrawCommand> commands) {
        this.commands = commands;
        this.damage = Damage.of(commands);
        this.bytes = commands.stream().mapToLong(SharedFrame::bytesOf).sum();
    }

    List<DrawCommand> commands() {
        return commands;
    }

    /** To be read only. */
    Damage damage() {
        return damage;
    }

    /** About how much memory the commands take, and at most a little less than what they take on the wire. */
    long bytes() {
        return bytes;
    }

    static long bytesOf(DrawCommand command) {
        long bytes = COMMAND_BYTES;
        if (command instanceof SetPixels c) {
            bytes += (long) c.pixels().length * PIXEL_BYTES;
        } else if (command instanceof DrawImage c) {
            bytes += (long) c.image().pixels().length * PIXEL_BYTES;
        } else if (command instanceof FillMask c && c.mask() != null) {
            bytes += c.mask().coverage().length;
        } else if (command instanceof GlyphRun c) {
            for (Mask glyph : c.glyphs()) {
                bytes += GLYPH_BYTES + glyph.coverage().length;
            }
        }
        return bytes;
    }
}
