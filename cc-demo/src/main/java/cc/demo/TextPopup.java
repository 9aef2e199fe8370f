package cc.demo;

import static cc.demo.Layouts.named;

import java.util.Locale;
import javax.swing.Action;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.text.DefaultEditorKit;
import javax.swing.text.TextAction;

/** The cut, copy and paste items that the edit menu and the editor's popup menu share. */
final class TextPopup {
    private TextPopup() {}

    static JPopupMenu of(String name, Action... first) {
        JPopupMenu menu = named(name, new JPopupMenu());
        for (Action action : first) {
            menu.add(action);
        }
        menu.addSeparator();
        for (JMenuItem item : transferItems(name)) {
            menu.add(item);
        }
        return menu;
    }

    /** Items that act on the text component that has the focus. */
    static JMenuItem[] transferItems(String prefix) {
        return new JMenuItem[] {
            item(prefix, new DefaultEditorKit.CutAction(), "Cut", 'T', "ctrl X"),
            item(prefix, new DefaultEditorKit.CopyAction(), "Copy", 'C', "ctrl C"),
            item(prefix, new DefaultEditorKit.PasteAction(), "Paste", 'P', "ctrl V")
        };
    }

    private static JMenuItem item(String prefix, TextAction action, String text, char mnemonic, String keys) {
        JMenuItem item = named(prefix + "." + text.toLowerCase(Locale.ROOT), new JMenuItem(action));
        item.setText(text);
        item.setMnemonic(mnemonic);
        item.setAccelerator(KeyStroke.getKeyStroke(keys));
        return item;
    }
}
