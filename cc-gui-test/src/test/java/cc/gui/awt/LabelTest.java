package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Label;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void isAsWideAsItsTextAndShowsTagsAsTheyAre() {
        Label label = new Label("short");
        try (Stage stage = Stage.of(label, 300, 80)) {
            Dimension small = Stage.get(label::getPreferredSize);
            Stage.run(() -> label.setText("<html><br><br><br>quite a lot longer"));
            Dimension large = Stage.get(label::getPreferredSize);
            assertThat(large.width).isGreaterThan(small.width);
            assertThat(large.height).isEqualTo(small.height);
            assertThat(stage.frame.isShowing()).isTrue();
        }
    }
}
