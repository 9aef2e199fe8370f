package cc.agent;

import cc.agent.boot.Bridge;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Entry of {@code -javaagent:cc-agent.jar}. Puts the virtual shell around a program that was started with
 * {@code -Dawt.toolkit=cc}; in every other virtual machine it returns at once and changes nothing, so it may sit in
 * {@code JDK_JAVA_OPTIONS} for good.
 *
 * <p>Where the shell cannot be put in place, the program runs as if it were not there, and one line on standard error
 * says why.
 */
public final class Agent {
    private static final String TOOLKIT_PROPERTY = "awt.toolkit";
    private static final String TOOLKIT_NAME = "cc";

    private Agent() {}

    /** Called by the virtual machine before the program's {@code main}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        if (!TOOLKIT_NAME.equals(System.getProperty(TOOLKIT_PROPERTY)) || Boolean.getBoolean("java.awt.headless")) {
            return;
        }
        try {
            activate(instrumentation);
        } catch (Throwable failure) {
            // Whatever it is, it must not become the program's problem.
            System.err.println("cc: the program runs without CC: " + failure);
            if (Boolean.getBoolean("cc.debug")) {
                failure.printStackTrace();
            }
        }
    }

    private static void activate(Instrumentation instrumentation) throws IOException, ReflectiveOperationException {
        Path jar = AgentJar.location();
        ModuleAccess access = new ModuleAccess(instrumentation);
        BootLoader boot = new BootLoader(access);
        BootBridge.define(boot);
        IsolatedLoader loader = new IsolatedLoader(jar);
        access.openDesktopTo(loader.getUnnamedModule(), Bridge.class.getModule());
        boot.defineHooked(HookCache.forThisRuntime(jar).loadOrBake(loader));
        DesktopProperties.set();
        UnsafeWarning.silence(access);
        Bridge.install(new ToolkitSource(loader));
    }
}
