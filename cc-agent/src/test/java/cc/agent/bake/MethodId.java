package cc.agent.bake;

import net.bytebuddy.jar.asm.Type;

/**
 * A method of a class.
 *
 * @param owner the class's internal name, with slashes
 */
record MethodId(String owner, String name, String descriptor) implements Comparable<MethodId> {
    /** As people write it, without what it returns: {@code sun.nio.fs.UnixPath.toRealPath(LinkOption[])}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(owner.replace('/', '.'));
        text.append('.').append(name).append('(');
        String comma = "";
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            String type = argument.getClassName();
            text.append(comma).append(type.substring(type.lastIndexOf('.') + 1));
            comma = ",";
        }
        return text.append(')').toString();
    }

    /** The class's and the method's name, which say enough of a native. */
    String shortName() {
        return owner.substring(owner.lastIndexOf('/') + 1) + "." + name;
    }

    @Override
    public int compareTo(MethodId other) {
        int order = toString().compareTo(other.toString());
        return order != 0 ? order : descriptor.compareTo(other.descriptor);
    }
}
