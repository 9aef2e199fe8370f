package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Canvas;
import java.awt.CheckboxMenuItem;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.MenuShortcut;
import java.awt.PopupMenu;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MenuTest {
    private final Canvas canvas = new Canvas();
    private final Stage stage = Stage.of(canvas, 400, 300);

    @AfterEach
    void close() {
        stage.close();
    }

    private MenuItem item(String label) {
        MenuItem item = new MenuItem(label);
        item.addActionListener(stage::hear);
        return item;
    }

    private MenuBar bar() {
        Menu file = new Menu("File");
        file.add(item("Open"));
        file.addSeparator();
        MenuItem disabled = item("Disabled");
        disabled.setEnabled(false);
        file.add(disabled);
        CheckboxMenuItem box = new CheckboxMenuItem("Box");
        box.addItemListener(event -> stage.hear("box " + box.getState()));
        file.add(box);
        Menu more = new Menu("More");
        more.add(item("Deep"));
        file.add(more);
        Menu edit = new Menu("Edit");
        edit.add(item("Cut"));
        MenuBar bar = new MenuBar();
        bar.add(file);
        bar.add(edit);
        return bar;
    }

    private void set(MenuBar bar) {
        Stage.run(() -> {
            stage.frame.setMenuBar(bar);
            stage.frame.validate();
        });
        Stage.settle();
        stage.focus(canvas);
    }

    private static boolean isOpen() {
        return Arrays.stream(Window.getWindows())
                .anyMatch(window -> window.isShowing() && window.getType() == Window.Type.POPUP);
    }

    private void open(int x) {
        stage.press(stage.frame, x, 6);
        stage.release(stage.frame, x, 6);
        Stage.until(MenuTest::isOpen);
    }

    private void keys(int... codes) {
        for (int code : codes) {
            stage.key(canvas, code);
        }
    }

    @Test
    void theBarTakesRoomAndGivesItBack() {
        assertThat(stage.frame.getInsets().top).isZero();
        set(bar());
        int height = stage.frame.getInsets().top;
        assertThat(height).isPositive();
        assertThat(canvas.getY()).isEqualTo(height);
        Stage.run(() -> {
            stage.frame.setMenuBar(null);
            stage.frame.validate();
        });
        assertThat(canvas.getY()).isZero();
    }

    @Test
    void anItemIsChosenFromAMenu() {
        set(bar());
        open(10);
        keys(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        Stage.until(() -> !isOpen());
        assertThat(stage.heard).containsExactly("action Open");
    }

    @Test
    void disabledItemsAndSeparatorsArePassedOver() {
        set(bar());
        open(10);
        keys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        assertThat(stage.heard).containsExactly("box true");
    }

    @Test
    void subMenusOpenToTheRightAndNeighboursBeyond() {
        set(bar());
        open(10);
        keys(KeyEvent.VK_UP, KeyEvent.VK_RIGHT, KeyEvent.VK_ENTER);
        assertThat(stage.heard).containsExactly("action Deep");
        open(10);
        keys(KeyEvent.VK_RIGHT, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        assertThat(stage.heard).containsExactly("action Deep", "action Cut");
    }

    @Test
    void escapeClosesWithoutAnAction() {
        set(bar());
        open(10);
        keys(KeyEvent.VK_DOWN, KeyEvent.VK_ESCAPE);
        Stage.until(() -> !isOpen());
        assertThat(stage.heard).isEmpty();
    }

    @Test
    void shortcutsWorkWithoutOpeningTheMenu() {
        MenuBar bar = bar();
        MenuItem save = item("Save");
        save.setShortcut(new MenuShortcut(KeyEvent.VK_S));
        bar.getMenu(0).add(save);
        set(bar);
        stage.key(canvas, KeyEvent.VK_S, InputEvent.CTRL_DOWN_MASK);
        assertThat(stage.heard).containsExactly("action Save");
    }

    @Test
    void menusAndItemsComeAndGoWhileTheBarIsShown() {
        MenuBar bar = bar();
        set(bar);
        Stage.run(() -> {
            Menu file = bar.getMenu(0);
            file.remove(0);
            file.insert(item("First"), 0);
            Menu late = new Menu("Late");
            late.add(item("Later"));
            bar.add(late);
            bar.remove(1);
        });
        Stage.settle();
        open(10);
        keys(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        open(10);
        keys(KeyEvent.VK_RIGHT, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        assertThat(stage.heard).containsExactly("action First", "action Later");
    }

    @Test
    void aFrameWithAMenuBarIsDisposedOfQuietly() {
        set(bar());
        Stage.run(stage.frame::dispose);
        Stage.run(() -> stage.frame.setVisible(true));
        Stage.settle();
        assertThat(stage.frame.getInsets().top).isPositive();
    }

    @Test
    void aPopupMenuOpensInAComponent() {
        PopupMenu popup = new PopupMenu();
        popup.add(item("Red"));
        popup.add(item("Blue"));
        stage.focus(canvas);
        Stage.run(() -> {
            canvas.add(popup);
            popup.show(canvas, 30, 40);
        });
        Stage.until(MenuTest::isOpen);
        keys(KeyEvent.VK_UP, KeyEvent.VK_ENTER);
        Stage.until(() -> !isOpen());
        assertThat(stage.heard).containsExactly("action Blue");
    }
}
