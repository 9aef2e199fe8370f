package cc.toolkit.input;

import static cc.toolkit.TestDesk.onEventThread;
import static cc.toolkit.TestDesk.settle;
import static cc.toolkit.TestDesk.until;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.FromScreen;
import cc.protocol.message.Modifier;
import cc.protocol.message.TextInput;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WheelInput;
import cc.toolkit.TestDesk;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "cc.test.desktop", matches = "true")
class InputDesktopTest {
    private static final int KEY_A = 0x04;
    private static final int KEY_C = 0x06;
    private static final int KEY_Y = 0x1c;
    private static final int DIGIT_1 = 0x1e;
    private static final int BRACKET_LEFT = 0x2f;
    private static final int NUMPAD_1 = 0x59;
    private static final int SHIFT_RIGHT = 0xe5;

    private final TestDesk desk = TestDesk.get();
    private final List<KeyEvent> keys = new CopyOnWriteArrayList<>();
    private final List<MouseEvent> mouse = new CopyOnWriteArrayList<>();
    private JFrame frame;
    private final JTextField field = new JTextField();
    private final JPanel panel = new JPanel();

    @BeforeEach
    void showWindow() throws Exception {
        frame = onEventThread(() -> {
            JFrame made = new JFrame("Input");
            field.addKeyListener(new KeyListener() {
                @Override
                public void keyPressed(KeyEvent e) {
                    keys.add(e);
                }

                @Override
                public void keyReleased(KeyEvent e) {
                    keys.add(e);
                }

                @Override
                public void keyTyped(KeyEvent e) {
                    keys.add(e);
                }
            });
            MouseAdapter listener = new MouseAdapter() {
                @Override
                public void mousePressed(MouseEvent e) {
                    mouse.add(e);
                }

                @Override
                public void mouseReleased(MouseEvent e) {
                    mouse.add(e);
                }

                @Override
                public void mouseClicked(MouseEvent e) {
                    mouse.add(e);
                }

                @Override
                public void mouseDragged(MouseEvent e) {
                    mouse.add(e);
                }

                @Override
                public void mouseWheelMoved(MouseWheelEvent e) {
                    mouse.add(e);
                }
            };
            panel.addMouseListener(listener);
            panel.addMouseMotionListener(listener);
            panel.addMouseWheelListener(listener);
            made.add(field, "North");
            made.add(panel);
            made.setBounds(50, 50, 300, 200);
            made.setVisible(true);
            return made;
        });
        until(field::isFocusOwner);
        settle();
    }

    @AfterEach
    void clear() throws Exception {
        desk.clear();
    }

    private KeyEvent pressed() throws Exception {
        settle();
        return keys.stream()
                .filter(e -> e.getID() == KeyEvent.KEY_PRESSED)
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void lettersHaveTheCodeOfTheirText() throws Exception {
        // A German keyboard: Z is where a US one has Y.
        desk.type(KEY_Y, "z", 0);
        KeyEvent event = pressed();
        assertThat(event.getKeyCode()).isEqualTo(KeyEvent.VK_Z);
        assertThat(event.getExtendedKeyCode()).isEqualTo(KeyEvent.VK_Z);
        assertThat(field.getText()).isEqualTo("z");
    }

    @Test
    void lettersOfOtherScriptsHaveTheCodeOfTheirPlace() throws Exception {
        desk.type(KEY_C, "с", 0); // Cyrillic
        KeyEvent event = pressed();
        assertThat(event.getKeyCode()).isEqualTo(KeyEvent.VK_C);
        assertThat(event.getExtendedKeyCode()).isEqualTo(0x1000000 + 'с');
        assertThat(field.getText()).isEqualTo("с");
    }

    @Test
    void shiftedKeysHaveTheCodeOfTheKeyAlone() throws Exception {
        desk.key(SHIFT_RIGHT, "Shift", true, Modifier.MODIFIER_SHIFT_VALUE);
        assertThat(pressed().getKeyLocation()).isEqualTo(KeyEvent.KEY_LOCATION_RIGHT);
        desk.type(DIGIT_1, "!", Modifier.MODIFIER_SHIFT_VALUE);
        KeyEvent event = pressed();
        assertThat(event.getKeyCode()).isEqualTo(KeyEvent.VK_1);
        assertThat(event.isShiftDown()).isTrue();
        assertThat(field.getText()).isEqualTo("!");
    }

    @Test
    void altGrTypesItsCharacter() throws Exception {
        desk.type(0x14, "@", Modifier.MODIFIER_ALT_GRAPH_VALUE | Modifier.MODIFIER_CTRL_VALUE);
        KeyEvent event = pressed();
        assertThat(event.isAltGraphDown()).isTrue();
        assertThat(event.isControlDown()).isFalse();
        assertThat(field.getText()).isEqualTo("@");
    }

    @Test
    void deadKeysAloneTypeNothing() throws Exception {
        desk.type(BRACKET_LEFT, "Dead", 0);
        assertThat(pressed().getKeyChar()).isEqualTo(KeyEvent.CHAR_UNDEFINED);
        assertThat(field.getText()).isEmpty();
    }

    @Test
    void keypadKeysTellTheirLocation() throws Exception {
        desk.type(NUMPAD_1, "1", Modifier.MODIFIER_NUM_LOCK_VALUE);
        KeyEvent event = pressed();
        assertThat(event.getKeyCode()).isEqualTo(KeyEvent.VK_NUMPAD1);
        assertThat(event.getKeyLocation()).isEqualTo(KeyEvent.KEY_LOCATION_NUMPAD);
        assertThat(field.getText()).isEqualTo("1");
        assertThat(Toolkit.getDefaultToolkit().getLockingKeyState(KeyEvent.VK_NUM_LOCK))
                .isTrue();
        desk.type(NUMPAD_1, "End", 0);
        assertThat(pressed().getKeyCode()).isEqualTo(KeyEvent.VK_END);
    }

    @Test
    void controlTypesControlCharactersAndShortcutsWork() throws Exception {
        onEventThread(() -> {
            field.setText("select me");
            return true;
        });
        desk.type(KEY_A, "a", Modifier.MODIFIER_CTRL_VALUE);
        assertThat(pressed().getKeyChar()).isEqualTo('\u0001');
        until(() -> "select me".equals(field.getSelectedText()));
    }

    @Test
    void heldKeysAreReleasedWhenTheKeyboardGoesElsewhere() throws Exception {
        desk.key(SHIFT_RIGHT, "Shift", true, Modifier.MODIFIER_SHIFT_VALUE);
        desk.release();
        settle();
        KeyEvent last = keys.get(keys.size() - 1);
        assertThat(last.getID()).isEqualTo(KeyEvent.KEY_RELEASED);
        assertThat(last.getKeyCode()).isEqualTo(KeyEvent.VK_SHIFT);
    }

    @Test
    void clicksAreCounted() throws Exception {
        desk.click(panel, 20, 20);
        desk.click(panel, 21, 20);
        desk.click(panel, 80, 80);
        settle();
        List<Integer> counts = new ArrayList<>();
        for (MouseEvent event : mouse) {
            if (event.getID() == MouseEvent.MOUSE_CLICKED) {
                counts.add(event.getClickCount());
            }
        }
        assertThat(counts).containsExactly(1, 2, 1);
    }

    @Test
    void aDragGoesToWhereItBeganAndIsNoClick() throws Exception {
        desk.pointer(panel, 20, 20, 1);
        desk.pointer(panel, 60, 60, 1);
        settle();
        desk.pointer(frame, -30, -40, 1);
        desk.pointer(frame, -30, -40, 0);
        settle();
        assertThat(mouse)
                .extracting(MouseEvent::getID)
                .containsExactly(
                        MouseEvent.MOUSE_PRESSED,
                        MouseEvent.MOUSE_DRAGGED,
                        MouseEvent.MOUSE_DRAGGED,
                        MouseEvent.MOUSE_RELEASED);
        assertThat(mouse.get(2).getXOnScreen()).isEqualTo(frame.getX() - 30);
        assertThat(mouse.get(1).getModifiersEx()).isEqualTo(MouseEvent.BUTTON1_DOWN_MASK);
    }

    @Test
    void allButtonsAreKnown() throws Exception {
        for (int button = 1; button <= 5; button++) {
            desk.pointer(panel, 20, 20, 1 << (button - 1));
            desk.pointer(panel, 20, 20, 0);
        }
        settle();
        assertThat(mouse)
                .filteredOn(e -> e.getID() == MouseEvent.MOUSE_PRESSED)
                .extracting(MouseEvent::getButton)
                .containsExactly(1, 2, 3, 4, 5);
        assertThat(mouse).filteredOn(MouseEvent::isPopupTrigger).hasSize(1).allMatch(e -> e.getButton() == 3);
    }

    @Test
    void theWheelIsPreciseAndCountsWholeTurns() throws Exception {
        for (int i = 0; i < 4; i++) {
            desk.send(FromScreen.newBuilder()
                    .setWheel(WheelInput.newBuilder()
                            .setWindow(TestDesk.idOf(frame))
                            .setX(50)
                            .setY(100)
                            .setDeltaY(60))
                    .build());
        }
        settle();
        double precise = 0;
        int whole = 0;
        for (MouseEvent event : mouse) {
            precise += ((MouseWheelEvent) event).getPreciseWheelRotation();
            whole += ((MouseWheelEvent) event).getWheelRotation();
        }
        assertThat(precise).isEqualTo(2.0);
        assertThat(whole).isEqualTo(2);
    }

    private void text(String committed, String composing) {
        desk.send(FromScreen.newBuilder()
                .setText(TextInput.newBuilder()
                        .setCommitted(committed)
                        .setComposing(composing)
                        .setCaret(composing.length()))
                .build());
    }

    @Test
    void compositionsAreShownAndThenCommitted() throws Exception {
        text("", "に");
        text("", "にほ");
        until(() -> "にほ".equals(field.getText()));
        text("日本", "");
        until(() -> "日本".equals(field.getText()));
        text("!", "");
        until(() -> "日本!".equals(field.getText()));
    }

    @Test
    void whatIsWrittenRightAfterAPressGoesToWhatWasPressed() throws Exception {
        JTextField other = onEventThread(() -> {
            JTextField made = new JTextField();
            frame.add(made, "South");
            frame.validate();
            return made;
        });
        settle();
        // All of it is in the queue before the press is handled.
        CountDownLatch arrived = new CountDownLatch(1);
        EventQueue.invokeLater(() -> await(arrived));
        desk.click(other, 5, 5);
        text("", "に");
        text("", "にほ");
        text("日本", "");
        text("!", "");
        desk.type(KEY_A, "a", 0);
        arrived.countDown();
        until(other::isFocusOwner);
        settle();
        assertThat(other.getText()).isEqualTo("日本!a");
        assertThat(field.getText()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noTwoEventsHaveTheSameTime() throws Exception {
        desk.click(panel, 20, 20);
        desk.type(KEY_A, "a", 0);
        desk.type(KEY_C, "c", 0);
        settle();
        List<Long> times = new ArrayList<>();
        mouse.forEach(event -> times.add(event.getWhen()));
        keys.forEach(event -> times.add(event.getWhen()));
        assertThat(times).hasSize(9).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theTextCaretIsReported() throws Exception {
        desk.type(KEY_A, "a", 0);
        until(() -> desk.last(ToScreen.MessageCase.CARET).getCaret().getEditable());
        assertThat(desk.last(ToScreen.MessageCase.CARET).getCaret().getWindow()).isEqualTo(TestDesk.idOf(frame));
        onEventThread(() -> {
            field.setEditable(false);
            return true;
        });
        desk.type(KEY_A, "a", 0);
        until(() -> !desk.last(ToScreen.MessageCase.CARET).getCaret().getEditable());
    }

    @Test
    void menusCloseWhenAButtonIsPressedElsewhere() throws Exception {
        JPopupMenu menu = onEventThread(() -> {
            JPopupMenu made = new JPopupMenu();
            made.add(new JMenuItem("item"));
            made.show(panel, 10, 10);
            return made;
        });
        settle();
        assertThat(menu.isVisible()).isTrue();
        desk.request(frame, cc.protocol.message.WindowRequest.newBuilder().setRaise(true));
        until(() -> !menu.isVisible());
    }

    @Test
    void nonsenseDoesNotStopInput() throws Exception {
        desk.key(-5, "", true, -1);
        desk.key(Integer.MAX_VALUE, "NoSuchKey", true, Integer.MIN_VALUE);
        desk.send(FromScreen.getDefaultInstance());
        desk.send(FromScreen.newBuilder()
                .setWheel(WheelInput.newBuilder()
                        .setWindow(TestDesk.idOf(frame))
                        .setX(Integer.MAX_VALUE)
                        .setDeltaY(Integer.MIN_VALUE)
                        .setDeltaX(Integer.MAX_VALUE))
                .build());
        desk.pointer(panel, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
        desk.release();
        text("", "\ud800");
        text("", "");
        desk.type(KEY_A, "a", 0);
        until(() -> field.getText().endsWith("a"));
    }
}
