package cc.demo;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;

/** Something a menu item or button does, with the keys that do it too. */
final class MenuAction extends AbstractAction {
    private final Runnable effect;

    private MenuAction(String text, Runnable effect) {
        super(text);
        this.effect = effect;
    }

    /**
     * Makes an action whose mnemonic is its first letter.
     *
     * @param keys as {@link KeyStroke#getKeyStroke(String)} reads them; empty for none
     */
    static MenuAction of(String text, String keys, Runnable effect) {
        MenuAction action = new MenuAction(text, effect);
        action.putValue(MNEMONIC_KEY, (int) Character.toUpperCase(text.charAt(0)));
        if (!keys.isEmpty()) {
            action.putValue(ACCELERATOR_KEY, KeyStroke.getKeyStroke(keys));
            action.putValue(SHORT_DESCRIPTION, text.replace("...", "") + " (" + readable(keys) + ")");
        }
        return action;
    }

    /** An action that looks like the other and does something before it. */
    static MenuAction before(Action other, Runnable first) {
        MenuAction action = new MenuAction(String.valueOf(other.getValue(NAME)), () -> {
            first.run();
            other.actionPerformed(new ActionEvent(other, ActionEvent.ACTION_PERFORMED, null));
        });
        action.putValue(MNEMONIC_KEY, other.getValue(MNEMONIC_KEY));
        action.putValue(ACCELERATOR_KEY, other.getValue(ACCELERATOR_KEY));
        return action;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        effect.run();
    }

    private static String readable(String keys) {
        return keys.replace("ctrl ", "Ctrl+").replace("shift ", "Shift+").replace("alt ", "Alt+");
    }
}
