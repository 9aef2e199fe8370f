package cc.toolkit.surface;

/** When a frame is flushed after something was drawn; tests drive it by hand. */
interface FlushSchedule {
    /**
     * Something was drawn and no flush is pending: run {@code flush} soon, once. Called with the recorder's lock held;
     * returns at once.
     */
    void request(Runnable flush);

    /** Whether something is being painted that should be flushed when it is complete. From any thread. */
    default boolean isPaintWorthWaiting() {
        return false;
    }
}
