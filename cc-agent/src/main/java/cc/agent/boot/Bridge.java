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
    private static final String NATIVE_LOADER_PREFIX = "jdk.internal.loader.NativeLibrar";

    private static volatile Supplier<ToolkitProvider> source;
    private static ToolkitProvider provider;
    private static volatile boolean awtLibraryLoaded;
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
     * Replaces {@code GraphicsEnvironment.isHeadless}. The native library {@code awt} asks once, while it is being
     * loaded, whether to bring in the X11 half or the half without a display; that one caller is told "headless", so
     * that no X library is needed. Programs are told what their own setting of {@code java.awt.headless} says.
     */
    public static boolean isHeadless() {
        if (!awtLibraryLoaded && calledByLibraryLoader()) {
            awtLibraryLoaded = true;
            return true;
        }
        Boolean answer = headless;
        if (answer == null) {
            answer = Boolean.getBoolean("java.awt.headless");
            headless = answer;
        }
        return answer;
    }

    private static boolean calledByLibraryLoader() {
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            if (frame.getClassName().startsWith(NATIVE_LOADER_PREFIX)) {
                return frame.getMethodName().equals("load");
            }
        }
        return false;
    }
}
