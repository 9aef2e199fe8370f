package cc.screen.nativ;

import cc.protocol.message.FromScreen;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.TextInput;
import java.awt.Component;
import java.awt.event.InputEvent;
import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.text.CharacterIterator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a person types on one component of this desktop, by keys or an input method. */
final class KeyboardInput implements KeyListener, InputMethodListener {
    private final int window;
    private final KeyTranslator keys;
    private final Consumer<FromScreen> out;
    private final BooleanSupplier blocked;
    private int locks;

    /**
     * @param window the program's window that is typed into; 0: its focused one
     * @param blocked whether keys that go down are not to be said
     */
    KeyboardInput(int window, KeyTranslator keys, Consumer<FromScreen> out, BooleanSupplier blocked) {
        this.window = window;
        this.keys = keys;
        this.out = out;
        this.blocked = blocked;
    }

    void listenTo(Component component) {
        component.addKeyListener(this);
        component.addInputMethodListener(this);
    }

    /** The person's keyboard is here now. */
    void focusGained() {
        locks = AwtModifiers.locks();
    }

    /** The person's keyboard went elsewhere. */
    void focusLost() {
        send(FromScreen.newBuilder().setRelease(ReleaseInput.getDefaultInstance()));
    }

    /** The modifiers of an event, with the lock keys as they were at the last key or change of focus. */
    int modifiers(InputEvent event) {
        return AwtModifiers.modifiers(event) | locks;
    }

    @Override
    public void keyPressed(KeyEvent event) {
        key(event, true);
    }

    @Override
    public void keyReleased(KeyEvent event) {
        key(event, false);
    }

    @Override
    public void keyTyped(KeyEvent event) {
        // The text travels with the key.
    }

    @Override
    public void inputMethodTextChanged(InputMethodEvent event) {
        if (event.getText() != null) {
            send(FromScreen.newBuilder().setText(text(event)));
            event.consume();
        }
    }

    @Override
    public void caretPositionChanged(InputMethodEvent event) {
        // Comes with the next text.
    }

    private void key(KeyEvent event, boolean pressed) {
        locks = AwtModifiers.locks();
        if (pressed && blocked.getAsBoolean()) {
            return;
        }
        send(FromScreen.newBuilder()
                .setKey(keys.translate(event)
                        .setWindow(window)
                        .setPressed(pressed)
                        .setModifiers(modifiers(event))));
        event.consume();
    }

    private TextInput.Builder text(InputMethodEvent event) {
        StringBuilder text = new StringBuilder();
        CharacterIterator characters = event.getText();
        for (char c = characters.first(); c != CharacterIterator.DONE; c = characters.next()) {
            text.append(c);
        }
        int committed = event.getCommittedCharacterCount();
        int caret = event.getCaret() == null
                ? text.length() - committed
                : event.getCaret().getInsertionIndex();
        return TextInput.newBuilder()
                .setWindow(window)
                .setCommitted(text.substring(0, committed))
                .setComposing(text.substring(committed))
                .setCaret(Math.max(0, Math.min(caret, text.length() - committed)));
    }

    private void send(FromScreen.Builder message) {
        out.accept(message.build());
    }
}
