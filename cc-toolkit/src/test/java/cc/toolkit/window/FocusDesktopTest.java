package cc.toolkit.window;

import static cc.toolkit.TestDesk.onEventThread;
import static cc.toolkit.TestDesk.settle;
import static cc.toolkit.TestDesk.until;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.WindowRequest;
import cc.toolkit.TestDesk;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "cc.test.desktop", matches = "true")
class FocusDesktopTest {
    private static final int TAB = 0x2b;

    private final TestDesk desk = TestDesk.get();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void clear() throws Exception {
        desk.clear();
    }

    private JFrame show(String name, int x) throws Exception {
        JFrame frame = onEventThread(() -> {
            JFrame made = new JFrame(name);
            JPanel panel = new JPanel();
            panel.add(new JTextField(name + "1", 10));
            panel.add(new JTextField(name + "2", 10));
            made.add(panel);
            java.awt.event.WindowAdapter listener = new java.awt.event.WindowAdapter() {
                @Override
                public void windowActivated(WindowEvent e) {
                    events.add(name + " activated");
                }

                @Override
                public void windowDeactivated(WindowEvent e) {
                    events.add(name + " deactivated");
                }

                @Override
                public void windowGainedFocus(WindowEvent e) {
                    events.add(name + " gained");
                }

                @Override
                public void windowLostFocus(WindowEvent e) {
                    events.add(name + " lost");
                }
            };
            made.addWindowListener(listener);
            made.addWindowFocusListener(listener);
            made.setBounds(x, 0, 200, 150);
            made.setVisible(true);
            return made;
        });
        until(frame::isFocused);
        settle();
        return frame;
    }

    private static String focusedText() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner() instanceof JTextField field
                ? field.getText()
                : "";
    }

    @Test
    void theFocusMovesBetweenWindowsInAwtsOrder() throws Exception {
        JFrame a = show("a", 0);
        JFrame b = show("b", 300);
        assertThat(events)
                .containsExactly("a activated", "a gained", "a lost", "a deactivated", "b activated", "b gained");
        assertThat(focusedText()).isEqualTo("b1");
        desk.request(a, WindowRequest.newBuilder().setFocus(true));
        until(a::isFocused);
        settle();
        assertThat(focusedText()).isEqualTo("a1");
        onEventThread(() -> {
            a.dispose();
            return true;
        });
        until(b::isFocused);
    }

    @Test
    void tabAndClicksMoveTheFocusWithinAWindow() throws Exception {
        JFrame frame = show("a", 0);
        desk.type(TAB, "Tab", 0);
        until(() -> focusedText().equals("a2"));
        var first = ((JPanel) frame.getContentPane().getComponent(0)).getComponent(0);
        desk.click(first, 5, 5);
        until(() -> focusedText().equals("a1"));
    }

    @Test
    void aClickFocusesTheWindow() throws Exception {
        JFrame a = show("a", 0);
        show("b", 300);
        desk.click(a, 100, 100);
        until(a::isFocused);
    }

    @Test
    void windowsThatMustNotBeFocusedLeaveTheFocusAlone() throws Exception {
        JFrame frame = show("a", 0);
        Window popup = onEventThread(() -> {
            JWindow made = new JWindow(frame);
            made.setFocusableWindowState(false);
            made.setBounds(0, 200, 50, 50);
            made.setVisible(true);
            return made;
        });
        settle();
        desk.click(popup, 10, 10);
        settle();
        assertThat(frame.isFocused()).isTrue();
        assertThat(desk.state(popup).getFocusable()).isFalse();
    }
}
