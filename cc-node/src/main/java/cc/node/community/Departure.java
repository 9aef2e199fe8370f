package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.CoordinationRecord;
import cc.node.message.MachineRecord;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a machine that is about to leave gives its place among the coordinators to others. May be used by any thread. */
final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);
    private static final long HAND_OVER_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

    private final String self;
    private final Registry registry;
    private final CoordinatorPlan plan;
    private final CoordinatorShare share;
    private final MachineCensus census;
    private final ChoreThread chores;
    private final Runnable makeSo;
    private boolean handingOver;

    /** @param makeSo does this machine's share of what the registry says now; one of the chores */
    Departure(
            String self,
            Registry registry,
            CoordinatorPlan plan,
            CoordinatorShare share,
            MachineCensus census,
            ChoreThread chores,
            Runnable makeSo) {
        this.self = self;
        this.registry = registry;
        this.plan = plan;
        this.share = share;
        this.census = census;
        this.chores = chores;
        this.makeSo = makeSo;
    }

    /**
     * Gives what this machine does for the community to others: its place, if it has one, and with it the authority's
     * key. From then on it gets nothing of that again. Returns when that is done.
     *
     * @throws IOException if nobody can take it; all is as before then
     */
    void handOver() throws IOException {
        requireHeir();
        try {
            synchronized (this) {
                handingOver = true;
                markLeaving(true);
            }
            chores.run(makeSo);
            long deadline = System.nanoTime() + HAND_OVER_NANOS;
            while (CoordinatorPlan.of(CoordinationBook.read(registry), self).isPresent() || share.isAny()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("no other machine has taken over within "
                            + Duration.ofNanos(HAND_OVER_NANOS).toSeconds()
                            + " s what this one does for the community");
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (IOException e) {
            synchronized (this) {
                handingOver = false;
            }
            chores.run(this::stay);
            throw e;
        }
    }

    /** Takes the word back that this machine leaves. */
    synchronized void stay() {
        try {
            if (!handingOver) {
                markLeaving(false);
            }
        } catch (IOException e) {
            LOG.debug("Tried again", e);
            chores.after(RETRY_PAUSE, this::stay);
        }
    }

    /** Whoever plans from now on leaves this machine out, or no more. */
    private void markLeaving(boolean leaving) throws IOException {
        Key key = new Key(Folders.MACHINES, self);
        while (true) {
            Optional<Entry> entry = registry.get(key);
            if (entry.isEmpty()) {
                return;
            }
            MachineRecord record = MachineRecord.parseFrom(entry.get().value());
            if (record.getLeaving() == leaving) {
                return;
            }
            try {
                registry.update(
                        key,
                        record.toBuilder().setLeaving(leaving).build().toByteArray(),
                        entry.get().version());
                return;
            } catch (ConflictException e) {
                LOG.debug("Somebody else changed it at this moment", e);
            }
        }
    }

    private void requireHeir() throws IOException {
        CoordinationRecord record = CoordinationBook.read(registry);
        List<CoordinatorPlan.Machine> others = census.machines().stream()
                .filter(machine -> !machine.name().equals(self))
                .toList();
        if (CoordinatorPlan.of(record, self).isPresent()
                && plan.next(record, others).getCoordinatorsList().stream().allMatch(CoordinatorPlan::isLeaving)) {
            throw new IOException("this machine keeps the community together, and no other one runs that could take"
                    + " that over: start the node of another, or take those that are gone for good out by"
                    + " 'cc leave --machine NAME'");
        }
    }
}
