package cc.toolkit.surface;

import cc.toolkit.surface.GlyphCache.Reading;
import sun.font.GlyphList;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.DrawGlyphList;
import sun.java2d.loops.DrawGlyphListAA;
import sun.java2d.loops.DrawGlyphListColor;
import sun.java2d.loops.DrawGlyphListLCD;

/** Loops that draw text, and tell the surface what they drew. */
final class GlyphLoops {
    private GlyphLoops() {}

    static final class Glyphs extends DrawGlyphList {
        private final DrawGlyphList to;

        Glyphs(DrawGlyphList to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void DrawGlyphList(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                GlyphRecorder.record(surface, graphics, glyphs, from, end, Reading.SOLID);
                to.DrawGlyphList(graphics, data, glyphs, from, end);
            }
        }
    }

    static final class GrayGlyphs extends DrawGlyphListAA {
        private final DrawGlyphListAA to;

        GrayGlyphs(DrawGlyphListAA to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void DrawGlyphListAA(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                GlyphRecorder.record(surface, graphics, glyphs, from, end, Reading.GRAY);
                to.DrawGlyphListAA(graphics, data, glyphs, from, end);
            }
        }
    }

    static final class LcdGlyphs extends DrawGlyphListLCD {
        private final DrawGlyphListLCD to;

        LcdGlyphs(DrawGlyphListLCD to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void DrawGlyphListLCD(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                GlyphRecorder.record(surface, graphics, glyphs, from, end, Reading.LCD);
                to.DrawGlyphListLCD(graphics, data, glyphs, from, end);
            }
        }
    }

    static final class ColorGlyphs extends DrawGlyphListColor {
        private final DrawGlyphListColor to;

        ColorGlyphs(DrawGlyphListColor to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void DrawGlyphListColor(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                Clipping.damage(surface, graphics, 0, 0, surface.width(), surface.height());
                to.DrawGlyphListColor(graphics, data, glyphs, from, end);
            }
        }
    }
}
