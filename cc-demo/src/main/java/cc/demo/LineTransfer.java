package cc.demo;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.TransferHandler;

/** Moves or copies the selected lines of a list as text, and takes text as lines. */
final class LineTransfer extends TransferHandler {
    private final DefaultListModel<String> model;
    private final StatusBar status;
    private int[] dragged = {};
    private int insertedAt;
    private int inserted;

    LineTransfer(DefaultListModel<String> model, StatusBar status) {
        this.model = model;
        this.status = status;
    }

    @Override
    public int getSourceActions(JComponent list) {
        return COPY_OR_MOVE;
    }

    @Override
    protected Transferable createTransferable(JComponent list) {
        JList<?> source = (JList<?>) list;
        dragged = source.getSelectedIndices();
        inserted = 0;
        StringBuilder lines = new StringBuilder();
        for (int index : dragged) {
            lines.append(lines.isEmpty() ? "" : "\n").append(model.get(index));
        }
        return new StringSelection(lines.toString());
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.stringFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        List<String> lines;
        try {
            lines = ((String) support.getTransferable().getTransferData(DataFlavor.stringFlavor))
                    .lines()
                    .toList();
        } catch (UnsupportedFlavorException | IOException e) {
            status.say("Cannot take this: " + e.getMessage());
            return false;
        }
        int at = model.size();
        if (support.isDrop() && support.getDropLocation() instanceof JList.DropLocation drop) {
            at = drop.getIndex();
        }
        insertedAt = at;
        inserted = lines.size();
        for (String line : lines) {
            model.add(at++, line);
        }
        status.say(lines.size() == 1 ? "Dropped " + lines.get(0) : "Dropped " + lines.size() + " lines");
        return true;
    }

    /** Removes what was moved; lines that were dropped above it in the same list have shifted it. */
    @Override
    protected void exportDone(JComponent list, Transferable data, int action) {
        if (action == MOVE) {
            for (int i = dragged.length - 1; i >= 0; i--) {
                boolean shifted = inserted > 0 && dragged[i] >= insertedAt;
                model.remove(dragged[i] + (shifted ? inserted : 0));
            }
        }
        dragged = new int[0];
        inserted = 0;
    }
}
