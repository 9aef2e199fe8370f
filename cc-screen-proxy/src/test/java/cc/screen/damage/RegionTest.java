package cc.screen.damage;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.raster.Rect;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final int SIDE = 200;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Region region = new Region();

    @Test
    void whatWasAddedIsWithinAndNothingIsTwice() {
        boolean[] added = new boolean[SIDE * SIDE];
        for (int i = 0; i < 40; i++) {
            Rect rect = rect();
            region.add(rect);
            mark(added, rect);
            assertThat(region.contains(rect)).as("seed %d", seed).isTrue();
            int[] covered = covered();
            for (int pixel = 0; pixel < added.length; pixel++) {
                assertThat(covered[pixel]).as("seed %d, pixel %d", seed, pixel).isBetween(added[pixel] ? 1 : 0, 1);
            }
        }
    }

    @Test
    void aRectangleIsContainedOrMetIfItsPixelsAre() {
        for (int i = 0; i < 6; i++) {
            region.add(rect());
        }
        int[] covered = covered();
        for (int i = 0; i < 500; i++) {
            Rect rect = rect();
            int inside = 0;
            for (int y = rect.top(); y < rect.bottom(); y++) {
                for (int x = rect.left(); x < rect.right(); x++) {
                    inside += covered[y * SIDE + x];
                }
            }
            if (region.contains(rect)) {
                assertThat(inside).as("seed %d %s", seed, rect).isEqualTo((int) rect.area());
            }
            if (inside > 0) {
                assertThat(region.intersects(rect)).as("seed %d %s", seed, rect).isTrue();
            }
        }
    }

    @Test
    void scatteredDamageStaysScattered() {
        for (int i = 0; i < 20; i++) {
            region.add(Rect.of(i * 50, i % 2 * 700, 3, 3));
        }
        long area = region.within(1000, 800).stream().mapToLong(Rect::area).sum();
        assertThat(area).isLessThan(20 * 32 * 32);
    }

    @Test
    void everythingIsAllOfASurfaceOfAnySize() {
        region.add(rect());
        Region other = new Region();
        other.add(Rect.EVERYTHING);
        region.addAll(other);
        assertThat(region.within(16_384, 3)).containsExactly(Rect.of(0, 0, 16_384, 3));
        assertThat(region.contains(Rect.of(0, 0, 9_000, 9_000))).isTrue();
        assertThat(region.intersects(Rect.of(9_000, 0, 1, 1))).isTrue();
    }

    private int[] covered() {
        int[] covered = new int[SIDE * SIDE];
        for (Rect rect : region.within(SIDE, SIDE)) {
            for (int y = rect.top(); y < rect.bottom(); y++) {
                for (int x = rect.left(); x < rect.right(); x++) {
                    covered[y * SIDE + x]++;
                }
            }
        }
        return covered;
    }

    private Rect rect() {
        int width = 1 + random.nextInt(50);
        int height = 1 + random.nextInt(50);
        return Rect.of(random.nextInt(SIDE - width + 1), random.nextInt(SIDE - height + 1), width, height);
    }

    private static void mark(boolean[] pixels, Rect rect) {
        for (int y = rect.top(); y < rect.bottom(); y++) {
            for (int x = rect.left(); x < rect.right(); x++) {
                pixels[y * SIDE + x] = true;
            }
        }
    }
}
