package cc.protocol.command;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What a receiver holds in its slots, as its encoder knows it: contents by equality, the least recently used leaves
 * first. Both ends stay in step because every definition and every freed slot is sent.
 */
final class SlotStore<T> {
    private record Slot(int number, long bytes) {}

    private final int maxSlots;
    private final long maxBytes;
    private final LinkedHashMap<T, Slot> slots = new LinkedHashMap<>(64, 0.75f, true);
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private int used;
    private long bytes;

    SlotStore(int maxSlots, long maxBytes) {
        this.maxSlots = maxSlots;
        this.maxBytes = maxBytes;
    }

    /** The slot that holds {@code content}, or -1. */
    int find(T content) {
        Slot slot = slots.get(content);
        return slot == null ? -1 : slot.number;
    }

    /**
     * Gives new content a slot.
     *
     * @param freed told of each slot that has to be emptied; one that is overwritten is not among them
     */
    int add(T content, long contentBytes, IntConsumer freed) {
        int reused = -1;
        while (!slots.isEmpty()
                && (bytes + contentBytes > maxBytes || free.isEmpty() && used == maxSlots && reused < 0)) {
            int left = removeEldest();
            if (reused < 0) {
                reused = left;
            } else {
                freed.accept(left);
                free.push(left);
            }
        }
        int number = reused;
        if (number < 0) {
            number = free.isEmpty() ? used++ : free.pop();
        }
        bytes += contentBytes;
        slots.put(content, new Slot(number, contentBytes));
        return number;
    }

    void clear() {
        slots.clear();
        free.clear();
        used = 0;
        bytes = 0;
    }

    private int removeEldest() {
        Iterator<Map.Entry<T, Slot>> eldest = slots.entrySet().iterator();
        Slot slot = eldest.next().getValue();
        eldest.remove();
        bytes -= slot.bytes;
        return slot.number;
    }
}
