package cc.fs.battery;

/** The null that careless programs pass where none is allowed. */
final class Absent {
    private Absent() {}

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    static <T> T value() {
        return null;
    }
}
