package cc.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands the virtual machine the baked classes in place of the JDK's; stays registered for the machine's life. */
final class HookTransformer implements ClassFileTransformer {
    private final Map<String, byte[]> hooked;

    /** @param hooked class file by internal name (with slashes) */
    HookTransformer(Map<String, byte[]> hooked) {
        this.hooked = hooked;
    }

    /** Hooks change the shape of classes, which is only possible before they are loaded. */
    void refuseLoadedClasses(Instrumentation instrumentation) {
        for (Class<?> loaded : instrumentation.getInitiatedClasses(null)) {
            if (hooked.containsKey(loaded.getName().replace('.', '/'))) {
                throw new IllegalStateException(loaded.getName()
                        + " was loaded before the CC agent; name -javaagent:cc-agent.jar before other agents");
            }
        }
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String className,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] original) {
        return loader == null && className != null ? hooked.get(className) : null;
    }
}
