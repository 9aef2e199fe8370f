package cc.toolkit.transfer;

import static cc.toolkit.TestDesk.onEventThread;
import static cc.toolkit.TestDesk.settle;
import static cc.toolkit.TestDesk.until;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.ClipboardText;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import cc.toolkit.TestDesk;
import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.net.URI;
import javax.swing.JFrame;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "cc.test.desktop", matches = "true")
class TransferDesktopTest {
    private final TestDesk desk = TestDesk.get();

    @AfterEach
    void clear() throws Exception {
        desk.clear();
    }

    @Test
    void textOfTheClipboardGoesBothWays() throws Exception {
        Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
        clipboard.setContents(new StringSelection("from the program"), null);
        until(() -> desk.last(ToScreen.MessageCase.CLIPBOARD)
                .getClipboard()
                .getText()
                .equals("from the program"));
        desk.send(FromScreen.newBuilder()
                .setClipboard(ClipboardText.newBuilder().setText("from a viewer"))
                .build());
        until(() -> "from a viewer".equals(clipboard.getData(DataFlavor.stringFlavor)));
    }

    @Test
    void linksAreOpenedAtTheViewer() throws Exception {
        Desktop.getDesktop().browse(new URI("https://example.org/"));
        until(() ->
                desk.last(ToScreen.MessageCase.OPEN_LINK).getOpenLink().getUri().equals("https://example.org/"));
    }

    private JTextField show(int x, String text) throws Exception {
        return onEventThread(() -> {
            JFrame frame = new JFrame();
            JTextField field = new JTextField(text);
            field.setDragEnabled(true);
            frame.add(field);
            frame.setBounds(x, 0, 200, 60);
            frame.setVisible(true);
            return field;
        });
    }

    @Test
    void selectedTextIsDraggedFromOneWindowToAnother() throws Exception {
        JTextField from = show(0, "dragged");
        JTextField to = show(300, "");
        settle();
        onEventThread(() -> {
            from.selectAll();
            return true;
        });
        desk.pointer(from, 10, 20, 1);
        for (int x = 12; x < 40; x += 4) {
            desk.pointer(from, x, 20, 1);
            settle();
        }
        for (int x = 5; x < 30; x += 5) {
            desk.pointer(to, x, 20, 1);
            settle();
        }
        desk.pointer(to, 30, 20, 0);
        until(() -> to.getText().equals("dragged"));
        settle();
        assertThat(from.getText()).isEmpty();
    }

    @Test
    void aDragThatIsCancelledChangesNothing() throws Exception {
        JTextField from = show(0, "stays");
        JTextField to = show(300, "");
        settle();
        onEventThread(() -> {
            from.selectAll();
            return true;
        });
        desk.pointer(from, 10, 20, 1);
        for (int x = 12; x < 40; x += 4) {
            desk.pointer(from, x, 20, 1);
            settle();
        }
        desk.pointer(to, 10, 20, 1);
        settle();
        desk.type(0x29, "Escape", 0);
        desk.pointer(to, 10, 20, 0);
        settle();
        assertThat(from.getText()).isEqualTo("stays");
        assertThat(to.getText()).isEmpty();
        // The next drag is not kept from starting.
        selectedTextIsDraggedFromOneWindowToAnother();
    }
}
