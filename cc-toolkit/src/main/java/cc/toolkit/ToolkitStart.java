package cc.toolkit;

import cc.toolkit.link.LinkFactory;
import cc.toolkit.window.Desk;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import org.jspecify.annotations.Nullable;

/**
 * Puts the toolkit together when the program first uses AWT. The agent's replacement of
 * {@code sun.awt.PlatformGraphicsInfo} ends up here.
 *
 * <p>{@link #connectBy} comes first; then the JDK asks for the graphics environment or the toolkit, in any order and
 * from any thread.
 */
public final class ToolkitStart {
    private static @Nullable LinkFactory links;
    private static @Nullable Desk desk;

    private ToolkitStart() {}

    /** Says how to reach the screen. Opens nothing yet: a program that uses no AWT never connects. */
    public static synchronized void connectBy(LinkFactory factory) {
        links = factory;
    }

    /** For {@code PlatformGraphicsInfo.createGE()}. */
    public static GraphicsEnvironment createGE() {
        return desk().environment();
    }

    /** For {@code PlatformGraphicsInfo.createToolkit()}. */
    public static Toolkit createToolkit() {
        return new CcToolkit();
    }

    static synchronized Desk desk() {
        Desk made = desk;
        if (made == null) {
            LinkFactory factory = links;
            if (factory == null) {
                throw new IllegalStateException("AWT was used before anybody said how to reach the screen.");
            }
            made = new Desk(factory);
            desk = made;
        }
        return made;
    }
}
