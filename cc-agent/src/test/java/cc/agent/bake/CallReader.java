package cc.agent.bake;

import cc.agent.bake.ClassFacts.Call;
import cc.agent.bake.ClassFacts.MethodFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.ModuleVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Takes from a class file what {@link ClassFacts} has, or from a module's what it exports to everybody. */
final class CallReader extends ClassVisitor {
    private final Set<String> exported;
    private @Nullable ClassFacts facts;

    CallReader(Set<String> exported) {
        super(OpenedClassReader.ASM_API);
        this.exported = exported;
    }

    /** Nothing if it was a module's. */
    @Nullable
    ClassFacts facts() {
        return facts;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        if ((access & Opcodes.ACC_MODULE) == 0) {
            facts = ClassFacts.of(name, access, parent, interfaces == null ? List.of() : List.of(interfaces));
        }
    }

    @Override
    public ModuleVisitor visitModule(String name, int access, @Nullable String version) {
        return new ModuleVisitor(OpenedClassReader.ASM_API) {
            @Override
            public void visitExport(String packageName, int access, String @Nullable ... modules) {
                if (modules == null || modules.length == 0) {
                    exported.add(packageName);
                }
            }
        };
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (facts == null) {
            return null;
        }
        MethodFacts method =
                new MethodFacts(new MethodId(facts.name(), name, descriptor), access, new HashSet<>(), new HashSet<>());
        facts.methods().put(name + descriptor, method);
        return new Body(method);
    }

    /** The instructions that matter. */
    private static final class Body extends MethodVisitor {
        private final MethodFacts method;

        Body(MethodFacts method) {
            super(OpenedClassReader.ASM_API);
            this.method = method;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean virtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
            method.calls().add(new Call(new MethodId(owner, name, descriptor), virtual));
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                method.made().add(type);
            }
        }

        /** Whoever makes a lambda or a method reference counts as calling it. */
        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                    boolean virtual =
                            handle.getTag() == Opcodes.H_INVOKEVIRTUAL || handle.getTag() == Opcodes.H_INVOKEINTERFACE;
                    if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                        method.made().add(handle.getOwner());
                    }
                    method.calls()
                            .add(new Call(
                                    new MethodId(handle.getOwner(), handle.getName(), handle.getDesc()), virtual));
                }
            }
        }
    }
}
