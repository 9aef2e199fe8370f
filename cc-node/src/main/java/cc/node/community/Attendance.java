package cc.node.community;

import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the community that this machine is there, and how it is. Not thread-safe. */
final class Attendance {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final Key key;
    private final MachineProbe probe;
    private Registry.@Nullable Presence presence;
    private boolean announcedBefore;

    Attendance(NodeName name, MachineProbe probe) {
        this.key = new Key(Folders.PRESENT, name.text());
        this.probe = probe;
    }

    void tell(Registry registry) {
        try {
            byte[] status = probe.look().toByteArray();
            if (presence == null) {
                presence = announce(registry, status);
            } else {
                presence.update(status);
            }
        } catch (ConflictException e) {
            LOG.warn("A node with this machine's name and keys runs elsewhere: is this a copy of that machine?");
        } catch (IOException e) {
            LOG.info("This machine's state cannot be told: {}", e.getMessage());
        }
    }

    /**
     * What is announced already is, the first time, of this node's own past: it was killed, and its session lives on.
     */
    private Registry.Presence announce(Registry registry, byte[] status)
            throws ConflictException, UnavailableException {
        boolean first = !announcedBefore;
        announcedBefore = true;
        Optional<Entry> left = first ? registry.get(key) : Optional.empty();
        if (left.isPresent()) {
            try {
                registry.delete(key, left.get().version());
            } catch (ConflictException e) {
                LOG.debug("It has gone by itself at this moment", e);
            }
        }
        return registry.announce(key, status);
    }

    /** The machine belongs to the community no more. */
    void end() {
        if (presence != null) {
            presence.close();
            presence = null;
        }
    }
}
