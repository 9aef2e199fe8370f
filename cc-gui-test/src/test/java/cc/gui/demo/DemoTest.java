package cc.gui.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;
import static org.awaitility.Awaitility.await;

import cc.demo.Demo;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.time.Duration;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.data.Index;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.finder.JOptionPaneFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person does with the demo program's pages, by AWT's own robot. */
class DemoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();

    @AfterEach
    void close() {
        robot.cleanUp();
    }

    private FrameFixture open(String page) {
        Demo.main(new String[] {"--tab", page, "--laf", "metal"});
        return WindowFinder.findFrame("main").withTimeout(PATIENCE.toMillis()).using(robot);
    }

    private DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name).withTimeout(PATIENCE.toMillis()).using(robot);
    }

    private void press(int modifier, int key) {
        robot.pressKey(modifier);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(modifier);
        robot.waitForIdle();
    }

    @Test
    void theEditorUndoesWordByWordAndFinds() {
        FrameFixture frame = open("editor");
        JTextComponentFixture text = frame.textBox("editor.text");
        String before = text.text();
        text.focus();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_HOME);
        text.enterText("Dear Ada, ");
        assertThat(text.text()).startsWith("Dear Ada, The lighthouse");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        assertThat(text.text()).startsWith("Dear The lighthouse");
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
        text.requireText(before);
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_F);
        DialogFixture find = dialog("find");
        find.textBox("find.needle").setText("barometer");
        find.button("find.next").click();
        find.label("find.result").requireText("Found 2 times");
        assertThat(execute(() -> text.target().getSelectedText())).isEqualTo("barometer");
    }

    @Test
    void theTableFiltersAndTakesEdits() {
        FrameFixture frame = open("table");
        frame.textBox("table.filter").enterText("quito");
        frame.table("table.orders").requireCellValue(TableCell.row(0).column(2), "Quito");
        TableCell customer = TableCell.row(0).column(1);
        frame.table("table.orders").enterValue(customer, "Ada L.");
        frame.table("table.orders").requireCellValue(customer, "Ada L.");
    }

    @Test
    void theTreeIsWalkedAndCut() {
        FrameFixture frame = open("tree");
        frame.tree("tree.places").selectPath("World/Europe/Portugal");
        frame.label("tree.name").requireText("Portugal");
        frame.tree("tree.places")
                .showPopupMenuAt("World/Europe/Portugal")
                .menuItem("tree.remove")
                .click();
        frame.label("tree.name").requireText("Europe");
        frame.label("tree.children").requireText("2 places below it");
    }

    @Test
    void dialogsBlockAndAnswer() {
        FrameFixture frame = open("dialogs");
        frame.button("dialogs.input").click();
        var input = JOptionPaneFinder.findOptionPane()
                .withTimeout(PATIENCE.toMillis())
                .using(robot);
        input.textBox().deleteText().enterText("Fram");
        input.okButton().click();
        frame.label("dialogs.answer").requireText("The ship is called Fram");
        frame.button("dialogs.modal").click();
        DialogFixture order = dialog("order");
        order.comboBox("order.product").selectItem("Sextant");
        order.checkBox("order.express").check();
        order.button("order.ok").click();
        frame.label("dialogs.answer").requireText("Ordered 1 x Sextant, 20 €");
    }

    @Test
    void theFormIsFilled() {
        FrameFixture frame = open("form");
        frame.textBox("form.name").enterText("Grace");
        frame.comboBox("form.cabin").selectItem("Cabin");
        frame.slider("form.nights").slideTo(14);
        frame.radioButton("form.gold").check();
        frame.button("form.book").click();
        frame.label("form.summary").requireText("Grace: Cabin from Bergen, 14 nights, 2 guests");
    }

    @Test
    void menusAndMnemonicsLeadToPages() {
        FrameFixture frame = open("clock");
        frame.menuItem("menu.page.table").click();
        frame.tabbedPane("tabs").requireSelectedTab(Index.atIndex(2));
        press(KeyEvent.VK_ALT, KeyEvent.VK_4);
        frame.tabbedPane("tabs").requireSelectedTab(Index.atIndex(3));
        frame.menuItem("menu.look.Nimbus").click();
        frame.label("status.message").requireText("Nimbus it is");
    }

    @Test
    void theCanvasIsDrawnOnWithThePointer() {
        FrameFixture frame = open("canvas");
        frame.toggleButton("canvas.box").click();
        Component canvas = robot.finder().findByName("canvas.canvas");
        drag(canvas, new Point(100, 100), canvas, new Point(220, 180));
        String shapes = frame.label("status.position").text();
        assertThat(shapes).endsWith(" shapes");
        frame.button("canvas.undo").click();
        assertThat(frame.label("status.position").text()).isNotEqualTo(shapes).endsWith(" shapes");
    }

    @Test
    void aLineIsDraggedFromListToList() {
        FrameFixture frame = open("drag");
        frame.list("drag.left").drag("Beagle");
        frame.list("drag.right").drop("Vasa");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(frame.list("drag.right").contents()).contains("Beagle");
            assertThat(frame.list("drag.left").contents()).doesNotContain("Beagle");
        });
    }

    @Test
    void theAnimationRunsWhileItIsSwitchedOn() {
        FrameFixture frame = open("animation");
        frame.label("animation.rate").requireText("stopped");
        frame.toggleButton("animation.run").click();
        await().atMost(PATIENCE)
                .until(() -> frame.label("animation.rate").text().endsWith("frames per second"));
        frame.toggleButton("animation.run").click();
        frame.label("animation.rate").requireText("stopped");
    }

    @Test
    void theClockOpensInAWindowOfItsOwn() {
        FrameFixture frame = open("clock");
        frame.button("clock.detach").click();
        FrameFixture clock = WindowFinder.findFrame("clockWindow")
                .withTimeout(PATIENCE.toMillis())
                .using(robot);
        String time = clock.label("clockWindow.digits").text();
        await().atMost(PATIENCE)
                .until(() -> !clock.label("clockWindow.digits").text().equals(time));
    }

    private void drag(Component from, Point start, Component to, Point end) {
        robot.pressMouse(from, start, MouseButton.LEFT_BUTTON);
        robot.moveMouse(to, new Point((start.x + end.x) / 2, (start.y + end.y) / 2));
        robot.moveMouse(to, end);
        robot.releaseMouse(MouseButton.LEFT_BUTTON);
        robot.waitForIdle();
    }
}
