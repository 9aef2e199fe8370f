package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.List;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;

class ListTest {
    private static List list(boolean multiple) {
        List list = new List(5, multiple);
        for (int i = 0; i < 20; i++) {
            list.add("Item " + i);
        }
        return list;
    }

    private static Stage stage(List list) {
        Stage stage = Stage.of(list, 200, 150);
        Stage.run(() -> {
            list.addItemListener(event ->
                    stage.hear(event.getItem() + (event.getStateChange() == ItemEvent.SELECTED ? " on" : " off")));
            list.addActionListener(stage::hear);
        });
        return stage;
    }

    /** A height within a line; lines are as high as the list says of itself. */
    private static int lineY(List list, int line) {
        int height = Stage.get(() -> list.getPreferredSize(2).height - list.getPreferredSize(1).height);
        return 1 + line * height + height / 2;
    }

    @Test
    void whatWasSelectedBeforeItWasShownStaysSelectedWithoutAnEvent() {
        List list = list(false);
        list.select(3);
        try (Stage stage = stage(list)) {
            assertThat(list.getSelectedIndex()).isEqualTo(3);
            assertThat(list.getSelectedItem()).isEqualTo("Item 3");
            assertThat(stage.heard).isEmpty();
        }
    }

    @Test
    void aClickSelectsOneItemAndTellsOnce() {
        List list = list(false);
        try (Stage stage = stage(list)) {
            stage.click(list, 20, lineY(list, 2));
            stage.click(list, 20, lineY(list, 2));
            stage.click(list, 20, lineY(list, 4));
            assertThat(list.getSelectedIndexes()).containsExactly(4);
            assertThat(stage.heard).containsExactly("2 on", "4 on");
        }
    }

    @Test
    void withSeveralAClickTurnsAnItemOver() {
        List list = list(true);
        try (Stage stage = stage(list)) {
            stage.click(list, 20, lineY(list, 1));
            stage.click(list, 20, lineY(list, 3));
            assertThat(list.getSelectedIndexes()).containsExactly(1, 3);
            stage.click(list, 20, lineY(list, 1));
            assertThat(list.getSelectedIndexes()).containsExactly(3);
            assertThat(stage.heard).containsExactly("1 on", "3 on", "1 off");
        }
    }

    @Test
    void aDoubleClickAndEnterAreActions() {
        List list = list(false);
        try (Stage stage = stage(list)) {
            stage.doubleClick(list, 20, lineY(list, 1));
            stage.focus(list);
            stage.key(list, KeyEvent.VK_ENTER);
            assertThat(stage.heard).containsExactly("1 on", "action Item 1", "action Item 1");
        }
    }

    @Test
    void arrowKeysSelectAndScroll() {
        List list = list(false);
        try (Stage stage = stage(list)) {
            stage.focus(list);
            stage.key(list, KeyEvent.VK_DOWN);
            stage.key(list, KeyEvent.VK_DOWN);
            stage.key(list, KeyEvent.VK_END);
            assertThat(list.getSelectedIndex()).isEqualTo(19);
            assertThat(stage.heard).containsExactly("0 on", "1 on", "19 on");
            stage.click(list, 20, 10);
            assertThat(list.getSelectedIndex()).isBetween(10, 18);
        }
    }

    @Test
    void theWheelScrolls() {
        List list = list(false);
        try (Stage stage = stage(list)) {
            stage.wheel(list, 20, 20, 3);
            stage.click(list, 20, 10);
            assertThat(list.getSelectedIndex()).isGreaterThan(3);
        }
    }

    @Test
    void selectionFollowsItemsThatComeAndGo() {
        List list = list(true);
        try (Stage stage = stage(list)) {
            Stage.run(() -> {
                list.select(2);
                list.select(5);
                list.add("New", 0);
                list.remove(4);
            });
            assertThat(list.getSelectedItems()).containsExactly("Item 2", "Item 5");
            Stage.run(list::removeAll);
            assertThat(list.getSelectedIndexes()).isEmpty();
            assertThat(stage.heard).isEmpty();
        }
    }

    @Test
    void turningToASingleSelectionKeepsOneAtMost() {
        List list = list(true);
        try (Stage stage = stage(list)) {
            Stage.run(() -> {
                list.select(2);
                list.select(5);
                list.setMultipleMode(false);
            });
            assertThat(list.getSelectedIndexes()).containsExactly(5);
            assertThat(stage.heard).isEmpty();
        }
    }
}
