package cc.toolkit.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Point;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

class ClickCounterTest {
    private static final int LEFT = 1;
    private static final Point SPOT = new Point(10, 10);
    private static final int HAPPENED_MS = 1_000;
    private static final long ARRIVED_MS = 50_000;

    private final Component button = new JPanel();
    private final ClickCounter clicks = new ClickCounter();

    private int pressed(int happenedMillis, long arrivedMillis) {
        return clicks.pressed(button, LEFT, SPOT, happenedMillis, arrivedMillis);
    }

    @Test
    void pressesInQuickSuccessionCountThoughTheSecondWasHeldUpOnItsWay() {
        assertThat(pressed(HAPPENED_MS, ARRIVED_MS)).isEqualTo(1);
        assertThat(pressed(HAPPENED_MS + 200, ARRIVED_MS + 1_500)).isEqualTo(2);
    }

    @Test
    void pressesWithARestBetweenThemDoNotCountThoughTheyArriveTogether() {
        assertThat(pressed(HAPPENED_MS, ARRIVED_MS)).isEqualTo(1);
        assertThat(pressed(HAPPENED_MS + 900, ARRIVED_MS + 1)).isEqualTo(1);
    }

    @Test
    void theViewersClockMayBeginAnewBetweenThem() {
        assertThat(pressed(-100, ARRIVED_MS)).isEqualTo(1);
        assertThat(pressed(100, ARRIVED_MS + 200)).isEqualTo(2);
    }

    @Test
    void pressesOfViewersWhoseClocksDifferDoNotMeetByChance() {
        assertThat(pressed(HAPPENED_MS, ARRIVED_MS)).isEqualTo(1);
        assertThat(pressed(HAPPENED_MS + 200, ARRIVED_MS + 60_000)).isEqualTo(1);
        assertThat(pressed(HAPPENED_MS - 200, ARRIVED_MS + 60_001)).isEqualTo(1);
    }

    @Test
    void whereNoTimeIsKnownTheArrivalCounts() {
        assertThat(pressed(0, ARRIVED_MS)).isEqualTo(1);
        assertThat(pressed(0, ARRIVED_MS + 300)).isEqualTo(2);
        assertThat(pressed(0, ARRIVED_MS + 900)).isEqualTo(1);
    }
}
