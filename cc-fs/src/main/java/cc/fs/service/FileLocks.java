package cc.fs.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The locks of one file: between open files of this process by a list, against other processes by the system's own locks
 * beneath.
 *
 * <p>Those belong to the process, and all of them vanish when it closes any descriptor of the file. So channels that are
 * closed while something is locked are kept until nothing is. A few operations by name (times, extended attributes) open and
 * close the file within the JDK; the locks are taken again at once after them.
 */
final class FileLocks {
    private static final long MAX_PAUSE_MILLIS = 32;

    /** How many open files share this; guarded by the {@link LockTable}. */
    int opens;

    private final List<Held> held = new ArrayList<>();
    private final List<FileLock> beneath = new ArrayList<>();
    private final List<FileChannel> parked = new ArrayList<>();

    /** A range that somebody has locked. */
    private record Held(LockOwner owner, LockRange range, boolean shared) {}

    /** Whoever locks. */
    interface LockOwner {
        FileChannel channel();

        boolean isClosed();
    }

    /**
     * Locks a range.
     *
     * @param wait whether to wait for others; not ended by an interrupt
     * @return whether it is locked
     */
    synchronized boolean lock(LockOwner owner, LockRange range, boolean shared, boolean wait) throws IOException {
        long pauseMillis = 1;
        while (true) {
            if (owner.isClosed()) {
                throw new FileFault(Errno.EBADF);
            }
            boolean free = isFree(owner, range, shared);
            if (free && lockBeneath(owner, range, shared)) {
                held.add(new Held(owner, range, shared));
                return true;
            }
            if (!wait) {
                return false;
            }
            // Of other processes nobody tells. A blocked call to the system could be ended only by closing the channel,
            // and with it all locks of the file.
            Waiting.uninterruptibly(this, free ? pauseMillis : 0);
            pauseMillis = Math.min(free ? pauseMillis * 2 : 1, MAX_PAUSE_MILLIS);
        }
    }

    synchronized void unlock(LockOwner owner, LockRange range) {
        held.removeIf(lock -> lock.owner() == owner && lock.range().equals(range));
        release();
    }

    /** Ends the locks of an owner that is closed, wakes it where it waits for one, and closes its channel as soon as may be. */
    synchronized void close(LockOwner owner) throws IOException {
        held.removeIf(lock -> lock.owner() == owner);
        parked.add(owner.channel());
        release();
    }

    /** Takes the system's locks again after a descriptor of the file was closed. */
    synchronized void renew() {
        List<FileLock> lost = new ArrayList<>(beneath);
        beneath.clear();
        for (FileLock lock : lost) {
            try {
                lock.release();
                FileLock again =
                        ((FileChannel) lock.acquiredBy()).tryLock(lock.position(), lock.size(), lock.isShared());
                if (again != null) {
                    beneath.add(again);
                }
            } catch (IOException | OverlappingFileLockException e) {
                // Another process was faster. Those within this one still exclude each other.
            }
        }
    }

    private boolean isFree(LockOwner owner, LockRange range, boolean shared) throws FileFault {
        boolean free = true;
        for (Held other : held) {
            if (other.range().overlaps(range)) {
                if (other.owner() == owner) {
                    throw new FileFault(Errno.EINVAL);
                }
                free &= shared && other.shared();
            }
        }
        return free;
    }

    /** Locks what is not locked already, by others who share it. */
    private boolean lockBeneath(LockOwner owner, LockRange range, boolean shared) throws IOException {
        List<LockRange> missing = List.of(range);
        for (FileLock lock : beneath) {
            missing = LockRange.of(lock).cutFrom(missing);
        }
        int before = beneath.size();
        for (LockRange part : missing) {
            FileLock lock = tryLock(owner.channel(), part, shared);
            if (lock == null) {
                for (FileLock taken : beneath.subList(before, beneath.size())) {
                    taken.release();
                }
                beneath.subList(before, beneath.size()).clear();
                return false;
            }
            beneath.add(lock);
        }
        return true;
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(
            FileChannel channel, LockRange range, boolean shared) throws IOException {
        try {
            return channel.tryLock(range.start(), range.size(), shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void release() {
        for (Iterator<FileLock> locks = beneath.iterator(); locks.hasNext(); ) {
            FileLock lock = locks.next();
            LockRange range = LockRange.of(lock);
            if (held.stream().noneMatch(needed -> needed.range().overlaps(range))) {
                locks.remove();
                quietly(lock::release);
            }
        }
        if (held.isEmpty()) {
            for (FileChannel channel : parked) {
                quietly(channel::close);
            }
            parked.clear();
        }
        notifyAll();
    }

    /** What fails here has no lock any more, or is closed. */
    private static void quietly(Faults.Action action) {
        try {
            action.run();
        } catch (IOException e) {
            return;
        }
    }
}
