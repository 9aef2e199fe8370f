package cc.agent.bake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of who calls whom.
 *
 * @param parent the superclass, by internal name as all classes are here
 * @param methods by name and descriptor, written one after the other
 */
record ClassFacts(
        String name, int access, @Nullable String parent, List<String> interfaces, Map<String, MethodFacts> methods) {

    /**
     * One method.
     *
     * @param made the classes of which it makes objects
     */
    record MethodFacts(MethodId id, int access, Set<Call> calls, Set<String> made) {
        /** The name is enough, and comparing all calls takes long. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof MethodFacts method && id.equals(method.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        boolean isNative() {
            return (access & Opcodes.ACC_NATIVE) != 0;
        }

        boolean isStatic() {
            return (access & Opcodes.ACC_STATIC) != 0;
        }

        boolean isPrivate() {
            return (access & Opcodes.ACC_PRIVATE) != 0;
        }

        boolean isVisibleOutside() {
            return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        }
    }

    /**
     * A call of a method.
     *
     * @param virtual whether the object's class decides which one is executed
     */
    record Call(MethodId method, boolean virtual) {}

    static ClassFacts of(String name, int access, @Nullable String parent, List<String> interfaces) {
        return new ClassFacts(name, access, parent, interfaces, new LinkedHashMap<>());
    }

    boolean isPublic() {
        return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    boolean isInterface() {
        return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    String packageName() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
