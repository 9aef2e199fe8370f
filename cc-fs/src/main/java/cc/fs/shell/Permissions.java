package cc.fs.shell;

import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Permissions as a set and as the nine bits of {@code st_mode}. */
final class Permissions {
    private static final PosixFilePermission[] FROM_HIGHEST_BIT = {
        PosixFilePermission.OWNER_READ,
        PosixFilePermission.OWNER_WRITE,
        PosixFilePermission.OWNER_EXECUTE,
        PosixFilePermission.GROUP_READ,
        PosixFilePermission.GROUP_WRITE,
        PosixFilePermission.GROUP_EXECUTE,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE
    };

    private Permissions() {}

    static Set<PosixFilePermission> ofBits(int bits) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < FROM_HIGHEST_BIT.length; i++) {
            if ((bits >> FROM_HIGHEST_BIT.length - 1 - i & 1) != 0) {
                set.add(FROM_HIGHEST_BIT[i]);
            }
        }
        return set;
    }

    // The parameter's name and type are in the message if there is none, and the same as in the JDK.
    static int bits(Set<?> perms) {
        int bits = 0;
        for (Object permission : perms) {
            PosixFilePermission wanted = (PosixFilePermission) permission;
            bits |= 1 << FROM_HIGHEST_BIT.length - 1 - wanted.ordinal();
        }
        return bits;
    }

    /**
     * Those that a new file is to have.
     *
     * @throws UnsupportedOperationException if something else is to be set at once
     */
    static int wanted(FileAttribute<?>[] attributes, int otherwise) {
        int bits = otherwise;
        for (FileAttribute<?> attribute : attributes) {
            if (attribute == null) {
                throw new NullPointerException();
            } else if (!attribute.name().equals("posix:permissions")
                    && !attribute.name().equals("unix:permissions")) {
                throw new UnsupportedOperationException(
                        "'" + attribute.name() + "' not supported as initial attribute");
            }
            bits = bits((Set<?>) attribute.value());
        }
        return bits;
    }
}
