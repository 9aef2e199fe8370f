package cc.toolkit.widget;

import java.awt.CheckboxMenuItem;
import java.awt.Font;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuComponent;
import java.awt.MenuContainer;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.peer.CheckboxMenuItemPeer;
import java.awt.peer.MenuBarPeer;
import java.awt.peer.MenuItemPeer;
import java.awt.peer.MenuPeer;
import java.awt.peer.PopupMenuPeer;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;

/**
 * The peers of menus and their items. They keep nothing: a menu is read from its AWT objects each time that it is
 * opened ({@link MenuPopup}), so it always shows the newest. What is shown at all times, the bar, is told of changes.
 */
public final class MenuPeers {
    private MenuPeers() {}

    /** The peer of an item. */
    public static MenuItemPeer item(MenuItem target) {
        return new Item(target);
    }

    /** The peer of an item that can be on or off. */
    public static CheckboxMenuItemPeer checkbox(CheckboxMenuItem target) {
        return new CheckboxItem(target);
    }

    /** The peer of a menu in a bar or in another menu. */
    public static MenuPeer menu(Menu target) {
        return new SubMenu(target);
    }

    /** The peer of a menu that opens anywhere. */
    public static PopupMenuPeer popup(PopupMenu target) {
        return new CcPopupMenuPeer(target);
    }

    /** The peer of a frame's menu bar. */
    public static MenuBarPeer bar(MenuBar target) {
        return new CcMenuBarPeer(target);
    }

    /** An item of a menu. */
    static class Item implements MenuItemPeer {
        private final MenuComponent target;

        Item(MenuComponent target) {
            this.target = target;
        }

        @Override
        public void setLabel(@Nullable String label) {
            changed();
        }

        @Override
        public void setEnabled(boolean enabled) {
            changed();
        }

        @Override
        public void setFont(@Nullable Font font) {
            changed();
        }

        /** The bar shows the titles of its menus, so it is painted again where this is one. */
        final void changed() {
            MenuContainer container = AWTAccessor.getMenuComponentAccessor().getParent(target);
            if (container instanceof MenuComponent bar && PeerRegistry.peerOf(bar) instanceof CcMenuBarPeer peer) {
                peer.changed();
            }
        }

        @Override
        public void dispose() {
            PeerRegistry.disposed(target, this);
        }
    }

    private static final class CheckboxItem extends Item implements CheckboxMenuItemPeer {
        CheckboxItem(CheckboxMenuItem target) {
            super(target);
        }

        @Override
        public void setState(boolean state) {}
    }

    /** A menu, in the bar or in another menu. */
    static class SubMenu extends Item implements MenuPeer {
        SubMenu(Menu target) {
            super(target);
        }

        @Override
        public void addItem(MenuItem item) {}

        @Override
        public void delItem(int index) {}
    }
}
