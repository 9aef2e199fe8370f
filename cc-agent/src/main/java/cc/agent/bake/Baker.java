package cc.agent.bake;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.pool.TypePool;

/**
 * Makes hooked copies of JDK classes with Byte Buddy. Runs once per JDK build; what it makes is kept by the agent's
 * cache. Every point of the hook tables is checked here: a JDK in which one is missing is refused by name, since a hook
 * that silently does nothing would fail much later and much less clearly.
 */
public final class Baker {
    private final ClassFileLocator jdk = ClassFileLocator.ForClassLoader.ofBootLoader();
    private final TypePool types =
            TypePool.Default.of(new ClassFileLocator.Compound(jdk, ClassFileLocator.ForClassLoader.ofSystemLoader()));
    private final Map<String, DynamicType.Builder<?>> builders = new LinkedHashMap<>();

    private Baker() {}

    /**
     * Hooks what a program's windows need in the classes of the running JDK, without loading them.
     *
     * @return class files by internal name (with slashes), superclasses before subclasses
     * @throws IllegalStateException if this JDK lacks a required class or method
     */
    public static Map<String, byte[]> desktop() throws IOException {
        Baker baker = new Baker();
        for (HookPoint point : DesktopHooks.table(baker.types)) {
            baker.hook(
                    point.className(),
                    point.methods(),
                    point.required(),
                    (builder, method) ->
                            builder.method(m -> m.asDefined().equals(method)).intercept(point.replacement()));
        }
        return baker.classes();
    }

    /**
     * Hooks what reaches files in the classes of the running JDK. They keep their fields and methods, so that they can
     * replace those that are loaded.
     *
     * @return as {@link #desktop}
     * @throws IllegalStateException if this JDK lacks a required class or method
     */
    public static Map<String, byte[]> files() throws IOException {
        Baker baker = new Baker();
        for (FileHook hook : FileHooks.table()) {
            Prologue prologue = new Prologue(baker.types, hook);
            baker.hook(
                    hook.className(),
                    hook.methods(),
                    !hook.optional(),
                    (builder, method) -> builder.visit(new AsmVisitorWrapper.ForDeclaredMethods()
                            .invokable(m -> m.asDefined().equals(method), prologue)));
        }
        return baker.classes();
    }

    /** Adds one hooked method to what becomes of a class. */
    private interface Step {
        DynamicType.Builder<?> add(DynamicType.Builder<?> builder, MethodDescription.InDefinedShape method);
    }

    private void hook(String className, ElementMatcher<? super MethodDescription> wanted, boolean required, Step step) {
        TypePool.Resolution resolution = types.describe(className);
        if (!resolution.isResolved()) {
            requireAbsent(className, wanted, required);
            return;
        }
        TypeDescription type = resolution.resolve();
        List<MethodDescription.InDefinedShape> methods =
                type.getDeclaredMethods().filter(wanted);
        if (methods.isEmpty()) {
            requireAbsent(className, wanted, required);
            return;
        }
        DynamicType.Builder<?> builder = builders.containsKey(className)
                ? builders.get(className)
                : new ByteBuddy().with(TypeValidation.DISABLED).redefine(type, jdk);
        for (MethodDescription.InDefinedShape method : methods) {
            builder = step.add(builder, method);
        }
        builders.put(className, builder);
    }

    private Map<String, byte[]> classes() {
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

    private static void requireAbsent(String className, Object methods, boolean required) {
        if (required) {
            throw new IllegalStateException("this JDK (" + System.getProperty("java.runtime.version")
                    + ") has no method " + className + "." + methods + " to hook; use a JDK 17 to 25");
        }
    }
}
