package cc.screen.session;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.Fill;
import cc.protocol.command.PixelFormat;
import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewerSurfacesTest {
    private static final int WINDOW = 7;
    private static final DefineSurface RESIZED = new DefineSurface(WINDOW, PixelFormat.RGB, 20, 10);
    private static final Fill PAINTED_BEFORE = new Fill(WINDOW, 0, 0, 5, 5, 0xFFFFFF);

    private final ViewerSurfaces surfaces = new ViewerSurfaces();

    @Test
    void aViewerThatCameBeforeAResizeGetsThePixelsThatTheResizeKept() {
        List<DrawCommand> out = new ArrayList<>();
        surfaces.forward(List.of(RESIZED), Set.of(WINDOW), out);

        assertThat(out).isEmpty();
        assertThat(surfaces.isWhole(Set.of(WINDOW))).isFalse();

        surfaces.repair(Set.of(WINDOW), new Painted(), out);

        assertThat(out).containsExactly(RESIZED, PAINTED_BEFORE);
        assertThat(surfaces.isWhole(Set.of(WINDOW))).isTrue();
    }

    @Test
    void aViewerThatKnowsAWindowFollowsItsResize() {
        surfaces.repair(Set.of(WINDOW), new Painted(), new ArrayList<>());
        DefineSurface smaller = new DefineSurface(WINDOW, PixelFormat.RGB, 4, 4);
        List<DrawCommand> out = new ArrayList<>();

        surfaces.forward(List.of(smaller), Set.of(WINDOW), out);

        assertThat(out).containsExactly(smaller);
        assertThat(surfaces.isWhole(Set.of(WINDOW))).isTrue();
    }

    private static final class Painted implements ViewerSurfaces.Now {
        @Override
        public boolean has(int surface) {
            return surface == WINDOW;
        }

        @Override
        public DefineSurface define(int surface) {
            return RESIZED;
        }

        @Override
        public List<DrawCommand> snapshot(int surface) {
            return List.of(PAINTED_BEFORE);
        }

        @Override
        public List<DrawCommand> snapshot(int surface, Rect part) {
            return List.of(PAINTED_BEFORE);
        }
    }
}
