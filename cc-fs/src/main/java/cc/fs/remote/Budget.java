package cc.fs.remote;

import cc.fs.service.Waiting;

/** Bytes that may be under way, or kept, at one time. */
final class Budget {
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final FilesLink link;
    private long left;

    Budget(FilesLink link, long bytes) {
        this.link = link;
        left = bytes;
    }

    /** Waits until there are so many. */
    void take(long bytes) {
        while (!tryTake(bytes)) {
            link.giveUpInTime();
            synchronized (this) {
                if (left < bytes) {
                    Waiting.uninterruptibly(this, LOOK_AGAIN_MILLIS);
                }
            }
        }
    }

    synchronized boolean tryTake(long bytes) {
        if (left < bytes) {
            return false;
        }
        left -= bytes;
        return true;
    }

    synchronized void giveBack(long bytes) {
        left += bytes;
        notifyAll();
    }
}
