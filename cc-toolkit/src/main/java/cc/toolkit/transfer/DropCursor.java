package cc.toolkit.transfer;

import cc.toolkit.window.NamedCursor;
import java.awt.Cursor;

/** Cursors that tell whether something may be dropped. */
public final class DropCursor {
    /** Here it may be dropped. */
    public static final Cursor ALLOWED =
            new NamedCursor("Drop", cc.protocol.message.CursorKind.CURSOR_KIND_DROP_ALLOWED);

    /** Here it may not. */
    public static final Cursor FORBIDDEN =
            new NamedCursor("NoDrop", cc.protocol.message.CursorKind.CURSOR_KIND_DROP_FORBIDDEN);

    private DropCursor() {}
}
