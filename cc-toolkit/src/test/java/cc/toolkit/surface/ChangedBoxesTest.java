package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.raster.Rect;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangedBoxesTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 120;

    private final int[] before = new int[WIDTH * HEIGHT];
    private final int[] now = new int[WIDTH * HEIGHT];
    private final ChangedRows rows = new ChangedRows(HEIGHT);

    private List<Rect> find() {
        return ChangedBoxes.find(before, now, WIDTH, rows);
    }

    private void change(int x, int y) {
        now[y * WIDTH + x] = 1;
    }

    @Test
    void nothingChangedIsNoBox() {
        rows.add(0, 0, WIDTH, HEIGHT);
        assertThat(find()).isEmpty();
    }

    @Test
    void boxesAreTight() {
        rows.add(0, 0, WIDTH, HEIGHT);
        change(3, 5);
        change(9, 8);
        change(200, 100);
        assertThat(find()).containsExactlyInAnyOrder(new Rect(3, 5, 10, 9), new Rect(200, 100, 201, 101));
    }

    @Test
    void onlyRowsThatMayHaveChangedAreLookedAt() {
        rows.add(10, 10, 20, 1);
        change(15, 10);
        change(100, 10);
        change(15, 11);
        assertThat(find()).containsExactly(new Rect(15, 10, 16, 11));
    }

    @Test
    void boxesHoldEveryChangeAndDontOverlap() {
        for (long seed = 1; seed < 300; seed++) {
            Random random = new Random(seed);
            java.util.Arrays.fill(now, 0);
            rows.clear();
            rows.add(0, 0, WIDTH, HEIGHT);
            for (int i = random.nextInt(200); i >= 0; i--) {
                change(random.nextInt(WIDTH), random.nextInt(HEIGHT));
            }
            List<Rect> boxes = find();
            for (int i = 0; i < now.length; i++) {
                int x = i % WIDTH;
                int y = i / WIDTH;
                long holding = boxes.stream()
                        .filter(box -> box.contains(new Rect(x, y, x + 1, y + 1)))
                        .count();
                assertThat(holding).as("seed %d (%d, %d)", seed, x, y).isLessThanOrEqualTo(1);
                if (now[i] != 0) {
                    assertThat(holding).as("seed %d (%d, %d)", seed, x, y).isEqualTo(1);
                }
            }
        }
    }
}
