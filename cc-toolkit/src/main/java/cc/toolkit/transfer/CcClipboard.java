package cc.toolkit.transfer;

import cc.protocol.message.ClipboardText;
import cc.protocol.message.ToScreen;
import cc.toolkit.widget.Guard;
import cc.toolkit.window.Output;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.ClipboardOwner;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The system clipboard: whatever the program puts in stays as it is for the program itself; text goes to viewers, and
 * their text comes in.
 */
public final class CcClipboard extends Clipboard {
    /** Longer text stays in the program, in UTF-16 units. */
    private static final int MAX_LENGTH = 4 << 20;

    private static final String KIND = "clipboard";

    private final Output output;

    /** A clipboard whose text goes out here. */
    public CcClipboard(Output output) {
        super("System");
        this.output = output;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the program is asked for its text without the lock
    public void setContents(Transferable contents, @Nullable ClipboardOwner owner) {
        super.setContents(contents, owner);
        Guard.run("offering the clipboard's text", () -> offer(contents));
    }

    private void offer(@Nullable Transferable contents) {
        if (contents == null || !contents.isDataFlavorSupported(DataFlavor.stringFlavor)) {
            return;
        }
        try {
            if (contents.getTransferData(DataFlavor.stringFlavor) instanceof String text
                    && text.length() <= MAX_LENGTH) {
                output.hold(
                        KIND,
                        ToScreen.newBuilder()
                                .setClipboard(ClipboardText.newBuilder().setText(text))
                                .build());
            }
        } catch (UnsupportedFlavorException | IOException changedItsMind) {
            // The program has the text no more; nothing is offered.
        }
    }

    /** A viewer's clipboard has this text now. */
    public void receive(ClipboardText text) {
        // It came from there: those who connect later have a clipboard of their own.
        output.release(KIND);
        super.setContents(new StringSelection(text.getText()), null);
    }
}
