package sun.awt;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;

/** Stands in for the agent's hooks in tests: patched into java.desktop, it brings the toolkit in from the class path. */
public final class PlatformGraphicsInfo {
    private PlatformGraphicsInfo() {}

    public static GraphicsEnvironment createGE() {
        return (GraphicsEnvironment) call("createGE");
    }

    public static Toolkit createToolkit() {
        return (Toolkit) call("createToolkit");
    }

    public static boolean getDefaultHeadlessProperty() {
        return false;
    }

    public static String getDefaultHeadlessMessage() {
        return "";
    }

    private static Object call(String method) {
        try {
            return Class.forName("cc.toolkit.ToolkitStart", true, ClassLoader.getSystemClassLoader())
                    .getMethod(method)
                    .invoke(null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
