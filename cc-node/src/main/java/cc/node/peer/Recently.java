package cc.node.peer;

import java.util.function.LongBinaryOperator;

/**
 * The least, or the greatest, of the values of the last while: of one to two spans, so that two numbers are all there
 * is to keep.
 */
final class Recently {
    private final LongBinaryOperator choose;
    private final long spanMicros;
    private final long none;
    private long older;
    private long newer;
    private long spanEndMicros = Long.MIN_VALUE;

    /**
     * @param choose {@code Math::min} or {@code Math::max}
     * @param none what it is of no values at all
     */
    Recently(LongBinaryOperator choose, long none, long spanMicros) {
        this.choose = choose;
        this.none = none;
        this.spanMicros = spanMicros;
        this.older = none;
        this.newer = none;
    }

    void add(long nowMicros, long value) {
        if (nowMicros >= spanEndMicros) {
            older = newer;
            newer = none;
            spanEndMicros = nowMicros + spanMicros;
        }
        newer = choose.applyAsLong(newer, value);
    }

    long value() {
        return choose.applyAsLong(older, newer);
    }

    /** When the next span begins. */
    long spanEndMicros() {
        return spanEndMicros;
    }
}
