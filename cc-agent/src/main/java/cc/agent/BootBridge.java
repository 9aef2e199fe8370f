package cc.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;

/**
 * Defines the few classes of {@code cc.agent.boot} in the boot loader. Not by
 * {@code appendToBootstrapClassLoaderSearch}: that prints a warning and costs the program its shared class archive.
 */
final class BootBridge {
    /** In the order of definition: what a class extends or implements comes before it. */
    private static final String[] CLASSES = {"cc/agent/boot/ToolkitProvider", "cc/agent/boot/Bridge"};

    private BootBridge() {}

    static void define(ModuleAccess access) throws IOException, ReflectiveOperationException {
        access.openToAgent("java.base", "jdk.internal.misc");
        Class<?> unsafeClass = Class.forName("jdk.internal.misc.Unsafe");
        Object unsafe = unsafeClass.getMethod("getUnsafe").invoke(null);
        Method defineClass = unsafeClass.getMethod(
                "defineClass",
                String.class,
                byte[].class,
                int.class,
                int.class,
                ClassLoader.class,
                ProtectionDomain.class);
        for (String name : CLASSES) {
            byte[] bytes = read(name + ".class");
            defineClass.invoke(unsafe, name, bytes, 0, bytes.length, null, null);
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the agent's jar is incomplete: " + resource + " is missing; build it again");
            }
            return in.readAllBytes();
        }
    }
}
