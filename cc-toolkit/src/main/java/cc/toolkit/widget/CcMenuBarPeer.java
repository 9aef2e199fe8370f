package cc.toolkit.widget;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.peer.MenuBarPeer;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;
import sun.font.FontDesignMetrics;

/** The strip of menu titles at the top of a frame. Titles that do not fit into one line go on in the next. */
final class CcMenuBarPeer implements MenuBarPeer, MenuBarArea {
    private static final int HORIZONTAL_PADDING_PX = 8;
    private static final int VERTICAL_PADDING_PX = 3;
    private static final int NONE = -1;
    private static final Color BACKGROUND = new Color(0xF2F4F7);
    private static final Color TEXT = new Color(0x1B232C);
    private static final Font DEFAULT_FONT = new Font(Font.DIALOG, Font.PLAIN, 12);

    private final MenuBar target;
    private final MenuKeys keys = new MenuKeys(new MenuNavigation(this::turn)::pressed, this::closed);
    private volatile @Nullable CcContainerPeer<?> frame;
    // The rest is used on the event thread only.
    private int openIndex = NONE;
    private @Nullable JPopupMenu open;
    private @Nullable AWTEvent closedBy;
    private int closedIndex = NONE;

    CcMenuBarPeer(MenuBar target) {
        this.target = target;
    }

    // ------------------------------------------------------------------------------------------- what AWT says

    @Override
    public void addMenu(Menu menu) {
        changed();
    }

    @Override
    public void delMenu(int index) {
        changed();
    }

    @Override
    public void addHelpMenu(Menu menu) {
        changed();
    }

    @Override
    public void setFont(@Nullable Font font) {
        changed();
    }

    /** A title or the number of menus changed: the strip may be of another height, so the frame is laid out again. */
    void changed() {
        CcContainerPeer<?> shownIn = frame;
        if (shownIn != null) {
            SwingUtilities.invokeLater(() -> {
                shownIn.target().invalidate();
                shownIn.target().validate();
                shownIn.repaintAll();
            });
        }
    }

    @Override
    public void dispose() {
        SwingUtilities.invokeLater(this::close);
        PeerRegistry.disposed(target, this);
    }

    // ------------------------------------------------------------------------------------------- the strip

    @Override
    public void showIn(@Nullable CcContainerPeer<?> newFrame) {
        frame = newFrame;
    }

    /** The help menu is the last one, and stands at the right as Motif's did. */
    private List<Menu> menus() {
        var accessor = AWTAccessor.getMenuBarAccessor();
        Menu help = accessor.getHelpMenu(target);
        List<Menu> menus = new ArrayList<>(List.copyOf(accessor.getMenus(target)));
        if (help != null && menus.remove(help)) {
            menus.add(help);
        }
        return menus;
    }

    private Font font() {
        Font font = target.getFont();
        return font != null ? font : DEFAULT_FONT;
    }

    private List<Rectangle> places(List<Menu> menus, int width) {
        FontMetrics metrics = FontDesignMetrics.getMetrics(font());
        int height = metrics.getHeight() + 2 * VERTICAL_PADDING_PX;
        List<Rectangle> places = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (Menu menu : menus) {
            int wide = metrics.stringWidth(menu.getLabel()) + 2 * HORIZONTAL_PADDING_PX;
            if (x > 0 && x + wide > width) {
                x = 0;
                y += height;
            }
            places.add(new Rectangle(x, y, wide, height));
            x += wide;
        }
        return places;
    }

    @Override
    public int height(int width) {
        List<Rectangle> places = places(menus(), width);
        if (places.isEmpty()) {
            return FontDesignMetrics.getMetrics(font()).getHeight() + 2 * VERTICAL_PADDING_PX + 1;
        }
        Rectangle last = places.get(places.size() - 1);
        return last.y + last.height + 1;
    }

    @Override
    public void paint(Graphics graphics, int width) {
        Graphics2D g = (Graphics2D) graphics;
        int height = height(width);
        g.setColor(BACKGROUND);
        g.fillRect(0, 0, width, height);
        g.setColor(WidgetColors.FACE_PRESSED);
        g.fillRect(0, height - 1, width, 1);
        g.setFont(font());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        List<Menu> menus = menus();
        List<Rectangle> places = places(menus, width);
        for (int i = 0; i < menus.size(); i++) {
            paintTitle(g, menus.get(i), places.get(i), i == openIndex);
        }
    }

    private static void paintTitle(Graphics2D g, Menu menu, Rectangle place, boolean open) {
        if (open) {
            g.setColor(WidgetColors.SELECTION);
            g.fillRect(place.x, place.y, place.width, place.height);
        }
        g.setColor(!menu.isEnabled() ? WidgetColors.DISABLED_TEXT : open ? WidgetColors.SELECTED_TEXT : TEXT);
        g.drawString(
                menu.getLabel(),
                place.x + HORIZONTAL_PADDING_PX,
                place.y + VERTICAL_PADDING_PX + g.getFontMetrics().getAscent());
    }

    // ------------------------------------------------------------------------------------------- what a person does

    @Override
    public void handleMouse(MouseEvent event) {
        int index = indexAt(event);
        switch (event.getID()) {
            case MouseEvent.MOUSE_PRESSED -> {
                boolean closing = closedBy != null && closedBy == EventQueue.getCurrentEvent() && closedIndex == index;
                if (openIndex == index || closing) {
                    close();
                } else {
                    open(index);
                }
            }
            case MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_DRAGGED -> {
                if (openIndex != NONE && index != NONE && index != openIndex) {
                    open(index);
                }
            }
            default -> {}
        }
    }

    private int indexAt(MouseEvent event) {
        CcContainerPeer<?> shownIn = frame;
        if (shownIn != null) {
            List<Rectangle> places = places(menus(), shownIn.bounds().width);
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).contains(event.getPoint())) {
                    return i;
                }
            }
        }
        return NONE;
    }

    private void open(int index) {
        close();
        CcContainerPeer<?> shownIn = frame;
        List<Menu> menus = menus();
        if (shownIn == null
                || index < 0
                || index >= menus.size()
                || !menus.get(index).isEnabled()) {
            return;
        }
        Component invoker = shownIn.target();
        Rectangle place = places(menus, shownIn.bounds().width).get(index);
        open = MenuPopup.show(menus.get(index), invoker, place.x, place.y + place.height, keys);
        openIndex = index;
        shownIn.repaintAll();
    }

    private void close() {
        if (open != null) {
            open.setVisible(false);
        }
    }

    private void closed() {
        open = null;
        closedIndex = openIndex;
        closedBy = EventQueue.getCurrentEvent();
        openIndex = NONE;
        CcContainerPeer<?> shownIn = frame;
        if (shownIn != null) {
            shownIn.repaintAll();
        }
    }

    /** Opens the neighbour of the menu that is open. */
    private void turn(int step) {
        int count = menus().size();
        if (openIndex != NONE && count > 0) {
            open(Math.floorMod(openIndex + step, count));
        }
    }
}
