package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Adjustable;
import java.awt.Canvas;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.ScrollPane;
import org.junit.jupiter.api.Test;

class ScrollPaneTest {
    private static Component board(int width, int height) {
        Canvas board = new Canvas();
        board.setPreferredSize(new Dimension(width, height));
        return board;
    }

    private static Stage stage(ScrollPane pane, Component board) {
        pane.add(board);
        return Stage.of(pane, 200, 150);
    }

    @Test
    void showsBarsOnlyWhereTheyAreNeeded() {
        ScrollPane pane = new ScrollPane();
        try (Stage stage = stage(pane, board(100, 1000))) {
            assertThat(stage.frame.isShowing()).isTrue();
            assertThat(pane.getInsets().right).isPositive();
            assertThat(pane.getInsets().bottom).isZero();
            assertThat(pane.getViewportSize().width).isLessThan(pane.getWidth());
        }
    }

    @Test
    void alwaysAndNeverAreKept() {
        ScrollPane always = new ScrollPane(ScrollPane.SCROLLBARS_ALWAYS);
        try (Stage stage = stage(always, board(10, 10))) {
            assertThat(stage.frame.isShowing()).isTrue();
            assertThat(always.getInsets().right).isPositive();
            assertThat(always.getInsets().bottom).isPositive();
        }
        ScrollPane never = new ScrollPane(ScrollPane.SCROLLBARS_NEVER);
        try (Stage stage = stage(never, board(1000, 1000))) {
            assertThat(stage.frame.isShowing()).isTrue();
            assertThat(never.getInsets().right).isZero();
            Stage.run(() -> never.setScrollPosition(20, 30));
            assertThat(never.getComponent(0).getLocation()).isEqualTo(new Point(-20, -30));
        }
    }

    @Test
    void theProgramScrolls() {
        ScrollPane pane = new ScrollPane();
        Component board = board(1000, 1000);
        try (Stage stage = stage(pane, board)) {
            assertThat(stage.frame.isShowing()).isTrue();
            Stage.run(() -> pane.setScrollPosition(40, 60));
            assertThat(pane.getScrollPosition()).isEqualTo(new Point(40, 60));
            assertThat(board.getLocation()).isEqualTo(new Point(-40, -60));
        }
    }

    @Test
    void thePersonScrollsByBarsAndWheel() {
        ScrollPane pane = new ScrollPane();
        Component board = board(1000, 1000);
        try (Stage stage = stage(pane, board)) {
            Adjustable vertical = pane.getVAdjustable();
            Stage.run(() -> {
                vertical.setUnitIncrement(7);
                vertical.addAdjustmentListener(event -> stage.hear("scrolled " + event.getValue()));
            });
            Stage.settle();
            int viewHeight = pane.getViewportSize().height;
            stage.click(pane, pane.getWidth() - 5, viewHeight - 5);
            assertThat(pane.getScrollPosition().y).isEqualTo(7);
            assertThat(board.getLocation().y).isEqualTo(-7);
            assertThat(stage.heard).containsExactly("scrolled 7");
            stage.wheel(pane, 20, 20, 1);
            assertThat(pane.getScrollPosition().y).isGreaterThan(7);
        }
    }
}
