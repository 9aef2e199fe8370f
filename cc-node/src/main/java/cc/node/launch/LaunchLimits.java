package cc.node.launch;

import java.time.Duration;

/** Sizes and times of conversations about programs. */
public final class LaunchLimits {
    public static final int MAX_MESSAGE_BYTES = 256 << 10;

    /** Standard input that may be on its way to a program that does not read it. */
    public static final int INPUT_IN_FLIGHT_BYTES = 64 << 10;

    /** The largest piece of a standard stream in one message. */
    public static final int PIECE_BYTES = 16 << 10;

    /** Between the hang-up of a program whose starter is gone, and the request to terminate. */
    static final int HANG_UP_SECONDS = 5;

    /** A log that has grown so long becomes the old log, in place of the older one. */
    static final long LOG_BYTES = 8 << 20;

    static final Duration LOG_CHECK_PAUSE = Duration.ofSeconds(5);

    /** How many programs that have ended are remembered with their logs. */
    static final int ENDED_KEPT = 20;

    private LaunchLimits() {}
}
