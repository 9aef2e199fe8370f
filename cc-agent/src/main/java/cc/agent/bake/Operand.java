package cc.agent.bake;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** A value that a hooked method has at its begin: the object itself, one of its fields, or an argument. */
sealed interface Operand {
    /** Puts it on the stack. */
    void load(MethodVisitor code, MethodDescription method);

    /** The object on which the method was called. */
    record This() implements Operand {
        @Override
        public void load(MethodVisitor code, MethodDescription method) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        }
    }

    /** A field of that object. */
    record Field(String name, String descriptor) implements Operand {
        @Override
        public void load(MethodVisitor code, MethodDescription method) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(
                    Opcodes.GETFIELD, method.getDeclaringType().asErasure().getInternalName(), name, descriptor);
        }
    }

    /** An argument that is a folder, for which null stands for the one for temporary files. */
    record FolderArgument(int index) implements Operand {
        @Override
        public void load(MethodVisitor code, MethodDescription method) {
            new Argument(index).load(code, method);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC, "cc/agent/boot/FileGuard", "folder", "(Ljava/io/File;)Ljava/io/File;", false);
        }
    }

    /** @param index from 0; negative: counted from the last, which is -1 */
    record Argument(int index) implements Operand {
        @Override
        public void load(MethodVisitor code, MethodDescription method) {
            Type[] types = Type.getArgumentTypes(method.asDefined().getDescriptor());
            int wanted = index < 0 ? types.length + index : index;
            code.visitVarInsn(types[wanted].getOpcode(Opcodes.ILOAD), slot(method, wanted));
        }

        /** The local variable of an argument. */
        static int slot(MethodDescription method, int index) {
            Type[] types = Type.getArgumentTypes(method.asDefined().getDescriptor());
            int slot = method.isStatic() ? 0 : 1;
            for (int i = 0; i < index; i++) {
                slot += types[i].getSize();
            }
            return slot;
        }
    }
}
