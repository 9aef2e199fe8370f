package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Choice;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private final Choice choice = new Choice();
    private final Panel panel = new Panel(new FlowLayout());
    private final Stage stage = Stage.of(panel, 300, 200);

    @BeforeEach
    void fill() {
        Stage.run(() -> {
            for (String port : new String[] {"Bergen", "Dublin", "Lisbon", "Porto"}) {
                choice.add(port);
            }
            choice.addItemListener(event -> stage.hear(String.valueOf(event.getItem())));
            panel.add(choice);
            stage.frame.validate();
        });
        Stage.settle();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static boolean isOpen() {
        return Arrays.stream(Window.getWindows())
                .anyMatch(window -> window.isShowing() && window.getType() == Window.Type.POPUP);
    }

    @Test
    void anItemIsPickedFromTheListThatDropsDown() {
        stage.click(choice, 5, 5);
        Stage.until(ChoiceTest::isOpen);
        stage.key(choice, KeyEvent.VK_DOWN);
        stage.key(choice, KeyEvent.VK_DOWN);
        stage.key(choice, KeyEvent.VK_ENTER);
        Stage.until(() -> !isOpen());
        assertThat(choice.getSelectedItem()).isEqualTo("Lisbon");
        assertThat(stage.heard).containsExactly("Lisbon");
    }

    @Test
    void escapeLeavesTheSelectionAlone() {
        stage.click(choice, 5, 5);
        Stage.until(ChoiceTest::isOpen);
        stage.key(choice, KeyEvent.VK_DOWN);
        stage.key(choice, KeyEvent.VK_ESCAPE);
        Stage.until(() -> !isOpen());
        assertThat(choice.getSelectedItem()).isEqualTo("Bergen");
        assertThat(stage.heard).isEmpty();
    }

    @Test
    void aSecondClickClosesTheList() {
        stage.click(choice, 5, 5);
        Stage.until(ChoiceTest::isOpen);
        stage.click(choice, 5, 5);
        Stage.until(() -> !isOpen());
    }

    @Test
    void arrowKeysChangeTheSelectionWithoutTheList() {
        stage.focus(choice);
        stage.key(choice, KeyEvent.VK_DOWN);
        stage.key(choice, KeyEvent.VK_END);
        stage.key(choice, KeyEvent.VK_END);
        assertThat(stage.heard).containsExactly("Dublin", "Porto");
    }

    @Test
    void itemsComeAndGoWhileItIsShown() {
        int width = Stage.get(choice::getPreferredSize).width;
        Stage.run(() -> {
            choice.insert("A port with a very long name", 0);
            choice.remove("Bergen");
        });
        assertThat(Stage.get(choice::getPreferredSize).width).isGreaterThan(width);
        Stage.run(choice::removeAll);
        stage.click(choice, 5, 5);
        assertThat(Stage.get(ChoiceTest::isOpen)).isFalse();
        assertThat(stage.heard).isEmpty();
    }
}
