package cc.agent.bake;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.pool.TypePool;

/** The methods of a JDK that the hook table of files is about. */
final class HookedMethods {
    private HookedMethods() {}

    static Set<MethodId> of(JavaBase base) {
        TypePool types = TypePool.Default.of(base.locator());
        Set<MethodId> hooked = new HashSet<>();
        for (FileHook hook : FileHooks.table()) {
            TypePool.Resolution type = types.describe(hook.className());
            if (type.isResolved()) {
                for (MethodDescription.InDefinedShape method :
                        type.resolve().getDeclaredMethods().filter(hook.methods())) {
                    hooked.add(new MethodId(
                            hook.className().replace('.', '/'), method.getInternalName(), method.getDescriptor()));
                }
            }
        }
        return hooked;
    }
}
