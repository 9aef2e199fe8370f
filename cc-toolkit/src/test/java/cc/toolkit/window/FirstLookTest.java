package cc.toolkit.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class FirstLookTest {
    private static final Rectangle ASSUMED = new Rectangle(0, 0, 1440, 900);

    private final FirstLook smaller = new FirstLook(ASSUMED, new Rectangle(0, 0, 1000, 600));
    private final FirstLook larger = new FirstLook(ASSUMED, new Rectangle(0, 20, 2000, 1200));

    @Test
    void whatWasCentredIsCentred() {
        assertThat(smaller.place(new Rectangle(470, 350, 500, 200), true)).isEqualTo(new Rectangle(250, 200, 500, 200));
        assertThat(larger.place(new Rectangle(470, 351, 501, 200), true)).isEqualTo(new Rectangle(749, 520, 501, 200));
    }

    @Test
    void whatStoodSomewhereStaysThereIfThereIsRoom() {
        assertThat(smaller.place(new Rectangle(30, 60, 500, 200), true)).isEqualTo(new Rectangle(30, 60, 500, 200));
        assertThat(smaller.place(new Rectangle(900, 600, 500, 200), true)).isEqualTo(new Rectangle(500, 400, 500, 200));
    }

    @Test
    void whatIsTooLargeIsMadeToFitUnlessItsSizeIsItsProgramsBusiness() {
        assertThat(smaller.place(new Rectangle(50, 50, 1340, 800), true)).isEqualTo(new Rectangle(0, 0, 1000, 600));
        assertThat(smaller.place(new Rectangle(50, 50, 1340, 100), false)).isEqualTo(new Rectangle(0, 50, 1340, 100));
        assertThat(smaller.place(ASSUMED, true)).isEqualTo(new Rectangle(0, 0, 1000, 600));
    }

    @Test
    void whatWasNotWhollyOnTheScreenIsLeftAlone() {
        Rectangle hidden = new Rectangle(-5000, -5000, 100, 100);
        assertThat(smaller.place(hidden, true)).isEqualTo(hidden);
        assertThat(smaller.place(new Rectangle(1000, 100, 600, 100), true))
                .isEqualTo(new Rectangle(1000, 100, 600, 100));
    }
}
