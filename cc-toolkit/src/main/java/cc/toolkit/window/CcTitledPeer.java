package cc.toolkit.window;

import java.awt.Window;
import org.jspecify.annotations.Nullable;

/**
 * What the peers of frames and dialogs have in common: a title, and whether people may resize the window. Any thread may
 * use it.
 *
 * @param <T> the window's type
 */
abstract class CcTitledPeer<T extends Window> extends CcWindowPeer<T> {
    private volatile String title;
    private volatile boolean resizable;

    CcTitledPeer(Desk desk, T target, @Nullable String title, boolean resizable) {
        super(desk, target);
        this.title = text(title);
        this.resizable = resizable;
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    @Override
    final String title() {
        return title;
    }

    @Override
    final boolean isResizable() {
        return resizable;
    }

    /** As the peer interfaces of frames and dialogs have it. */
    public final void setTitle(@Nullable String newTitle) {
        title = text(newTitle);
        changed();
    }

    /** As the peer interfaces of frames and dialogs have it. */
    public final void setResizable(boolean newResizable) {
        resizable = newResizable;
        changed();
    }
}
