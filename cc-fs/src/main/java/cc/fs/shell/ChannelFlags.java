package cc.fs.shell;

import cc.fs.service.OpenFlags;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the JDK's own form of open options, which has a field for each. */
final class ChannelFlags {
    private static final Map<Field, Integer> FIELDS = new LinkedHashMap<>();

    static {
        try {
            Class<?> flags = Class.forName("sun.nio.fs.UnixChannelFactory$Flags");
            add(flags, "read", OpenFlags.READ);
            add(flags, "write", OpenFlags.WRITE);
            add(flags, "append", OpenFlags.APPEND);
            add(flags, "truncateExisting", OpenFlags.TRUNCATE);
            add(flags, "noFollowLinks", OpenFlags.NOFOLLOW);
            add(flags, "create", OpenFlags.CREATE);
            add(flags, "createNew", OpenFlags.CREATE_NEW);
            add(flags, "deleteOnClose", OpenFlags.DELETE_ON_CLOSE);
            add(flags, "sync", OpenFlags.SYNC);
            add(flags, "dsync", OpenFlags.DSYNC);
            add(flags, "direct", OpenFlags.DIRECT);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private ChannelFlags() {}

    private static void add(Class<?> type, String name, int flag) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        FIELDS.put(field, flag);
    }

    /** @param flags a {@code sun.nio.fs.UnixChannelFactory.Flags} */
    static int read(Object flags) {
        int bits = 0;
        try {
            for (Map.Entry<Field, Integer> entry : FIELDS.entrySet()) {
                if (entry.getKey().getBoolean(flags)) {
                    bits |= entry.getValue();
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return normal(bits);
    }

    /** As the JDK passes them to the system: what is only read is neither made nor cut. */
    private static int normal(int bits) {
        int normal = bits;
        if (!OpenFlags.has(bits, OpenFlags.WRITE)) {
            normal &= ~(OpenFlags.APPEND | OpenFlags.TRUNCATE | OpenFlags.CREATE | OpenFlags.CREATE_NEW);
            normal |= OpenFlags.READ;
        }
        if (OpenFlags.has(bits, OpenFlags.DELETE_ON_CLOSE) && !OpenFlags.has(bits, OpenFlags.CREATE_NEW)) {
            normal |= OpenFlags.NOFOLLOW;
        }
        return normal;
    }
}
