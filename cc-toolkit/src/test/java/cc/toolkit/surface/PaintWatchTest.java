package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaintWatchTest {
    private boolean painting;
    private long millis;
    private final PaintWatch watch = new PaintWatch(() -> painting, () -> TimeUnit.MILLISECONDS.toNanos(millis));

    @Test
    void nothingIsWaitedForWhereNothingIsPainted() {
        assertThat(watch.isWorthWaiting()).isFalse();
    }

    @Test
    void aPaintIsWaitedForUntilItEnds() {
        painting = true;
        assertThat(watch.isWorthWaiting()).isTrue();
        millis = 1_900;
        assertThat(watch.isWorthWaiting()).isTrue();
        painting = false;
        assertThat(watch.isWorthWaiting()).isFalse();
    }

    @Test
    void aPaintThatNeverEndsIsNotWaitedForAgainAndAgain() {
        painting = true;
        assertThat(watch.isWorthWaiting()).isTrue();
        millis = 2_000;
        assertThat(watch.isWorthWaiting()).isFalse();
        millis = 2_100;
        assertThat(watch.isWorthWaiting()).isFalse();
    }

    @Test
    void thePaintOfAnotherEventIsWaitedForAnew() {
        painting = true;
        assertThat(watch.isWorthWaiting()).isTrue();
        millis = 3_000;
        watch.paintIsOver();
        assertThat(watch.isWorthWaiting()).isTrue();
    }
}
