package cc.toolkit;

import cc.protocol.message.FromScreen;
import cc.toolkit.input.CcMouseInfoPeer;
import cc.toolkit.input.CcRobotPeer;
import cc.toolkit.input.InputDispatcher;
import cc.toolkit.transfer.CcClipboard;
import cc.toolkit.transfer.CcDataTransferer;
import cc.toolkit.transfer.CcDragRecognizer;
import cc.toolkit.transfer.DragControl;
import cc.toolkit.window.CcGraphicsDevice;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.Frame;
import java.awt.GraphicsDevice;
import java.awt.HeadlessException;
import java.awt.JobAttributes;
import java.awt.PageAttributes;
import java.awt.PrintJob;
import java.awt.SystemTray;
import java.awt.TrayIcon;
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
import java.awt.peer.DesktopPeer;
import java.awt.peer.FontPeer;
import java.awt.peer.MouseInfoPeer;
import java.awt.peer.RobotPeer;
import java.awt.peer.SystemTrayPeer;
import java.awt.peer.TrayIconPeer;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import sun.awt.datatransfer.DataTransferer;
import sun.print.PrintJob2D;

/**
 * The AWT toolkit of CC. Built on Caciocavallo's, of which it uses what makes a toolkit without a native window system
 * possible: the abstract toolkit, its event pump and off-screen images.
 */
final class CcToolkit extends ScreenToolkit {
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
