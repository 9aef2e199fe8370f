package cc.fs.remote;

import cc.protocol.message.FileCall;
import cc.protocol.message.LockCall;
import java.util.ArrayList;
import java.util.List;

/** The locks that an open file has, to be taken again at a proxy that was started anew. */
final class HeldLocks {
    private final List<LockCall> held = new ArrayList<>();

    synchronized void add(LockCall lock) {
        held.add(lock.toBuilder().setWait(false).build());
    }

    synchronized void remove(long position, long size) {
        held.removeIf(lock -> lock.getPosition() == position && lock.getSize() == size);
    }

    synchronized boolean isEmpty() {
        return held.isEmpty();
    }

    synchronized List<FileCall.Builder> calls(long handle) {
        List<FileCall.Builder> calls = new ArrayList<>();
        for (LockCall lock : held) {
            calls.add(FileCall.newBuilder().setHandle(handle).setLock(lock));
        }
        return calls;
    }
}
