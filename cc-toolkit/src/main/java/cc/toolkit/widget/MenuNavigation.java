package cc.toolkit.widget;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;

/** Moves through open popup menus by keys. */
final class MenuNavigation {
    private final MenuSelectionManager manager = MenuSelectionManager.defaultManager();
    private final Sideways sideways;

    /** What an arrow to the side means where there is no sub-menu to go to. */
    interface Sideways {
        /**
         * Turns to a neighbour.
         *
         * @param step 1 for the next one, -1 for the one before
         */
        void turn(int step);
    }

    MenuNavigation(Sideways sideways) {
        this.sideways = sideways;
    }

    /** Takes a key that went down; all keys are the menu's while it is open. */
    boolean pressed(KeyEvent event) {
        List<MenuElement> path = new ArrayList<>(Arrays.asList(manager.getSelectedPath()));
        switch (event.getKeyCode()) {
            case KeyEvent.VK_DOWN, KeyEvent.VK_KP_DOWN -> step(path, 1);
            case KeyEvent.VK_UP, KeyEvent.VK_KP_UP -> step(path, -1);
            case KeyEvent.VK_RIGHT, KeyEvent.VK_KP_RIGHT -> right(path);
            case KeyEvent.VK_LEFT, KeyEvent.VK_KP_LEFT -> left(path);
            case KeyEvent.VK_ENTER, KeyEvent.VK_SPACE -> choose(path);
            case KeyEvent.VK_ESCAPE -> escape(path);
            case KeyEvent.VK_F10, KeyEvent.VK_ALT -> manager.clearSelectedPath();
            default -> {}
        }
        return true;
    }

    private void select(List<MenuElement> path) {
        manager.setSelectedPath(path.toArray(MenuElement[]::new));
    }

    /** The popup that the path ends in, or whose item or sub-menu it ends in; the path is cut to end in it. */
    private static JPopupMenu innermost(List<MenuElement> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            if (path.get(i) instanceof JPopupMenu popup) {
                path.subList(i + 1, path.size()).clear();
                return popup;
            }
        }
        return new JPopupMenu();
    }

    private void step(List<MenuElement> path, int step) {
        MenuElement last = path.isEmpty() ? null : path.get(path.size() - 1);
        List<MenuElement> items = items(innermost(path));
        if (items.isEmpty()) {
            return;
        }
        int at = items.indexOf(last);
        int next = at < 0 ? (step > 0 ? 0 : items.size() - 1) : Math.floorMod(at + step, items.size());
        path.add(items.get(next));
        select(path);
    }

    private static List<MenuElement> items(JPopupMenu popup) {
        return Arrays.stream(popup.getSubElements())
                .filter(element -> element.getComponent().isEnabled())
                .toList();
    }

    private void right(List<MenuElement> path) {
        if (!path.isEmpty() && path.get(path.size() - 1) instanceof JMenu menu) {
            open(path, menu);
        } else {
            sideways.turn(1);
        }
    }

    private void open(List<MenuElement> path, JMenu menu) {
        path.add(menu.getPopupMenu());
        List<MenuElement> items = items(menu.getPopupMenu());
        if (!items.isEmpty()) {
            path.add(items.get(0));
        }
        select(path);
    }

    private void left(List<MenuElement> path) {
        innermost(path);
        if (path.size() > 1) {
            path.remove(path.size() - 1);
            select(path);
        } else {
            sideways.turn(-1);
        }
    }

    private void choose(List<MenuElement> path) {
        if (path.isEmpty()) {
            return;
        }
        MenuElement last = path.get(path.size() - 1);
        if (last instanceof JMenu menu) {
            open(path, menu);
        } else if (last instanceof JMenuItem item) {
            manager.clearSelectedPath();
            item.doClick(0);
        }
    }

    private void escape(List<MenuElement> path) {
        innermost(path);
        if (path.size() > 1) {
            path.remove(path.size() - 1);
            select(path);
        } else {
            manager.clearSelectedPath();
        }
    }
}
