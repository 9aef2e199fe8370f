package cc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.text.BadLocationException;
import javax.swing.text.PlainDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndoHistoryTest {
    private final PlainDocument document = new PlainDocument();
    private final AtomicInteger changes = new AtomicInteger();
    private long nowMs;
    private final UndoHistory history = new UndoHistory(() -> nowMs, changes::incrementAndGet);

    @BeforeEach
    void listen() {
        document.addUndoableEditListener(history);
    }

    private void type(String text) throws BadLocationException {
        for (int i = 0; i < text.length(); i++) {
            document.insertString(document.getLength(), text.substring(i, i + 1), null);
        }
    }

    private void backspace(int times) throws BadLocationException {
        for (int i = 0; i < times; i++) {
            document.remove(document.getLength() - 1, 1);
        }
    }

    private String text() throws BadLocationException {
        return document.getText(0, document.getLength());
    }

    @Test
    void undoesWordByWord() throws BadLocationException {
        type("mend the net");
        history.undo();
        assertThat(text()).isEqualTo("mend the ");
        history.undo();
        assertThat(text()).isEqualTo("mend ");
        history.undo();
        assertThat(text()).isEmpty();
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void redoesWhatWasUndoneUntilSomethingIsTyped() throws BadLocationException {
        type("mend the net");
        history.undo();
        history.undo();
        history.redo();
        assertThat(text()).isEqualTo("mend the ");
        type("s");
        assertThat(history.canRedo()).isFalse();
        history.redo();
        assertThat(text()).isEqualTo("mend the s");
    }

    @Test
    void deletingIsAStepOfItsOwn() throws BadLocationException {
        type("lamp");
        backspace(3);
        history.undo();
        assertThat(text()).isEqualTo("lamp");
        history.undo();
        assertThat(text()).isEmpty();
    }

    @Test
    void deletingForwardsIsOneStep() throws BadLocationException {
        type("lamp");
        document.remove(1, 1);
        document.remove(1, 1);
        history.undo();
        assertThat(text()).isEqualTo("lamp");
    }

    @Test
    void aPauseBeginsAStep() throws BadLocationException {
        type("li");
        nowMs += UndoHistory.PAUSE_MS + 1;
        type("ght");
        history.undo();
        assertThat(text()).isEqualTo("li");
    }

    @Test
    void aJumpOfTheCaretBeginsAStep() throws BadLocationException {
        type("ab");
        document.insertString(0, "c", null);
        history.undo();
        assertThat(text()).isEqualTo("ab");
    }

    @Test
    void pastedTextIsAStepOfItsOwn() throws BadLocationException {
        type("ab");
        document.insertString(2, "pasted", null);
        type("c");
        history.undo();
        assertThat(text()).isEqualTo("abpasted");
        history.undo();
        assertThat(text()).isEqualTo("ab");
    }

    @Test
    void typingAfterAnUndoDoesNotJoinTheStepBefore() throws BadLocationException {
        type("ab");
        document.insertString(2, "xyz", null);
        history.undo();
        type("c");
        history.undo();
        assertThat(text()).isEqualTo("ab");
    }

    @Test
    void theOldestStepsAreForgotten() throws BadLocationException {
        for (int i = 0; i < UndoHistory.MAX_STEPS + 5; i++) {
            document.insertString(0, "ab", null);
        }
        while (history.canUndo()) {
            history.undo();
        }
        assertThat(text()).isEqualTo("ab".repeat(5));
    }

    @Test
    void tellsWhenUndoOrRedoMayHaveChanged() throws BadLocationException {
        type("a");
        assertThat(changes).hasValue(1);
        history.undo();
        assertThat(changes).hasValue(2);
        history.undo();
        assertThat(changes).hasValue(2);
        history.clear();
        assertThat(history.canRedo()).isFalse();
        assertThat(changes).hasValue(3);
    }
}
