package cc.agent;

import cc.agent.boot.Bridge;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Entry of {@code -javaagent:cc-agent.jar}. Puts the virtual shell around a program that was started with
 * {@code -Dawt.toolkit=cc}, or with rules for its files; in every other virtual machine it returns at once and changes nothing, so it may sit in
 * {@code JDK_JAVA_OPTIONS} for good.
 *
 * <p>Where the shell cannot be put in place, the program runs as if it were not there, and one line on standard error
 * says why. A program whose files are to be elsewhere is not started then.
 */
public final class Agent {
    private static final String TOOLKIT_PROPERTY = "awt.toolkit";
    private static final String TOOLKIT_NAME = "cc";

    /** What shells report for a command that cannot be executed. */
    private static final int EXIT_REFUSED = 126;

    private Agent() {}

    /** Called by the virtual machine before the program's {@code main}. */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        boolean desktop =
                TOOLKIT_NAME.equals(System.getProperty(TOOLKIT_PROPERTY)) && !Boolean.getBoolean("java.awt.headless");
        boolean files = System.getProperty(FileShellStart.RULES_PROPERTY) != null
                || Boolean.getBoolean(FileShellStart.SANDBOX_PROPERTY);
        if (!desktop && !files) {
            return;
        }
        try {
            Path jar = AgentJar.location();
            ModuleAccess access = new ModuleAccess(instrumentation);
            BootLoader boot = new BootLoader(access);
            IsolatedLoader loader = new IsolatedLoader(jar);
            HookCache hooks = HookCache.forThisRuntime(jar);
            UnsafeWarning.silence(boot);
            if (files) {
                FileShellStart.start(instrumentation, access, boot, jar, loader, hooks);
            }
            if (desktop) {
                startDesktop(access, boot, jar, loader, hooks);
            }
        } catch (FileShellStart.RefusedException refused) {
            // Without its files the program would do what nobody meant it to do.
            System.err.println("cc: the program is not started: " + refused.getMessage());
            Runtime.getRuntime().halt(EXIT_REFUSED);
        } catch (Throwable failure) {
            // Whatever it is, it must not become the program's problem.
            System.err.println("cc: the program runs without CC: " + failure);
            if (Boolean.getBoolean("cc.debug")) {
                failure.printStackTrace();
            }
        }
    }

    private static void startDesktop(
            ModuleAccess access, BootLoader boot, Path jar, IsolatedLoader loader, HookCache hooks)
            throws IOException, ReflectiveOperationException {
        BootBridge.defineDesktop(boot, jar);
        access.openDesktopTo(loader.getUnnamedModule(), Bridge.class.getModule());
        boot.defineHooked(hooks.loadOrBake(loader, "desktop"));
        DesktopProperties.set();
        Bridge.install(new ToolkitSource(loader));
    }
}
