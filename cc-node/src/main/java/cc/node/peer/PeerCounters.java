package cc.node.peer;

import java.util.concurrent.atomic.LongAdder;

/** What happened on the connections between nodes, for metrics. */
public final class PeerCounters {
    public final LongAdder connectionsAccepted = new LongAdder();
    public final LongAdder connectionsDialed = new LongAdder();
    public final LongAdder strangersRefused = new LongAdder();
    public final LongAdder brokenConnections = new LongAdder();
    /** Frames and messages of other nodes that broke the protocol, each of which ended its connection or its stream. */
    public final LongAdder badMessages = new LongAdder();

    public final LongAdder streamsServed = new LongAdder();
    public final LongAdder streamsRefused = new LongAdder();
}
