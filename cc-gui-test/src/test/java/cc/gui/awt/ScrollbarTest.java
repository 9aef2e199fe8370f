package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.Panel;
import java.awt.Scrollbar;
import java.awt.event.AdjustmentEvent;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScrollbarTest {
    private final Scrollbar bar = new Scrollbar(Scrollbar.HORIZONTAL, 30, 10, 0, 110);
    private final Panel panel = new Panel(new BorderLayout());
    private final Stage stage = Stage.of(panel, 400, 100);

    @BeforeEach
    void add() {
        Stage.run(() -> {
            bar.setUnitIncrement(2);
            bar.setBlockIncrement(15);
            bar.addAdjustmentListener(event -> stage.hear(kind(event) + " " + event.getValue()));
            panel.add(bar, BorderLayout.NORTH);
            stage.frame.validate();
        });
        Stage.settle();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static String kind(AdjustmentEvent event) {
        return switch (event.getAdjustmentType()) {
            case AdjustmentEvent.UNIT_INCREMENT -> "unit+";
            case AdjustmentEvent.UNIT_DECREMENT -> "unit-";
            case AdjustmentEvent.BLOCK_INCREMENT -> "block+";
            case AdjustmentEvent.BLOCK_DECREMENT -> "block-";
            default -> event.getValueIsAdjusting() ? "track" : "set";
        };
    }

    @Test
    void arrowsMoveByUnits() {
        stage.click(bar, bar.getWidth() - 4, 5);
        stage.click(bar, 4, 5);
        assertThat(stage.heard).containsExactly("unit+ 32", "unit- 30");
        assertThat(bar.getValue()).isEqualTo(30);
    }

    @Test
    void theTrackMovesByBlocks() {
        stage.click(bar, bar.getWidth() - 30, 5);
        assertThat(stage.heard).containsExactly("block+ 45");
    }

    @Test
    void theThumbIsDragged() {
        int thumb = 15 + (bar.getWidth() - 30) * 35 / 110;
        stage.press(bar, thumb, 5);
        stage.drag(bar, thumb + 40, 5);
        int dragged = bar.getValue();
        assertThat(dragged).isGreaterThan(30);
        stage.release(bar, thumb + 40, 5);
        assertThat(stage.heard).containsExactly("track " + dragged, "set " + dragged);
    }

    @Test
    void keysAndWheelMoveIt() {
        stage.focus(bar);
        stage.key(bar, KeyEvent.VK_RIGHT);
        stage.key(bar, KeyEvent.VK_PAGE_UP);
        stage.wheel(bar, 20, 5, 1);
        assertThat(stage.heard).containsExactly("unit+ 32", "block- 17", "unit+ 23");
    }

    @Test
    void valuesOfTheProgramAreNoEventsAndLimitsHold() {
        Stage.run(() -> bar.setValues(500, 10, 0, 110));
        Stage.settle();
        assertThat(bar.getValue()).isEqualTo(100);
        stage.click(bar, bar.getWidth() - 4, 5);
        assertThat(stage.heard).isEmpty();
    }
}
