package cc.agent;

import cc.agent.boot.FileGuard;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts the shell between the program and its files. */
final class FileShellStart {
    /** Has the rules of the program's mount table. */
    static final String RULES_PROPERTY = "cc.files.rules";

    /** Set to true: the program sees nothing but what rules list. */
    static final String SANDBOX_PROPERTY = "cc.files.sandbox";

    private static final String SHELL_CLASS = "cc.fs.shell.FileShell";

    private FileShellStart() {}

    /** The program must not run, since its files are not what they are meant to be. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        RefusedException(Throwable cause) {
            super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        }
    }

    static void start(
            Instrumentation instrumentation,
            ModuleAccess access,
            BootLoader boot,
            Path agentJar,
            ClassLoader loader,
            HookCache hooks)
            throws RefusedException {
        try {
            BootBridge.defineFiles(boot, agentJar);
            access.openFilesTo(loader.getUnnamedModule(), FileGuard.class.getModule());
            Class<?> shell = loader.loadClass(SHELL_CLASS);
            Object prepared = shell.getMethod("prepare").invoke(null);
            redefine(instrumentation, hooks.loadOrBake(loader, "files"));
            shell.getMethod("install").invoke(prepared);
            ProgramClassPath.append(access);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw new RefusedException(cause == null ? e : cause);
        } catch (Exception | LinkageError e) {
            throw new RefusedException(e);
        }
    }

    /**
     * All at once, loaded or not, and not by a transformer: what was redefined stays so when others transform these classes
     * again, as the flight recorder does, and nobody is asked about every class that the program loads.
     */
    private static void redefine(Instrumentation instrumentation, Map<String, byte[]> hooked) throws Exception {
        List<ClassDefinition> definitions = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : hooked.entrySet()) {
            Class<?> type = Class.forName(entry.getKey().replace('/', '.'), false, null);
            definitions.add(new ClassDefinition(type, entry.getValue()));
        }
        instrumentation.redefineClasses(definitions.toArray(new ClassDefinition[0]));
    }
}
