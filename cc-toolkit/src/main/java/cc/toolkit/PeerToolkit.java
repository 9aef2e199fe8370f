package cc.toolkit;

import cc.toolkit.widget.CcButtonPeer;
import cc.toolkit.widget.CcCanvasPeer;
import cc.toolkit.widget.CcCheckboxPeer;
import cc.toolkit.widget.CcChoicePeer;
import cc.toolkit.widget.CcComponentPeer;
import cc.toolkit.widget.CcContainerPeer;
import cc.toolkit.widget.CcLabelPeer;
import cc.toolkit.widget.CcListPeer;
import cc.toolkit.widget.CcPanelPeer;
import cc.toolkit.widget.CcScrollPanePeer;
import cc.toolkit.widget.CcScrollbarPeer;
import cc.toolkit.widget.CcTextAreaPeer;
import cc.toolkit.widget.CcTextFieldPeer;
import cc.toolkit.widget.MenuPeers;
import cc.toolkit.widget.PeerRegistry;
import cc.toolkit.window.CcDialogPeer;
import cc.toolkit.window.CcFileDialogPeer;
import cc.toolkit.window.CcFramePeer;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import com.github.caciocavallosilano.cacio.peer.CacioToolkit;
import com.github.caciocavallosilano.cacio.peer.PlatformWindowFactory;
import java.awt.Button;
import java.awt.Canvas;
import java.awt.Checkbox;
import java.awt.CheckboxMenuItem;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.FileDialog;
import java.awt.Frame;
import java.awt.Label;
import java.awt.List;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Panel;
import java.awt.PopupMenu;
import java.awt.ScrollPane;
import java.awt.Scrollbar;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.Window;
import java.awt.peer.ButtonPeer;
import java.awt.peer.CanvasPeer;
import java.awt.peer.CheckboxMenuItemPeer;
import java.awt.peer.CheckboxPeer;
import java.awt.peer.ChoicePeer;
import java.awt.peer.DialogPeer;
import java.awt.peer.FileDialogPeer;
import java.awt.peer.FramePeer;
import java.awt.peer.KeyboardFocusManagerPeer;
import java.awt.peer.LabelPeer;
import java.awt.peer.ListPeer;
import java.awt.peer.MenuBarPeer;
import java.awt.peer.MenuItemPeer;
import java.awt.peer.MenuPeer;
import java.awt.peer.PanelPeer;
import java.awt.peer.PopupMenuPeer;
import java.awt.peer.ScrollPanePeer;
import java.awt.peer.ScrollbarPeer;
import java.awt.peer.TextAreaPeer;
import java.awt.peer.TextFieldPeer;
import java.awt.peer.WindowPeer;
import java.util.function.BiFunction;
import sun.awt.LightweightFrame;

/**
 * Makes the peers of windows, widgets and menus. Caciocavallo's peers cast their parents to package-private classes, so
 * they cannot stand in windows of ours; every peer here is our own.
 */
abstract class PeerToolkit extends CacioToolkit {
    final Desk desk = ToolkitStart.desk();

    @Override
    public FramePeer createFrame(Frame target) {
        return created(target, new CcFramePeer(desk, target));
    }

    @Override
    public DialogPeer createDialog(Dialog target) {
        return created(target, new CcDialogPeer<>(desk, target));
    }

    @Override
    public WindowPeer createWindow(Window target) {
        return created(target, new CcWindowPeer<>(desk, target));
    }

    @Override
    public PanelPeer createPanel(Panel target) {
        return inContainer(target, CcPanelPeer::new);
    }

    @Override
    public CanvasPeer createCanvas(Canvas target) {
        return inContainer(target, CcCanvasPeer::new);
    }

    @Override
    public FileDialogPeer createFileDialog(FileDialog target) {
        return created(target, new CcFileDialogPeer(desk, target));
    }

    @Override
    public ButtonPeer createButton(Button target) {
        return inContainer(target, CcButtonPeer::new);
    }

    @Override
    public LabelPeer createLabel(Label target) {
        return inContainer(target, CcLabelPeer::new);
    }

    @Override
    public CheckboxPeer createCheckbox(Checkbox target) {
        return inContainer(target, CcCheckboxPeer::new);
    }

    @Override
    public ChoicePeer createChoice(Choice target) {
        return inContainer(target, CcChoicePeer::new);
    }

    @Override
    public ListPeer createList(List target) {
        return inContainer(target, CcListPeer::new);
    }

    @Override
    public ScrollbarPeer createScrollbar(Scrollbar target) {
        return inContainer(target, CcScrollbarPeer::new);
    }

    @Override
    public ScrollPanePeer createScrollPane(ScrollPane target) {
        return inContainer(target, CcScrollPanePeer::new);
    }

    @Override
    public TextFieldPeer createTextField(TextField target) {
        return inContainer(target, CcTextFieldPeer::new);
    }

    @Override
    public TextAreaPeer createTextArea(TextArea target) {
        return inContainer(target, CcTextAreaPeer::new);
    }

    @Override
    public MenuBarPeer createMenuBar(MenuBar target) {
        return created(target, MenuPeers.bar(target));
    }

    @Override
    public MenuPeer createMenu(Menu target) {
        return created(target, MenuPeers.menu(target));
    }

    @Override
    public PopupMenuPeer createPopupMenu(PopupMenu target) {
        return created(target, MenuPeers.popup(target));
    }

    @Override
    public MenuItemPeer createMenuItem(MenuItem target) {
        return created(target, MenuPeers.item(target));
    }

    @Override
    public CheckboxMenuItemPeer createCheckboxMenuItem(CheckboxMenuItem target) {
        return created(target, MenuPeers.checkbox(target));
    }

    private static <T extends Component, P extends CcComponentPeer<T>> P inContainer(
            T target, BiFunction<T, CcContainerPeer<?>, P> maker) {
        for (Component c = target.getParent(); c != null; c = c.getParent()) {
            if (PeerRegistry.peerOf(c) instanceof CcContainerPeer<?> parent) {
                P peer = created(target, maker.apply(target, parent));
                peer.exposeNew();
                return peer;
            }
        }
        throw new IllegalStateException(target + " stands in no window.");
    }

    private static <P> P created(Object target, P peer) {
        PeerRegistry.created(target, peer);
        return peer;
    }

    @Override
    public PlatformWindowFactory getPlatformWindowFactory() {
        // Asked for by the super constructor, when no field of this class is set yet.
        return new PumpOnlyFactory(ToolkitStart.desk().pump());
    }

    @Override
    public KeyboardFocusManagerPeer getKeyboardFocusManagerPeer() {
        return desk.focus();
    }

    /** Swing content of other toolkits' windows needs a native peer of its own, which there is none of. */
    @Override
    public FramePeer createLightweightFrame(LightweightFrame target) {
        throw new UnsupportedOperationException("Lightweight frames are not supported.");
    }
}
