package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Checkbox;
import java.awt.CheckboxGroup;
import java.awt.GridLayout;
import java.awt.Panel;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckboxTest {
    private final Panel panel = new Panel(new GridLayout(0, 1));
    private final Stage stage = Stage.of(panel, 200, 150);

    @AfterEach
    void close() {
        stage.close();
    }

    private Checkbox add(Checkbox box) {
        Stage.run(() -> {
            box.addItemListener(event ->
                    stage.hear(event.getItem() + (event.getStateChange() == ItemEvent.SELECTED ? " on" : " off")));
            panel.add(box);
            stage.frame.validate();
        });
        Stage.settle();
        return box;
    }

    @Test
    void turnsOverByClickAndSpaceBar() {
        Checkbox box = add(new Checkbox("Check"));
        stage.click(box, 8, box.getHeight() / 2);
        assertThat(box.getState()).isTrue();
        stage.focus(box);
        stage.key(box, KeyEvent.VK_SPACE);
        assertThat(box.getState()).isFalse();
        assertThat(stage.heard).containsExactly("Check on", "Check off");
    }

    @Test
    void theProgramsOwnChangesAreNoEvents() {
        Checkbox box = add(new Checkbox("Check"));
        Stage.run(() -> box.setState(true));
        Stage.settle();
        assertThat(stage.heard).isEmpty();
        stage.click(box, 8, box.getHeight() / 2);
        assertThat(stage.heard).containsExactly("Check off");
    }

    @Test
    void ofAGroupOneIsSelected() {
        CheckboxGroup group = new CheckboxGroup();
        Checkbox north = add(new Checkbox("North", group, true));
        Checkbox south = add(new Checkbox("South", group, false));
        stage.click(south, 8, south.getHeight() / 2);
        assertThat(north.getState()).isFalse();
        assertThat(group.getSelectedCheckbox()).isSameAs(south);
        stage.click(south, 8, south.getHeight() / 2);
        assertThat(south.getState()).isTrue();
        assertThat(stage.heard).containsExactly("South on");
    }
}
