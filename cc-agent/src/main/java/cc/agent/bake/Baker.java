package cc.agent.bake;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.pool.TypePool;

/**
 * Makes hooked copies of JDK classes with Byte Buddy. Runs once per JDK build; what it makes is kept by the agent's
 * cache. Every point of the hook table is checked here: a JDK in which one is missing is refused by name, since a hook
 * that silently does nothing would fail much later and much less clearly.
 */
public final class Baker {
    private Baker() {}

    /**
     * Hooks the classes of the running JDK, without loading them.
     *
     * @return class files by internal name (with slashes), superclasses before subclasses
     * @throws IllegalStateException if this JDK lacks a required class or method
     */
    public static Map<String, byte[]> bake() throws IOException {
        ClassFileLocator jdk = ClassFileLocator.ForClassLoader.ofBootLoader();
        TypePool types = TypePool.Default.of(
                new ClassFileLocator.Compound(jdk, ClassFileLocator.ForClassLoader.ofSystemLoader()));
        Map<String, DynamicType.Builder<?>> builders = new LinkedHashMap<>();
        for (HookPoint point : DesktopHooks.table(types)) {
            TypePool.Resolution resolution = types.describe(point.className());
            if (!resolution.isResolved()) {
                requireAbsent(point);
                continue;
            }
            TypeDescription type = resolution.resolve();
            List<MethodDescription.InDefinedShape> methods =
                    type.getDeclaredMethods().filter(point.methods());
            if (methods.isEmpty()) {
                requireAbsent(point);
                continue;
            }
            DynamicType.Builder<?> builder = builders.containsKey(point.className())
                    ? builders.get(point.className())
                    : new ByteBuddy().with(TypeValidation.DISABLED).redefine(type, jdk);
            for (MethodDescription method : methods) {
                builder = builder.method(m -> m.asDefined().equals(method)).intercept(point.replacement());
            }
            builders.put(point.className(), builder);
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        builders.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        entry -> depth(types.describe(entry.getKey()).resolve())))
                .forEach(entry -> classes.put(
                        entry.getKey().replace('.', '/'),
                        entry.getValue().make().getBytes()));
        return classes;
    }

    /** How many superclasses a class has. */
    private static int depth(TypeDescription type) {
        TypeDescription.Generic parent = type.getSuperClass();
        return parent == null ? 0 : 1 + depth(parent.asErasure());
    }

    private static void requireAbsent(HookPoint point) {
        if (point.required()) {
            throw new IllegalStateException("this JDK (" + System.getProperty("java.runtime.version")
                    + ") has no method " + point.className() + "." + point.methods()
                    + " to hook; use a JDK 17 to 25");
        }
    }
}
