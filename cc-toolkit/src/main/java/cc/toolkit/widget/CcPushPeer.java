package cc.toolkit.widget;

import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.ButtonModel;

/**
 * What a person pushes, with the pointer or with the space bar. The key is not left to Swing, whose key bindings come
 * from the look that the program has chosen.
 *
 * @param <T> the AWT component's type
 * @param <W> the Swing component's type
 */
abstract class CcPushPeer<T extends Component, W extends AbstractButton> extends CcWidgetPeer<T, W> {
    CcPushPeer(T target, CcContainerPeer<?> parent, W widget) {
        super(target, parent, widget);
    }

    @Override
    protected void handleKey(KeyEvent event) {
        if (event.isConsumed() || event.getKeyCode() != KeyEvent.VK_SPACE) {
            return;
        }
        synchronized (lock()) {
            ButtonModel model = widget.getModel();
            if (event.getID() == KeyEvent.KEY_PRESSED) {
                model.setArmed(true);
                model.setPressed(true);
            } else if (event.getID() == KeyEvent.KEY_RELEASED) {
                model.setPressed(false);
                model.setArmed(false);
            }
        }
        event.consume();
    }
}
