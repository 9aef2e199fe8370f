package cc.node.community;

import cc.node.registry.Entry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The machines whose nodes run, and which of them have been seen to do so for a while. All methods may be called by any
 * thread.
 */
final class PresentMachines {
    private final long settleNanos;
    private final Map<String, Long> sinceNanos = new HashMap<>();

    PresentMachines(Duration settle) {
        this.settleNanos = settle.toNanos();
    }

    /** @param present all entries of the registry's folder at this moment */
    synchronized void look(List<Entry> present) {
        long now = System.nanoTime();
        sinceNanos
                .keySet()
                .retainAll(present.stream().map(entry -> entry.key().name()).toList());
        present.forEach(entry -> sinceNanos.putIfAbsent(entry.key().name(), now));
    }

    synchronized boolean contains(String machine) {
        return sinceNanos.containsKey(machine);
    }

    synchronized boolean isSettled(String machine) {
        Long since = sinceNanos.get(machine);
        return since != null && System.nanoTime() - since >= settleNanos;
    }
}
