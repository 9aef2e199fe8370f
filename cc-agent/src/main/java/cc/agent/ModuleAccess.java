package cc.agent;

import java.lang.instrument.Instrumentation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Opens the JDK's inside to the shell at run time, so that users need no {@code --add-opens}. Test tools that drive a
 * program's Swing components reflectively get the same access as the shell: they would otherwise need flags that a
 * user of {@code -Dawt.toolkit=cc} did not give.
 */
final class ModuleAccess {
    private static final Set<String> BASE_PACKAGES_FOR_TEST_TOOLS =
            Set.of("java.lang", "java.lang.reflect", "java.util");
    private static final Set<String> BASE_PACKAGES_FOR_FILES = Set.of(
            "java.io", "java.lang", "java.nio", "jdk.internal.access", "jdk.internal.misc", "sun.nio.ch", "sun.nio.fs");

    private final Instrumentation instrumentation;

    ModuleAccess(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /** Lets this agent's own classes use a package of the JDK, all of it. */
    void openToAgent(String moduleName, String packageName) {
        open(module(moduleName), Set.of(packageName), Set.of(ModuleAccess.class.getModule()));
    }

    /** @param bridge what hooked classes of the desktop call */
    void openDesktopTo(Module shell, Module bridge) {
        Module program = ClassLoader.getSystemClassLoader().getUnnamedModule();
        Module desktop = module("java.desktop");
        open(desktop, desktop.getPackages(), Set.of(shell, program));
        instrumentation.redefineModule(desktop, Set.of(bridge), Map.of(), Map.of(), Set.of(), Map.of());
        open(Object.class.getModule(), BASE_PACKAGES_FOR_TEST_TOOLS, Set.of(shell, program));
    }

    /** @param bridge what hooked classes of files call */
    void openFilesTo(Module shell, Module bridge) {
        Module base = Object.class.getModule();
        Map<String, Set<Module>> grants = grants(BASE_PACKAGES_FOR_FILES, Set.of(shell, bridge));
        instrumentation.redefineModule(base, Set.of(bridge), grants, grants, Set.of(), Map.of());
    }

    private static Module module(String name) {
        Module module = ModuleLayer.boot().findModule(name).orElse(null);
        if (module == null) {
            throw new IllegalStateException("this Java runtime lacks the module " + name + "; use one that has it");
        }
        return module;
    }

    private void open(Module module, Set<String> packages, Set<Module> readers) {
        Map<String, Set<Module>> grants = grants(packages, readers);
        instrumentation.redefineModule(module, Set.of(), grants, grants, Set.of(), Map.of());
    }

    private static Map<String, Set<Module>> grants(Set<String> packages, Set<Module> readers) {
        Map<String, Set<Module>> grants = new HashMap<>();
        for (String name : packages) {
            grants.put(name, readers);
        }
        return grants;
    }
}
