package cc.screen.nativ;

import cc.protocol.message.ClipboardText;
import cc.protocol.message.FromScreen;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Text between this desktop's clipboard and the program's. The owner of a clipboard may be slow to give it, so that has a
 * thread of its own.
 */
final class NativeClipboard {
    private static final Logger LOG = LoggerFactory.getLogger(NativeClipboard.class);
    private static final int MAX_CHARS = 1 << 20;

    private final Consumer<FromScreen> out;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "cc-native-clipboard");
        made.setDaemon(true);
        return made;
    });
    private String known = "";

    NativeClipboard(Consumer<FromScreen> out) {
        this.out = out;
    }

    /** The program copied this. */
    void take(String text) {
        thread.execute(() -> {
            if (!text.equals(known)) {
                known = text;
                try {
                    system().setContents(new StringSelection(text), null);
                } catch (IllegalStateException e) {
                    LOG.debug("The clipboard is busy", e);
                }
            }
        });
    }

    /** Gives the program what was copied elsewhere. */
    void offer() {
        thread.execute(() -> {
            try {
                if (system().isDataFlavorAvailable(DataFlavor.stringFlavor)) {
                    String text = (String) system().getData(DataFlavor.stringFlavor);
                    if (text.length() <= MAX_CHARS && !text.equals(known)) {
                        known = text;
                        out.accept(FromScreen.newBuilder()
                                .setClipboard(ClipboardText.newBuilder().setText(text))
                                .build());
                    }
                }
            } catch (IllegalStateException | UnsupportedFlavorException | IOException e) {
                LOG.debug("The clipboard cannot be read", e);
            }
        });
    }

    void close() {
        thread.shutdownNow();
    }

    private static Clipboard system() {
        return Toolkit.getDefaultToolkit().getSystemClipboard();
    }
}
