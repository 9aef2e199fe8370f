package cc.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;

/** Defines classes in the loader of the JDK's own ones, through the JDK's internal {@code Unsafe}. */
final class BootLoader {
    private final Object unsafe;
    private final Method defineClass;

    BootLoader(ModuleAccess access) throws ReflectiveOperationException {
        access.openToAgent("java.base", "jdk.internal.misc");
        Class<?> unsafeClass = Class.forName("jdk.internal.misc.Unsafe");
        unsafe = unsafeClass.getMethod("getUnsafe").invoke(null);
        defineClass = unsafeClass.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
    }

    /**
     * Puts hooked classes where the JDK's would be loaded later. All at once and before the program runs: a transformer
     * that waits for them would be asked about every class that the program ever loads.
     *
     * @param hooked class files by internal name (with slashes); superclasses before subclasses
     * @throws IllegalStateException if one was loaded before
     */
    void defineHooked(Map<String, byte[]> hooked) throws ReflectiveOperationException {
        for (Map.Entry<String, byte[]> entry : hooked.entrySet()) {
            try {
                define(entry.getKey(), entry.getValue());
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof LinkageError) {
                    throw new IllegalStateException(
                            entry.getKey().replace('/', '.')
                                    + " was loaded before the CC agent; name -javaagent:cc-agent.jar before other agents",
                            e);
                }
                throw e;
            }
        }
    }

    /** @param name internal, with slashes */
    void define(String name, byte[] classFile) throws ReflectiveOperationException {
        defineClass.invoke(unsafe, name, classFile, 0, classFile.length, null, null);
    }
}
