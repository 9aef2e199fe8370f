package cc.agent;

/**
 * Since JDK 24 the first use of {@code sun.misc.Unsafe} prints four lines on standard error. Protobuf uses it within the
 * shell; a program that was never asked must not look as if it did. Marks the warning as given. A program that uses
 * {@code Unsafe} itself loses it, too, but keeps what {@code --sun-misc-unsafe-memory-access=debug} or {@code deny} do.
 */
final class UnsafeWarning {

    private static final int FIRST_THAT_WARNS = 24;

    private UnsafeWarning() {}

    static void silence(BootLoader boot) {
        if (Runtime.version().feature() < FIRST_THAT_WARNS) {
            return;
        }
        try {
            boot.setStatic(Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned"), true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A JDK that does not warn, or does it otherwise: at worst, four lines are printed.
        }
    }
}
