package cc.node.peer;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/**
 * How many bytes of a connection may be under way, so that a key stroke that comes now finds the way nearly empty.
 * TCP's own answer fills whatever queue the slowest link has before it says that it is enough, and all that was handed
 * to the kernel goes before what comes later. So once there was a queue, the answer here is what the link was seen to
 * carry in the time that the way takes without one, and a little more: that keeps the link busy, and finds out when it
 * becomes faster.
 *
 * <p>How long the way takes without a queue is the least that was seen lately. Since a queue that never runs empty
 * would hide it, every now and then it is made to. Where the way takes longer for other reasons, since others fill the
 * same link's queue, this holds back more than it should until the shorter time is forgotten.
 *
 * <p>Knows no clock and no socket; used by one thread.
 */
final class FlightLimit {
    /** How long the queue before the slowest link may be, in time: also what is to be at hand when it runs empty. */
    private static final long QUEUE_MICROS = 10_000;

    /** Of the way's time, what the queue may take on a long one; else a faster link would be noticed too slowly. */
    private static final int QUEUE_PART = 8;

    /** From here on there is a queue, and not just a way that varies. */
    private static final int STANDING_QUEUES = 2;

    private static final int LEAST_SEGMENTS = 8;
    private static final int LEAST_READY_BYTES = 4 << 10;
    private static final int MOST_READY_BYTES = 1 << 20;
    private static final int READY_AT_FIRST_BYTES = 64 << 10;

    /** A rate is that of so many times the way's time, so that a loss and what follows it even out. */
    private static final int RATE_SPANS = 4;

    private static final long LEAST_SPAN_MICROS = 20_000;

    /** For how long, or twice that, the best rate and the shortest time of the way are believed. */
    private static final long RATE_BELIEVED_MICROS = TimeUnit.SECONDS.toMicros(2);

    private static final long WAY_BELIEVED_MICROS = TimeUnit.SECONDS.toMicros(10);

    private static final long LEAST_PROBE_MICROS = 200_000;
    private static final int PROBE_WAYS = 3;

    /** Of what the link carries meanwhile, how much the limit may rise. */
    private static final int RISE_PART = 4;

    private record Seen(long micros, long arrivedBytes) {}

    private final ArrayDeque<Seen> busy = new ArrayDeque<>();
    private final Recently wayMicros = new Recently(Math::min, Long.MAX_VALUE / 2, WAY_BELIEVED_MICROS);
    private final Recently bytesPerSecond = new Recently(Math::max, 0, RATE_BELIEVED_MICROS);
    private boolean standing;
    private long allowedBytes;
    private long lookedMicros;
    private boolean probing;

    /**
     * Takes in what the kernel says.
     *
     * @param nowMicros of any clock that does not go back
     * @param saturated whether something has waited for its turn ever since this was called last
     * @return how many bytes may be under way or at hand in the kernel
     */
    long look(long nowMicros, TcpState tcp, boolean saturated) {
        observeWay(nowMicros, tcp.roundTripMicros());
        if (!saturated || probing) {
            busy.clear();
        } else {
            observeRate(nowMicros, tcp);
        }
        long ready = bytesPerSecond.value() == 0
                ? READY_AT_FIRST_BYTES
                : Math.max(LEAST_READY_BYTES, Math.min(MOST_READY_BYTES, carried(QUEUE_MICROS)));
        long most = tcp.windowBytes() + ready;
        if (!standing) {
            return most;
        }
        long flying = Math.max((long) LEAST_SEGMENTS * tcp.segmentBytes(), carried(wayMicros.value() + queueMicros()));
        long wanted = Math.min(most, probing ? flying / 2 : flying);
        // A burst would be a queue.
        long reachable = allowedBytes + carried(nowMicros - lookedMicros) / RISE_PART;
        allowedBytes = allowedBytes == 0 ? wanted : Math.min(wanted, reachable);
        lookedMicros = nowMicros;
        return allowedBytes;
    }

    private void observeWay(long now, long roundTrip) {
        if (roundTrip > 0) {
            wayMicros.add(now, roundTrip);
            long probe = Math.max(LEAST_PROBE_MICROS, PROBE_WAYS * wayMicros.value());
            probing = standing && now >= wayMicros.spanEndMicros() - probe;
        }
    }

    private void observeRate(long now, TcpState tcp) {
        busy.addLast(new Seen(now, tcp.arrivedBytes()));
        long span = Math.max(LEAST_SPAN_MICROS, tcp.roundTripMicros());
        while (now - busy.getFirst().micros() > RATE_SPANS * span && busy.size() > 2) {
            busy.removeFirst();
        }
        Seen first = busy.getFirst();
        long elapsed = now - first.micros();
        if (elapsed >= span) {
            long arrived = tcp.arrivedBytes() - first.arrivedBytes();
            bytesPerSecond.add(now, arrived * TimeUnit.SECONDS.toMicros(1) / elapsed);
            standing |= tcp.roundTripMicros() - wayMicros.value() > STANDING_QUEUES * queueMicros();
        }
    }

    private long carried(long micros) {
        return bytesPerSecond.value() * micros / TimeUnit.SECONDS.toMicros(1);
    }

    private long queueMicros() {
        return Math.max(QUEUE_MICROS, wayMicros.value() / QUEUE_PART);
    }
}
