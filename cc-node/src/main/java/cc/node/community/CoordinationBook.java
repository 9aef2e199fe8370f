package cc.node.community;

import cc.node.message.CoordinationRecord;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the registry says which machines coordinate: read by all, and replaced only as it was read. */
final class CoordinationBook {
    static final Key RECORD = new Key(Folders.COORDINATION, "coordinators");

    private static final Logger LOG = LoggerFactory.getLogger(CoordinationBook.class);

    private final Registry registry;

    CoordinationBook(Registry registry) {
        this.registry = registry;
    }

    /** The machines that coordinate, the first of them the one that has done so longest. */
    static CoordinationRecord read(Registry registry) throws IOException {
        Optional<Entry> entry = registry.get(RECORD);
        return entry.isPresent()
                ? CoordinationRecord.parseFrom(entry.get().value())
                : CoordinationRecord.getDefaultInstance();
    }

    Optional<Entry> entry() throws UnavailableException {
        return registry.get(RECORD);
    }

    boolean isStill(Entry entry) throws UnavailableException {
        return entry().filter(now -> now.version() == entry.version()).isPresent();
    }

    /** @return whether that was all; if it is another by now, it will be told */
    boolean replace(Entry entry, CoordinationRecord by) throws UnavailableException {
        try {
            registry.update(RECORD, by.toByteArray(), entry.version());
            return true;
        } catch (ConflictException e) {
            LOG.debug("Somebody else changed it at this moment", e);
            return false;
        }
    }
}
