package cc.fs.service;

import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;

/** Bytes from {@code start} up to, without, {@code end}. */
record LockRange(long start, long end) {
    /** @param size 0: up to the end, wherever that will be */
    static LockRange of(long start, long size) throws FileFault {
        if (start < 0 || size < 0) {
            throw new FileFault(Errno.EINVAL);
        }
        return new LockRange(start, size == 0 || size > Long.MAX_VALUE - start ? Long.MAX_VALUE : start + size);
    }

    static LockRange of(FileLock lock) {
        return new LockRange(lock.position(), lock.position() + lock.size());
    }

    long size() {
        return end - start;
    }

    boolean overlaps(LockRange other) {
        return start < other.end && other.start < end;
    }

    /** What is left of the ranges without this one. */
    List<LockRange> cutFrom(List<LockRange> ranges) {
        List<LockRange> left = new ArrayList<>();
        for (LockRange range : ranges) {
            if (!overlaps(range)) {
                left.add(range);
                continue;
            }
            if (range.start < start) {
                left.add(new LockRange(range.start, start));
            }
            if (end < range.end) {
                left.add(new LockRange(end, range.end));
            }
        }
        return left;
    }
}
