package cc.agent.boot;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.util.function.Supplier;

/**
 * Where hooked JDK methods arrive. Defined in the boot loader, since that is all that {@code java.desktop} can see;
 * everything heavier sits behind {@link ToolkitProvider} in the agent's isolated loader and is loaded when first
 * needed.
 *
 * <p>Thread-safe. Called from class initialisers and from the loading of native libraries: nothing here may use
 * lambdas, logging or AWT before it is asked for.
 */
public final class Bridge {
    private static volatile Supplier<ToolkitProvider> source;
    private static ToolkitProvider provider;
    private static volatile Boolean headless;

    private Bridge() {}

    /** Tells where the toolkit comes from; called once, by the agent, before any AWT class is loaded. */
    public static void install(Supplier<ToolkitProvider> toolkitSource) {
        source = toolkitSource;
    }

    private static synchronized ToolkitProvider provider() {
        if (provider == null) {
            provider = source.get();
        }
        return provider;
    }

    /** Replaces {@code sun.awt.PlatformGraphicsInfo.createGE}. */
    public static GraphicsEnvironment createGraphicsEnvironment() {
        return provider().createGraphicsEnvironment();
    }

    /** Replaces {@code sun.awt.PlatformGraphicsInfo.createToolkit}. */
    public static Toolkit createToolkit() {
        return provider().createToolkit();
    }

    /**
     * Replaces {@code GraphicsEnvironment.isHeadless}. Who asks in order to use the X11 half of AWT is told "headless":
     * see {@link HeadlessCaller}. Programs are told what their own setting of {@code java.awt.headless} says.
     */
    public static boolean isHeadless() {
        if (HeadlessCaller.asks()) {
            return true;
        }
        Boolean answer = headless;
        if (answer == null) {
            answer = Boolean.getBoolean("java.awt.headless");
            headless = answer;
        }
        return answer;
    }
}
