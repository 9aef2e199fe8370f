package cc.protocol.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slots of a decoder: numbered contents within a number and a size. */
final class DecodedSlots<T> {
    private record Slot<T>(T content, long bytes) {}

    private final String what;
    private final int maxSlots;
    private final long maxBytes;
    private final List<@Nullable Slot<T>> slots = new ArrayList<>();
    private long bytes;

    DecodedSlots(String what, int maxSlots, long maxBytes) {
        this.what = what;
        this.maxSlots = maxSlots;
        this.maxBytes = maxBytes;
    }

    int readNumber(ByteReader in) throws ProtocolException {
        return in.varint("the slot of " + what, maxSlots - 1);
    }

    /** Empties a slot and checks that something of this size has room. To be called before memory is taken. */
    void makeRoom(int number, long contentBytes) throws ProtocolException {
        free(number);
        if (bytes + contentBytes > maxBytes) {
            throw new ProtocolException("all slots of " + what + " together would have " + (bytes + contentBytes)
                    + " bytes, more than " + maxBytes);
        }
    }

    void put(int number, T content, long contentBytes) {
        while (slots.size() <= number) {
            slots.add(null);
        }
        slots.set(number, new Slot<>(content, contentBytes));
        bytes += contentBytes;
    }

    void free(int number) {
        Slot<T> slot = number < slots.size() ? slots.get(number) : null;
        if (slot != null) {
            bytes -= slot.bytes;
            slots.set(number, null);
        }
    }

    void clear() {
        slots.clear();
        bytes = 0;
    }

    T get(int number) throws ProtocolException {
        Slot<T> slot = number < slots.size() ? slots.get(number) : null;
        if (slot == null) {
            throw new ProtocolException("the slot " + number + " of " + what + " is empty");
        }
        return slot.content;
    }
}
