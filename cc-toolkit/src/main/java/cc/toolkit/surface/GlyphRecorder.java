package cc.toolkit.surface;

import sun.font.GlyphList;
import sun.java2d.SunGraphics2D;

/** Records text that loops draw glyph by glyph. */
final class GlyphRecorder {
    private GlyphRecorder() {}

    static void record(Surface surface, SunGraphics2D graphics, GlyphList glyphs, int from, int end) {
        RecordingLoops.damage(surface, graphics, 0, 0, surface.width(), surface.height());
    }
}
