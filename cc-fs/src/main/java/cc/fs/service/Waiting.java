package cc.fs.service;

/** Waits as blocking file operations do: an interrupt is kept for later. */
public final class Waiting {
    private Waiting() {}

    /**
     * {@link Object#wait(long)} on a monitor that the caller holds; may return for no reason.
     *
     * @param millis 0: without end
     */
    @SuppressWarnings("WaitNotInLoop") // The caller loops.
    public static void uninterruptibly(Object monitor, long millis) {
        boolean interrupted = Thread.interrupted();
        try {
            monitor.wait(millis);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
