package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.TextArea;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextAreaTest {
    private final TextArea area = new TextArea("first\nsecond\n", 5, 20);
    private final Stage stage = Stage.of(area, 300, 200);

    @BeforeEach
    void listen() {
        Stage.run(() -> area.addTextListener(event -> stage.hear("text")));
        stage.focus(area);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void takesLinesThatAreTyped() {
        Stage.run(() -> area.setCaretPosition(area.getText().length()));
        stage.type(area, "third");
        stage.send('\n', KeyEvent.VK_ENTER, area);
        stage.type(area, "4");
        assertThat(area.getText()).isEqualTo("first\nsecond\nthird\n4");
        assertThat(stage.heard).hasSize(7);
    }

    @Test
    void insertReplaceAndAppendAreOneEventEach() {
        Stage.run(() -> {
            area.insert("zeroth\n", 0);
            area.replaceRange("1st", 7, 12);
            area.append("end");
        });
        Stage.settle();
        assertThat(area.getText()).isEqualTo("zeroth\n1st\nsecond\nend");
        assertThat(stage.heard).hasSize(3);
    }

    @Test
    void isEditedAndSelectedByThePointer() {
        stage.press(area, 5, 10);
        stage.drag(area, 250, 10);
        stage.release(area, 250, 10);
        assertThat(area.getSelectedText()).isEqualTo("first");
        stage.type(area, "X");
        assertThat(area.getText()).isEqualTo("X\nsecond\n");
    }

    @Test
    void manyThreadsMayAppend() throws InterruptedException {
        Thread[] writers = new Thread[4];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = new Thread(() -> {
                for (int line = 0; line < 50; line++) {
                    area.append("line\n");
                }
            });
            writers[i].start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(area.getText()).hasSize("first\nsecond\n".length() + 4 * 50 * 5);
    }

    @Test
    void hasRoomForItsRowsColumnsAndBars() {
        int tall = Stage.get(() -> area.getPreferredSize(10, 20).height - area.getPreferredSize(5, 20).height);
        assertThat(tall).isGreaterThan(5 * 10);
        TextArea bare = new TextArea("", 5, 20, TextArea.SCROLLBARS_NONE);
        try (Stage other = Stage.of(bare, 300, 200)) {
            assertThat(other.frame.isShowing()).isTrue();
            assertThat(Stage.get(() -> bare.getPreferredSize(5, 20).width))
                    .isLessThan(Stage.get(() -> area.getPreferredSize(5, 20).width));
        }
    }
}
