package cc.toolkit;

import cc.protocol.message.Beep;
import cc.protocol.message.ToScreen;
import cc.toolkit.transfer.DropCursor;
import cc.toolkit.window.CcCustomCursor;
import cc.toolkit.window.CcGraphicsConfiguration;
import java.awt.Cursor;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Window;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Says what windows can do, which screens there are and what things look like by default. Whoever shows them is
 * elsewhere, so that little depends on this machine.
 */
abstract class ScreenToolkit extends PeerToolkit {
    static final int BUTTONS = 5;
    private static final int DRAG_THRESHOLD_PIXELS = 5;
    private static final int MULTI_CLICK_MILLIS = 500;

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
}
