package cc.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import javax.swing.event.DocumentEvent;
import javax.swing.event.UndoableEditEvent;
import javax.swing.event.UndoableEditListener;
import javax.swing.text.BadLocationException;
import javax.swing.undo.CompoundEdit;
import javax.swing.undo.UndoableEdit;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo in steps that a writer thinks in. Characters typed one after the other are one step until a word
 * begins, the caret jumps, the writer pauses, or typing turns into deleting; anything longer is a step of its own.
 */
final class UndoHistory implements UndoableEditListener {
    static final int MAX_STEPS = 500;
    static final long PAUSE_MS = 1_500;

    private final LongSupplier clockMs;
    private final Runnable onChange;
    private final Deque<CompoundEdit> done = new ArrayDeque<>();
    private final Deque<CompoundEdit> undone = new ArrayDeque<>();
    private @Nullable DocumentEvent last;
    private boolean lastWasSpace;
    private long lastMs;

    /**
     * Makes an empty history.
     *
     * @param clockMs milliseconds of any clock that does not jump
     * @param onChange told whenever {@link #canUndo} or {@link #canRedo} may have changed
     */
    UndoHistory(LongSupplier clockMs, Runnable onChange) {
        this.clockMs = clockMs;
        this.onChange = onChange;
    }

    @Override
    public void undoableEditHappened(UndoableEditEvent event) {
        UndoableEdit edit = event.getEdit();
        @Nullable DocumentEvent change = edit instanceof DocumentEvent document ? document : null;
        long nowMs = clockMs.getAsLong();
        boolean space = change != null && isSpace(change);
        undone.clear();
        CompoundEdit step = done.peek();
        if (step == null || change == null || !continues(change, space) || nowMs - lastMs > PAUSE_MS) {
            step = new CompoundEdit();
            done.push(step);
            if (done.size() > MAX_STEPS) {
                done.removeLast();
            }
        }
        step.addEdit(edit);
        last = change;
        lastWasSpace = space;
        lastMs = nowMs;
        onChange.run();
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** Takes the last step back, if there is one. */
    void undo() {
        CompoundEdit step = done.poll();
        if (step != null) {
            step.end();
            step.undo();
            undone.push(step);
            last = null;
            onChange.run();
        }
    }

    /** Does the step again that was taken back last, if nothing was edited since. */
    void redo() {
        CompoundEdit step = undone.poll();
        if (step != null) {
            step.redo();
            done.push(step);
            last = null;
            onChange.run();
        }
    }

    /** Forgets everything, as for another document. */
    void clear() {
        done.clear();
        undone.clear();
        last = null;
        onChange.run();
    }

    private boolean continues(DocumentEvent change, boolean space) {
        DocumentEvent before = last;
        if (before == null
                || change.getLength() != 1
                || before.getLength() != 1
                || change.getType() != before.getType()) {
            return false;
        }
        if (change.getType() == DocumentEvent.EventType.INSERT) {
            boolean wordBegins = lastWasSpace && !space;
            return change.getOffset() == before.getOffset() + 1 && !wordBegins;
        }
        boolean backspace = change.getOffset() == before.getOffset() - 1;
        boolean delete = change.getOffset() == before.getOffset();
        return backspace || delete;
    }

    private static boolean isSpace(DocumentEvent change) {
        if (change.getType() != DocumentEvent.EventType.INSERT || change.getLength() != 1) {
            return false;
        }
        try {
            return Character.isWhitespace(
                    change.getDocument().getText(change.getOffset(), 1).charAt(0));
        } catch (BadLocationException e) {
            throw new IllegalStateException("an edit outside of its document", e);
        }
    }
}
