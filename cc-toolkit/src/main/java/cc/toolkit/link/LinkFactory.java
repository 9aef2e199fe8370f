package cc.toolkit.link;

/** Opens the connection that a toolkit uses for the program's whole life. */
@FunctionalInterface
public interface LinkFactory {

    /**
     * Starts to connect, and keeps connected from then on.
     *
     * @param listener is told about connections and messages; ready to be called at once
     */
    ScreenLink open(LinkListener listener);
}
