package cc.node.community;

import cc.node.message.MachineRecord;
import cc.node.peer.PeerAddress;
import cc.node.peer.RefusedException;
import cc.node.peer.StreamHandler;
import cc.node.registry.Entry;
import cc.node.trust.NodeName;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machines that belong to the community, as far as this one has heard. All methods may be called by any thread. */
final class Members {
    private static final Logger LOG = LoggerFactory.getLogger(Members.class);

    /** Longer than a node that starts takes to reach a registry that answers. */
    static final Duration START_PATIENCE = Duration.ofSeconds(15);

    private final NodeName self;
    private Map<String, PeerAddress> known = Map.of();
    private boolean heard;

    Members(NodeName self) {
        this.self = self;
    }

    /** @param machines all that the registry's folder holds */
    synchronized void hear(List<Entry> machines) {
        known = addresses(machines);
        heard = true;
        notifyAll();
    }

    /** Where each of them is; nothing before the registry has answered. */
    synchronized Map<String, PeerAddress> known() {
        return known;
    }

    boolean contains(NodeName machine) {
        return known().containsKey(machine.text());
    }

    /**
     * Serves members.
     *
     * @param patience how long whoever comes waits for this node to hear who is one, which it does not know when it
     *     starts
     */
    StreamHandler only(StreamHandler handler, Duration patience) {
        return stream -> {
            require(stream.peer(), patience);
            handler.serve(stream);
        };
    }

    /** @throws RefusedException if it is no member, or that is not known in time */
    void require(Optional<NodeName> peer, Duration patience) throws IOException {
        String name = peer.map(NodeName::text).orElse("");
        if (!awaitKnown(patience)) {
            throw RefusedException.because(self + " has not heard yet who belongs to its community");
        } else if (!known().containsKey(name)) {
            throw RefusedException.because("'" + name + "' is no member of this community any more");
        }
    }

    private synchronized boolean awaitKnown(Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); left > 0 && !heard; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return heard;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("this node ends", e);
        }
    }

    private static Map<String, PeerAddress> addresses(List<Entry> machines) {
        Map<String, PeerAddress> addresses = new HashMap<>();
        for (Entry entry : machines) {
            try {
                addresses.put(
                        entry.key().name(),
                        PeerAddress.parse(MachineRecord.parseFrom(entry.value()).getAddress()));
            } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
                LOG.warn("The registry's record {} cannot be read: {}", entry.key(), e.getMessage());
            }
        }
        return Map.copyOf(addresses);
    }
}
