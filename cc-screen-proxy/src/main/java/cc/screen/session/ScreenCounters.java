package cc.screen.session;

import java.util.concurrent.atomic.LongAdder;

/** Things worth counting on a screen proxy, since its start. */
public final class ScreenCounters {
    /** Messages of programs that broke the protocol. */
    public final LongAdder badProgramMessages = new LongAdder();
    /** Messages of viewers that broke the protocol. */
    public final LongAdder badViewerMessages = new LongAdder();
    /** Requests of browsers that the web server itself refused. */
    public final LongAdder badWebRequests = new LongAdder();
    /** Input and requests of viewers that may only look. */
    public final LongAdder refusedInput = new LongAdder();
    /** Surfaces whose replica differed from the program's checksum. */
    public final LongAdder checksumMismatches = new LongAdder();
    /** Surfaces whose replica was found equal to the program's checksum. */
    public final LongAdder checksumMatches = new LongAdder();
    /** Times that a viewer fell behind and its pending commands became damage. */
    public final LongAdder collapses = new LongAdder();
    /** Viewers that were dropped because they took nothing. */
    public final LongAdder starvedViewers = new LongAdder();
    /** Frames received from programs. */
    public final LongAdder framesIn = new LongAdder();
    /** Frames sent to viewers. */
    public final LongAdder framesOut = new LongAdder();
    /** Bytes sent to viewers. */
    public final LongAdder bytesOut = new LongAdder();
}
