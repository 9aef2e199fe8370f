package cc.agent;

import java.lang.reflect.Field;

/**
 * Since JDK 24 the first use of {@code sun.misc.Unsafe} prints four lines on standard error. Protobuf uses it within the
 * shell; a program that was never asked must not look as if it did. Marks the warning as given. A program that uses
 * {@code Unsafe} itself loses it, too, but keeps what {@code --sun-misc-unsafe-memory-access=debug} or {@code deny} do.
 */
final class UnsafeWarning {
    private static final String MODULE = "jdk.unsupported";
    private static final String PACKAGE = "sun.misc";

    private UnsafeWarning() {}

    static void silence(ModuleAccess access) {
        try {
            access.openToAgent(MODULE, PACKAGE);
            Field warned = Class.forName(PACKAGE + ".Unsafe").getDeclaredField("memoryAccessWarned");
            warned.setAccessible(true);
            warned.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A JDK that does not warn, or does it otherwise: at worst, four lines are printed.
        }
    }
}
