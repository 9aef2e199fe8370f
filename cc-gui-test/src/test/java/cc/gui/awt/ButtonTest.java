package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Button;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ButtonTest {
    private final Button button = new Button("Push");
    private final Stage stage = Stage.of(button, 200, 100);

    @BeforeEach
    void listen() {
        Stage.run(() -> button.addActionListener(stage::hear));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void isPushedByAClick() {
        stage.click(button, 20, 20);
        assertThat(stage.heard).containsExactly("action Push");
    }

    @Test
    void isPushedByTheSpaceBar() {
        stage.focus(button);
        stage.key(button, KeyEvent.VK_SPACE);
        assertThat(stage.heard).containsExactly("action Push");
    }

    @Test
    void isNotPushedWhereThePointerLeavesIt() {
        stage.press(button, 20, 20);
        stage.drag(button, 500, 500);
        stage.release(button, 500, 500);
        assertThat(stage.heard).isEmpty();
    }

    @Test
    void isNotPushedWhileDisabled() {
        Stage.run(() -> button.setEnabled(false));
        stage.click(button, 20, 20);
        assertThat(stage.heard).isEmpty();
        Stage.run(() -> button.setEnabled(true));
        stage.click(button, 20, 20);
        assertThat(stage.heard).containsExactly("action Push");
    }

    @Test
    void aConsumedPressDoesNotReachIt() {
        Stage.run(() -> button.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                stage.hear("pressed");
                event.consume();
            }
        }));
        stage.click(button, 20, 20);
        assertThat(stage.heard).containsExactly("pressed");
    }

    @Test
    void saysItsCommandAndIsAsLargeAsItsLabel() {
        Dimension small = Stage.get(button::getPreferredSize);
        Stage.run(() -> {
            button.setLabel("A much longer label");
            button.setActionCommand("go");
        });
        assertThat(Stage.get(button::getPreferredSize).width).isGreaterThan(small.width);
        Stage.run(() -> button.setFont(new Font(Font.DIALOG, Font.PLAIN, 40)));
        assertThat(Stage.get(button::getPreferredSize).height).isGreaterThan(40);
        stage.click(button, 20, 20);
        assertThat(stage.heard).containsExactly("action go");
    }
}
