package cc.toolkit.widget;

import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.function.Predicate;
import javax.swing.JPopupMenu;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/**
 * Gives all keys to a popup while it is open. Swing does that itself only for popups of Swing components; those of
 * AWT widgets are not.
 */
final class MenuKeys implements PopupMenuListener, KeyEventDispatcher {
    private final Predicate<KeyEvent> pressed;
    private final Runnable closed;

    /**
     * Prepares the keys.
     *
     * @param pressed told of keys that go down; answers whether the key was for the popup
     * @param closed told when the popup closes
     */
    MenuKeys(Predicate<KeyEvent> pressed, Runnable closed) {
        this.pressed = pressed;
        this.closed = closed;
    }

    void attach(JPopupMenu popup) {
        popup.addPopupMenuListener(this);
    }

    @Override
    public boolean dispatchKeyEvent(KeyEvent event) {
        if (event.getID() == KeyEvent.KEY_PRESSED && !pressed.test(event)) {
            return false;
        }
        event.consume();
        return true;
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
        closed.run();
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {}
}
