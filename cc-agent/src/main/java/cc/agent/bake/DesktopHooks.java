package cc.agent.bake;

import static net.bytebuddy.matcher.ElementMatchers.isNative;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.implementation.StubMethod;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/** The hook table of the desktop: how the JDK is made to use our toolkit and no native windowing library. */
final class DesktopHooks {
    private DesktopHooks() {}

    static List<HookPoint> table(TypePool types) {
        List<HookPoint> points = new ArrayList<>();
        points.add(new HookPoint(
                "sun.awt.PlatformGraphicsInfo", named("createGE"), bridge(types, "createGraphicsEnvironment"), true));
        points.add(new HookPoint(
                "sun.awt.PlatformGraphicsInfo", named("createToolkit"), bridge(types, "createToolkit"), true));
        points.add(new HookPoint(
                "sun.awt.PlatformGraphicsInfo", named("getDefaultHeadlessProperty"), FixedValue.value(false), true));
        points.add(new HookPoint(
                "java.awt.GraphicsEnvironment",
                named("isHeadless").and(takesArguments(0)),
                bridge(types, "isHeadless"),
                true));
        // Since JDK 21; JDK 17 reads the property sun.font.fontmanager.
        points.add(new HookPoint("sun.font.PlatformFontInfo", named("createFontManager"), fcFontManager(types), false));
        points.add(new HookPoint(
                "javax.swing.RepaintManager$PaintManager", named("paint"), FixedValue.value(false), true));
        // A splash screen is drawn by a native X11 library before the program runs.
        points.add(new HookPoint("java.awt.SplashScreen", named("getSplashScreen"), StubMethod.INSTANCE, true));
        // Natives of the half of AWT that is never loaded. Initialisers' natives need no hook: they are called unless
        // GraphicsEnvironment is headless, as the JDK's own headless mode needs it.
        points.add(new HookPoint("java.awt.AWTEvent", named("nativeSetSource"), StubMethod.INSTANCE, false));
        points.add(new HookPoint("java.awt.Cursor", named("finalizeImpl"), StubMethod.INSTANCE, false));
        points.add(new HookPoint("sun.awt.SunToolkit", isNative(), StubMethod.INSTANCE, false));
        return points;
    }

    /** Described from its class file: reflection would load the very AWT classes that are to be hooked. */
    private static MethodCall bridge(TypePool types, String method) {
        return MethodCall.invoke(types.describe("cc.agent.boot.Bridge")
                .resolve()
                .getDeclaredMethods()
                .filter(named(method))
                .getOnly());
    }

    private static MethodCall fcFontManager(TypePool types) {
        return MethodCall.construct(types.describe("sun.awt.FcFontManager")
                .resolve()
                .getDeclaredMethods()
                .filter(ElementMatchers.isConstructor().and(takesArguments(0)))
                .getOnly());
    }
}
