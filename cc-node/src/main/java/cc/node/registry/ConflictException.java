package cc.node.registry;

/** A record is not what a change takes for granted: somebody else changed it meanwhile. Nothing was changed. */
public final class ConflictException extends Exception {
    private static final long serialVersionUID = 1;

    public ConflictException(String message) {
        super(message);
    }
}
