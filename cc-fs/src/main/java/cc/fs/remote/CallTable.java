package cc.fs.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Calls whose results are still to come, in their order. */
final class CallTable {
    private final TreeMap<Long, PendingCall> byId = new TreeMap<>();

    synchronized void add(PendingCall call) {
        byId.put(call.call.getId(), call);
    }

    synchronized @Nullable PendingCall remove(long id) {
        return byId.remove(id);
    }

    /** The highest number up to which all results have come. */
    synchronized long answered(long lastId) {
        return byId.isEmpty() ? lastId : byId.firstKey() - 1;
    }

    synchronized boolean isEmpty() {
        return byId.isEmpty();
    }

    synchronized List<PendingCall> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized List<PendingCall> removeAll() {
        List<PendingCall> all = all();
        byId.clear();
        return all;
    }
}
