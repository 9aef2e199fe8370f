package cc.screen.session;

/** Has steps of feeds run later. */
@FunctionalInterface
interface FeedTimer {
    /**
     * Has a step run by the executor of all feeds, not before a time.
     *
     * @param nanos on the clock of the feeds; may be over
     */
    void at(long nanos, Runnable step);
}
