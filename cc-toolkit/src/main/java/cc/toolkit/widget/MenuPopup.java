package cc.toolkit.widget;

import java.awt.CheckboxMenuItem;
import java.awt.Component;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.MenuShortcut;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.ItemEvent;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import sun.awt.AWTAccessor;
import sun.awt.SunToolkit;

/** Shows an AWT menu as a Swing popup menu, made for the occasion. */
final class MenuPopup {
    private static final String SEPARATOR = "-";

    private MenuPopup() {}

    /**
     * Shows a menu.
     *
     * @param invoker the component in whose coordinates the place is
     * @param keys gets all keys while the menu is open
     */
    static JPopupMenu show(Menu menu, Component invoker, int x, int y, MenuKeys keys) {
        JPopupMenu popup = new JPopupMenu(menu.getLabel());
        popup.setLightWeightPopupEnabled(false);
        fill(menu, popup);
        keys.attach(popup);
        popup.show(invoker, x, y);
        return popup;
    }

    private static void fill(Menu menu, JPopupMenu popup) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            MenuItem item = menu.getItem(i);
            if (SEPARATOR.equals(item.getLabel())) {
                popup.addSeparator();
            } else {
                popup.add(swingItem(item));
            }
        }
    }

    private static JMenuItem swingItem(MenuItem item) {
        JMenuItem swing;
        if (item instanceof Menu menu) {
            JMenu sub = new JMenu(item.getLabel());
            sub.getPopupMenu().setLightWeightPopupEnabled(false);
            fill(menu, sub.getPopupMenu());
            swing = sub;
        } else if (item instanceof CheckboxMenuItem box) {
            swing = new JCheckBoxMenuItem(item.getLabel(), box.getState());
            swing.addActionListener(event -> turnOver(box));
        } else {
            swing = new JMenuItem(item.getLabel());
            swing.addActionListener(event -> act(item, event));
        }
        swing.putClientProperty("html.disable", true);
        swing.setEnabled(item.isEnabled());
        if (item.getFont() != null) {
            swing.setFont(item.getFont());
        }
        MenuShortcut shortcut = item.getShortcut();
        if (shortcut != null && !(item instanceof Menu)) {
            swing.setAccelerator(keyStroke(shortcut));
        }
        return swing;
    }

    private static KeyStroke keyStroke(MenuShortcut shortcut) {
        int modifiers = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        return KeyStroke.getKeyStroke(
                shortcut.getKey(), shortcut.usesShiftModifier() ? modifiers | InputEvent.SHIFT_DOWN_MASK : modifiers);
    }

    private static void turnOver(CheckboxMenuItem item) {
        boolean state = !item.getState();
        item.setState(state);
        ItemEvent event = new ItemEvent(
                item, ItemEvent.ITEM_STATE_CHANGED, item.getLabel(), state ? ItemEvent.SELECTED : ItemEvent.DESELECTED);
        SunToolkit.postEvent(SunToolkit.targetToAppContext(item), event);
    }

    private static void act(MenuItem item, ActionEvent cause) {
        String command = AWTAccessor.getMenuItemAccessor().getActionCommandImpl(item);
        SunToolkit.postEvent(
                SunToolkit.targetToAppContext(item),
                new ActionEvent(item, ActionEvent.ACTION_PERFORMED, command, cause.getWhen(), cause.getModifiers()));
    }
}
