package cc.node.peer;

import java.io.IOException;

/** The other node does not serve this stream, and says why. To try the same again changes nothing. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    /** To be thrown by a handler; the other end is told the reason. */
    public static RefusedException because(String reason) {
        return new RefusedException(reason);
    }
}
