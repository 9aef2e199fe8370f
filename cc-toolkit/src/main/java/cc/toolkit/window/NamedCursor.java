package cc.toolkit.window;

import cc.protocol.message.CursorKind;
import java.awt.Cursor;

/** A cursor that viewers know by its kind and AWT has no number for. */
public final class NamedCursor extends Cursor {
    private static final long serialVersionUID = 1;

    private final CursorKind kind;

    /** A cursor of a kind. */
    public NamedCursor(String name, CursorKind kind) {
        super(name);
        this.kind = kind;
    }

    CursorKind kind() {
        return kind;
    }
}
