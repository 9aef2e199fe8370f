package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.TextField;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextFieldTest {
    private final TextField field = new TextField("one two");
    private final Stage stage = Stage.of(field, 300, 60);

    @BeforeEach
    void listen() {
        Stage.run(() -> {
            field.addTextListener(event -> stage.hear("text " + field.getText()));
            field.addActionListener(stage::hear);
        });
        stage.focus(field);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void takesWhatIsTyped() {
        stage.key(field, KeyEvent.VK_END);
        stage.type(field, " A!");
        assertThat(field.getText()).isEqualTo("one two A!");
        assertThat(stage.heard).containsExactly("text one two ", "text one two A", "text one two A!");
    }

    @Test
    void editsWithTheUsualKeys() {
        stage.key(field, KeyEvent.VK_END);
        stage.send('\b', KeyEvent.VK_BACK_SPACE, field);
        assertThat(field.getText()).isEqualTo("one tw");
        stage.key(field, KeyEvent.VK_LEFT, InputEvent.CTRL_DOWN_MASK);
        assertThat(field.getCaretPosition()).isEqualTo(4);
        stage.key(field, KeyEvent.VK_END, InputEvent.SHIFT_DOWN_MASK);
        assertThat(field.getSelectedText()).isEqualTo("tw");
        stage.type(field, "2");
        assertThat(field.getText()).isEqualTo("one 2");
    }

    @Test
    void enterIsAnActionWithTheText() {
        stage.key(field, KeyEvent.VK_ENTER);
        assertThat(stage.heard).containsExactly("action one two");
    }

    @Test
    void theProgramSetsTextAndSelection() {
        Stage.run(() -> {
            field.setText("changed");
            field.select(1, 4);
        });
        Stage.settle();
        assertThat(field.getSelectedText()).isEqualTo("han");
        assertThat(stage.heard).containsExactly("text changed");
    }

    @Test
    void theEchoCharacterHidesTheTextFromThePersonOnly() {
        Stage.run(() -> field.setEchoChar('*'));
        stage.key(field, KeyEvent.VK_END);
        stage.type(field, "3");
        assertThat(field.getText()).isEqualTo("one two3");
        Stage.run(() -> field.setEchoChar((char) 0));
        assertThat(field.getText()).isEqualTo("one two3");
    }

    @Test
    void whatIsNotEditableKeepsItsText() {
        Stage.run(() -> field.setEditable(false));
        stage.type(field, "x");
        assertThat(field.getText()).isEqualTo("one two");
    }

    @Test
    void listenersMayConsumeOrChangeCharacters() {
        Stage.run(() -> field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyTyped(KeyEvent event) {
                if (event.getKeyChar() == 'x') {
                    event.consume();
                } else if (event.getKeyChar() == 'a') {
                    event.setKeyChar('b');
                }
            }
        }));
        stage.key(field, KeyEvent.VK_END);
        stage.type(field, "xac");
        assertThat(field.getText()).isEqualTo("one twobc");
    }

    @Test
    void isAsWideAsItsColumns() {
        int ten = Stage.get(() -> field.getPreferredSize(10).width);
        int twenty = Stage.get(() -> field.getPreferredSize(20).width);
        assertThat(twenty).isGreaterThan(ten + 10 * 5);
    }
}
