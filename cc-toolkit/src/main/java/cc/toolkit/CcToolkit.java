package cc.toolkit;

import cc.protocol.message.Beep;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import cc.toolkit.input.CcMouseInfoPeer;
import cc.toolkit.input.CcRobotPeer;
import cc.toolkit.input.InputDispatcher;
import cc.toolkit.transfer.CcClipboard;
import cc.toolkit.transfer.CcDataTransferer;
import cc.toolkit.transfer.CcDragRecognizer;
import cc.toolkit.transfer.DragControl;
import cc.toolkit.transfer.DropCursor;
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
import cc.toolkit.window.CcCustomCursor;
import cc.toolkit.window.CcDialogPeer;
import cc.toolkit.window.CcFileDialogPeer;
import cc.toolkit.window.CcFramePeer;
import cc.toolkit.window.CcGraphicsConfiguration;
import cc.toolkit.window.CcGraphicsDevice;
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
import java.awt.Cursor;
import java.awt.Desktop;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FileDialog;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.HeadlessException;
import java.awt.Image;
import java.awt.Insets;
import java.awt.JobAttributes;
import java.awt.Label;
import java.awt.List;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.PageAttributes;
import java.awt.Panel;
import java.awt.Point;
import java.awt.PopupMenu;
import java.awt.PrintJob;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.ScrollPane;
import java.awt.Scrollbar;
import java.awt.SystemTray;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.TrayIcon;
import java.awt.Window;
import java.awt.datatransfer.Clipboard;
import java.awt.dnd.DragGestureEvent;
import java.awt.dnd.DragGestureListener;
import java.awt.dnd.DragGestureRecognizer;
import java.awt.dnd.DragSource;
import java.awt.dnd.MouseDragGestureRecognizer;
import java.awt.dnd.peer.DragSourceContextPeer;
import java.awt.event.KeyEvent;
import java.awt.font.TextAttribute;
import java.awt.im.InputMethodHighlight;
import java.awt.im.spi.InputMethodDescriptor;
import java.awt.peer.ButtonPeer;
import java.awt.peer.CanvasPeer;
import java.awt.peer.CheckboxMenuItemPeer;
import java.awt.peer.CheckboxPeer;
import java.awt.peer.ChoicePeer;
import java.awt.peer.DesktopPeer;
import java.awt.peer.DialogPeer;
import java.awt.peer.FileDialogPeer;
import java.awt.peer.FontPeer;
import java.awt.peer.FramePeer;
import java.awt.peer.KeyboardFocusManagerPeer;
import java.awt.peer.LabelPeer;
import java.awt.peer.ListPeer;
import java.awt.peer.MenuBarPeer;
import java.awt.peer.MenuItemPeer;
import java.awt.peer.MenuPeer;
import java.awt.peer.MouseInfoPeer;
import java.awt.peer.PanelPeer;
import java.awt.peer.PopupMenuPeer;
import java.awt.peer.RobotPeer;
import java.awt.peer.ScrollPanePeer;
import java.awt.peer.ScrollbarPeer;
import java.awt.peer.SystemTrayPeer;
import java.awt.peer.TextAreaPeer;
import java.awt.peer.TextFieldPeer;
import java.awt.peer.TrayIconPeer;
import java.awt.peer.WindowPeer;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import sun.awt.LightweightFrame;
import sun.awt.datatransfer.DataTransferer;
import sun.print.PrintJob2D;

/**
 * The AWT toolkit of CC. Built on Caciocavallo's, of which it uses what makes a toolkit without a native window system
 * possible: the abstract toolkit, its event pump and off-screen images. Caciocavallo's peers cast their parents to
 * package-private classes, so they cannot stand in windows of ours; every peer here is our own.
 */
final class CcToolkit extends CacioToolkit {
    private static final int BUTTONS = 5;
    private static final int DRAG_THRESHOLD_PIXELS = 5;
    private static final int MULTI_CLICK_MILLIS = 500;

    private final Desk desk = ToolkitStart.desk();
    private final DragControl drags = new DragControl(desk);
    private final InputDispatcher input = new InputDispatcher(desk, drags);
    private final CcClipboard clipboard = new CcClipboard(desk.output());
    private final CcDataTransferer transferer = new CcDataTransferer();
    private final MouseInfoPeer mouseInfo = new CcMouseInfoPeer(desk);

    CcToolkit() {
        desk.inputTo(this::received);
    }

    private void received(FromScreen message) {
        if (message.hasClipboard()) {
            clipboard.receive(message.getClipboard());
        } else {
            input.accept(message);
        }
    }

    // ------------------------------------------------------------------------------------------- peers

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

    // ------------------------------------------------------------------------------------------- windows

    @Override
    public void grab(Window window) {
        desk.grabs().grab(window);
    }

    @Override
    public void ungrab(Window window) {
        desk.grabs().ungrab(window);
    }

    @Override
    public boolean isFrameStateSupported(int state) {
        return (state & ~(Frame.ICONIFIED | Frame.MAXIMIZED_BOTH)) == 0;
    }

    @Override
    public boolean isAlwaysOnTopSupported() {
        return true;
    }

    @Override
    public boolean isModalityTypeSupported(Dialog.ModalityType type) {
        return true;
    }

    @Override
    public boolean isModalExclusionTypeSupported(Dialog.ModalExclusionType type) {
        return true;
    }

    @Override
    public boolean isWindowOpacitySupported() {
        return true;
    }

    @Override
    public boolean isWindowShapingSupported() {
        return true;
    }

    @Override
    public boolean isWindowTranslucencySupported() {
        return true;
    }

    @Override
    public boolean isTranslucencyCapable(GraphicsConfiguration configuration) {
        return true;
    }

    @Override
    public boolean needUpdateWindow() {
        return false;
    }

    // ------------------------------------------------------------------------------------------- screens

    @Override
    public Insets getScreenInsets(GraphicsConfiguration configuration) {
        if (!(configuration instanceof CcGraphicsConfiguration screen)) {
            return new Insets(0, 0, 0, 0);
        }
        Rectangle all = screen.getBounds();
        Rectangle usable = screen.usable();
        return new Insets(
                usable.y - all.y,
                usable.x - all.x,
                all.y + all.height - usable.y - usable.height,
                all.x + all.width - usable.x - usable.width);
    }

    @Override
    public void setDynamicLayout(boolean dynamic) {
        // Windows are always laid out while they are resized.
    }

    @Override
    protected boolean isDynamicLayoutSet() {
        return true;
    }

    @Override
    public boolean isDynamicLayoutActive() {
        return true;
    }

    /** Sends what was drawn. */
    @Override
    public void sync() {
        desk.output().publish();
    }

    /**
     * Waits until everything is handled that came from outside before now.
     *
     * @return whether there was anything
     */
    @Override
    protected boolean syncNativeQueue(long timeoutMillis) {
        boolean wasBusy = desk.pump().isBusy();
        CountDownLatch handled = new CountDownLatch(1);
        desk.pump().run("waiting for the queue", handled::countDown);
        try {
            handled.await(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return wasBusy;
    }

    // ------------------------------------------------------------------------------------------- looks

    @Override
    protected RenderingHints getDesktopAAHints() {
        return TextSmoothing.hints(System.getProperty("awt.useSystemAAFontSettings"));
    }

    @Override
    protected void loadSystemColors(int[] colors) {
        SystemColors.load(colors);
    }

    @Override
    protected void initializeDesktopProperties() {
        desktopProperties.put("DnD.gestureMotionThreshold", DRAG_THRESHOLD_PIXELS);
        desktopProperties.put("awt.multiClickInterval", MULTI_CLICK_MILLIS);
        desktopProperties.put("awt.mouse.numButtons", BUTTONS);
        desktopProperties.put("awt.wheelMousePresent", true);
        desktopProperties.put("awt.dynamicLayoutSupported", true);
        for (String action : new String[] {"CopyDrop", "MoveDrop", "LinkDrop"}) {
            desktopProperties.put("DnD.Cursor." + action, DropCursor.ALLOWED);
        }
        for (String action : new String[] {"CopyNoDrop", "MoveNoDrop", "LinkNoDrop"}) {
            desktopProperties.put("DnD.Cursor." + action, DropCursor.FORBIDDEN);
        }
        desktopProperties.put("Shell.shellFolderManager", "sun.awt.shell.ShellFolderManager");
        // Were they loaded when first asked for, listeners would be told of a change; FlatLaf asks while it sets itself
        // up, and its own listener fails then.
        desktopProperties.put(DESKTOPFONTHINTS, getDesktopAAHints());
    }

    @Override
    public Cursor createCustomCursor(Image image, Point hotSpot, String name) {
        return new CcCustomCursor(image, hotSpot, name);
    }

    @Override
    public Dimension getBestCursorSize(int width, int height) {
        // An image that could not be loaded has no size, and makes an invisible cursor.
        double shrink = Math.min(1, CcCustomCursor.MAX_SIDE / (double) Math.max(1, Math.max(width, height)));
        return new Dimension((int) Math.max(1, width * shrink), (int) Math.max(1, height * shrink));
    }

    @Override
    public int getMaximumCursorColors() {
        return 1 << 24;
    }

    @Override
    public void beep() {
        desk.output()
                .say(ToScreen.newBuilder().setBeep(Beep.getDefaultInstance()).build());
    }

    // ------------------------------------------------------------------------------------------- input

    @Override
    public boolean areExtraMouseButtonsEnabled() {
        return Boolean.parseBoolean(System.getProperty("sun.awt.enableExtraMouseButtons", "true"));
    }

    @Override
    public int getNumberOfButtons() {
        return BUTTONS;
    }

    @Override
    public Map<TextAttribute, ?> mapInputMethodHighlight(InputMethodHighlight highlight) {
        return CompositionStyles.of(highlight);
    }

    /** {@inheritDoc} Keyboards are at the viewers, so their state can be seen, not set. */
    @Override
    public boolean getLockingKeyState(int keyCode) {
        Boolean state = input.lockState(keyCode);
        if (state == null) {
            if (keyCode == KeyEvent.VK_KANA_LOCK) {
                throw new UnsupportedOperationException("The state of this key is not known.");
            }
            throw new IllegalArgumentException("invalid key for Toolkit.getLockingKeyState");
        }
        return state;
    }

    @Override
    public RobotPeer createRobot(GraphicsDevice screen) {
        return new CcRobotPeer(desk, input, (CcGraphicsDevice) screen);
    }

    @Override
    public MouseInfoPeer getMouseInfoPeer() {
        return mouseInfo;
    }

    @Override
    public DragSourceContextPeer createDragSourceContextPeer(DragGestureEvent gesture) {
        return drags.sourceFor(gesture);
    }

    @Override
    public <T extends DragGestureRecognizer> @Nullable T createDragGestureRecognizer(
            Class<T> kind,
            DragSource source,
            @Nullable Component component,
            int actions,
            @Nullable DragGestureListener listener) {
        return kind == MouseDragGestureRecognizer.class
                ? kind.cast(new CcDragRecognizer(source, component, actions, listener))
                : null;
    }

    @Override
    public DataTransferer getDataTransferer() {
        return transferer;
    }

    /** Compositions come from viewers, ready-made; there is no input method in the program. */
    @Override
    public @Nullable InputMethodDescriptor getInputMethodAdapterDescriptor() {
        return null;
    }

    // ------------------------------------------------------------------------------------------- desktop

    @Override
    public Clipboard getSystemClipboard() {
        return clipboard;
    }

    @Override
    public boolean isDesktopSupported() {
        return true;
    }

    @Override
    public DesktopPeer createDesktopPeer(Desktop target) {
        return new CcDesktopPeer(desk.output());
    }

    @Override
    public boolean isTaskbarSupported() {
        return false;
    }

    @Override
    public boolean isTraySupported() {
        return false;
    }

    @Override
    public TrayIconPeer createTrayIcon(TrayIcon target) {
        throw new UnsupportedOperationException("There is no system tray.");
    }

    @Override
    public SystemTrayPeer createSystemTray(SystemTray target) {
        throw new UnsupportedOperationException("There is no system tray.");
    }

    @Override
    public FontPeer getFontPeer(String name, int style) {
        return new CcFontPeer(name, style);
    }

    @Override
    public @Nullable PrintJob getPrintJob(Frame frame, String title, @Nullable Properties properties) {
        return shown(new PrintJob2D(frame, title, properties));
    }

    @Override
    public @Nullable PrintJob getPrintJob(
            Frame frame, String title, @Nullable JobAttributes job, @Nullable PageAttributes page) {
        return shown(new PrintJob2D(frame, title, job, page));
    }

    private static @Nullable PrintJob shown(PrintJob2D job) throws HeadlessException {
        return job.printDialog() ? job : null;
    }
}
