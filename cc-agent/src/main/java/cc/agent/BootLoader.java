package cc.agent;

import java.lang.reflect.Field;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/** Defines classes in the loader of the JDK's own ones, through the JDK's internal {@code Unsafe}. */
final class BootLoader {
    private final Unsafe unsafe;

    BootLoader(ModuleAccess access) {
        access.openToAgent("java.base", "jdk.internal.misc");
        // By name and not by reflection, which takes newer JDKs tens of milliseconds the first time.
        unsafe = Unsafe.getUnsafe();
    }

    /**
     * Puts hooked classes where the JDK's would be loaded later. All at once and before the program runs: a transformer
     * that waits for them would be asked about every class that the program ever loads.
     *
     * @param hooked class files by internal name (with slashes); superclasses before subclasses
     * @throws IllegalStateException if one was loaded before
     */
    void defineHooked(Map<String, byte[]> hooked) {
        for (Map.Entry<String, byte[]> entry : hooked.entrySet()) {
            try {
                define(entry.getKey(), entry.getValue());
            } catch (LinkageError e) {
                throw new IllegalStateException(
                        entry.getKey().replace('/', '.')
                                + " was loaded before the CC agent; name -javaagent:cc-agent.jar before other agents",
                        e);
            }
        }
    }

    /** @param name internal, with slashes */
    void define(String name, byte[] classFile) {
        Class<?> defined = unsafe.defineClass(name, classFile, 0, classFile.length, null, null);
        assert defined.getClassLoader() == null;
    }

    /** Sets a static field of a class that is initialised. */
    void setStatic(Field field, boolean value) {
        unsafe.putBoolean(unsafe.staticFieldBase(field), unsafe.staticFieldOffset(field), value);
    }
}
