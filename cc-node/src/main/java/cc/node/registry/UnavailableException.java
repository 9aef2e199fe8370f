package cc.node.registry;

import java.io.IOException;

/**
 * The registry could not be asked: too few of its machines answer. A change that was under way may or may not have been
 * made; reading the record tells.
 */
public final class UnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
