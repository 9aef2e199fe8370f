package cc.agent.bake;

import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/**
 * Puts a question before a method's own code, which stays as it is: if {@code cc.agent.boot.FileGuard} says that one of the
 * guarded values is the shell's affair, the handler is called, and what it returns is what the method returns. Written as
 * instructions and not as an inlined method of ours, since a hooked class can neither get more methods nor more fields when
 * it is loaded already, and since this is all there is to execute where nothing is virtual.
 */
final class Prologue implements AsmVisitorWrapper.ForDeclaredMethods.MethodVisitorWrapper {
    private static final String GUARD = "cc/agent/boot/FileGuard";
    private static final String IS_VIRTUAL = "isVirtual";

    /** What the JDK does not let others see, by what handlers see instead. */
    private static final Map<String, String> SEEN_AS = Map.of(
            "Lsun/nio/fs/UnixPath;", "Ljava/nio/file/Path;",
            "Ljava/lang/ProcessImpl;", "Ljava/lang/Process;",
            "Lsun/nio/fs/UnixChannelFactory$Flags;", "Ljava/lang/Object;");

    private final TypePool types;
    private final FileHook hook;

    Prologue(TypePool types, FileHook hook) {
        this.types = types;
        this.hook = hook;
    }

    @Override
    public MethodVisitor wrap(
            TypeDescription instrumentedType,
            MethodDescription method,
            MethodVisitor next,
            Implementation.Context context,
            TypePool typePool,
            int writerFlags,
            int readerFlags) {
        MethodDescription handler = handler(method);
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitCode() {
                super.visitCode();
                write(mv, method, handler);
            }

            @Override
            public void visitMaxs(int stack, int locals) {
                super.visitMaxs(Math.max(stack, neededStack(handler)), locals);
            }
        };
    }

    private void write(MethodVisitor code, MethodDescription method, MethodDescription handler) {
        Label ours = new Label();
        Label theirs = new Label();
        List<Operand> guarded = hook.guarded();
        for (int i = 0; i < guarded.size(); i++) {
            guarded.get(i).load(code, method);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, GUARD, IS_VIRTUAL, "(" + type(guarded.get(i), method) + ")Z", false);
            boolean last = i == guarded.size() - 1;
            code.visitJumpInsn(last ? Opcodes.IFEQ : Opcodes.IFNE, last ? theirs : ours);
        }
        if (guarded.size() > 1) {
            code.visitLabel(ours);
            sameFrame(code);
        }
        call(code, method, handler);
        leave(code, method, handler);
        code.visitLabel(theirs);
        sameFrame(code);
    }

    /** The frame of a method's begin; the instruction keeps the next frame, if the method has one there, apart from it. */
    private static void sameFrame(MethodVisitor code) {
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        code.visitInsn(Opcodes.NOP);
    }

    private void call(MethodVisitor code, MethodDescription method, MethodDescription handler) {
        TypeDescription owner = handler.getDeclaringType().asErasure();
        code.visitFieldInsn(Opcodes.GETSTATIC, GUARD, hook.handlers(), owner.getDescriptor());
        for (Operand operand : hook.passed()) {
            operand.load(code, method);
        }
        code.visitMethodInsn(
                Opcodes.INVOKEINTERFACE,
                owner.getInternalName(),
                handler.getInternalName(),
                handler.asDefined().getDescriptor(),
                true);
    }

    private void leave(MethodVisitor code, MethodDescription method, MethodDescription handler) {
        Type returned = Type.getReturnType(method.asDefined().getDescriptor());
        Type handed = Type.getReturnType(handler.asDefined().getDescriptor());
        switch (hook.kind()) {
            case BEFORE -> {}
            case INSTEAD -> {
                if (returned.getSort() >= Type.ARRAY && !returned.equals(handed)) {
                    code.visitTypeInsn(Opcodes.CHECKCAST, returned.getInternalName());
                }
                code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
            }
            case ARGUMENT -> {
                Operand.Argument replaced = (Operand.Argument) hook.guarded().get(0);
                code.visitVarInsn(Opcodes.ASTORE, Operand.Argument.slot(method, replaced.index()));
            }
        }
    }

    /** @throws IllegalStateException if the interface of handlers has no such method */
    private MethodDescription handler(MethodDescription method) {
        TypeDescription guard = types.describe(GUARD.replace('/', '.')).resolve();
        FieldDescription field = guard.getDeclaredFields()
                .filter(ElementMatchers.named(hook.handlers()))
                .getOnly();
        StringBuilder parameters = new StringBuilder("(");
        hook.passed().forEach(operand -> parameters.append(type(operand, method)));
        String wanted = parameters.append(')').toString();
        MethodList<?> found = field.getType()
                .asErasure()
                .getDeclaredMethods()
                .filter(ElementMatchers.named(hook.handler()))
                .filter(candidate -> candidate.asDefined().getDescriptor().startsWith(wanted));
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "no handler " + hook.handlers() + "." + hook.handler() + wanted + " for " + method);
        }
        MethodDescription handler = found.getOnly();
        Type returned = Type.getReturnType(method.asDefined().getDescriptor());
        Type handed = Type.getReturnType(handler.asDefined().getDescriptor());
        if (hook.kind() == FileHook.Kind.INSTEAD && returned.getSort() != handed.getSort()) {
            throw new IllegalStateException(handler + " does not return what " + method + " does");
        }
        return handler;
    }

    private static String type(Operand operand, MethodDescription method) {
        String descriptor;
        if (operand instanceof Operand.Field field) {
            descriptor = field.descriptor();
        } else if (operand instanceof Operand.FolderArgument) {
            descriptor = "Ljava/io/File;";
        } else if (operand instanceof Operand.Argument argument) {
            Type[] arguments = Type.getArgumentTypes(method.asDefined().getDescriptor());
            int index = argument.index() < 0 ? arguments.length + argument.index() : argument.index();
            descriptor = arguments[index].getDescriptor();
        } else {
            descriptor = method.getDeclaringType().asErasure().getDescriptor();
        }
        return SEEN_AS.getOrDefault(descriptor, descriptor);
    }

    private static int neededStack(MethodDescription handler) {
        return handler.getStackSize() + 2;
    }
}
