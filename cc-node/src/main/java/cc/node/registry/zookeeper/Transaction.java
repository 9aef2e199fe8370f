package cc.node.registry.zookeeper;

import cc.node.registry.Change;
import cc.node.registry.ConflictException;
import cc.node.registry.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Changes as one operation of ZooKeeper. ZooKeeper compares a small version number that starts anew when a record is
 * removed and made again, so a late change could hit another record of the same name. Therefore every removal also
 * changes a guard, and every change of a record that has to be there is made only while the guard is what it was when
 * the record's number was looked up.
 */
final class Transaction {
    private static final byte[] NOTHING = {};
    private static final int ANY_VERSION = -1;

    private final List<Change> changes;
    private final List<Op> operations;

    private Transaction(List<Change> changes, List<Op> operations) {
        this.changes = changes;
        this.operations = operations;
    }

    /** @throws ConflictException if a record is not now what a change takes for granted */
    static Transaction prepare(ZooKeeper server, List<Change> changes)
            throws ConflictException, KeeperException, InterruptedException {
        boolean removes = changes.stream().anyMatch(Change.Delete.class::isInstance);
        boolean dependsOnRecords = !changes.stream().allMatch(Change.Create.class::isInstance);
        int guard = dependsOnRecords ? server.exists(Tree.GUARD, false).getVersion() : ANY_VERSION;
        List<Op> operations = new ArrayList<>();
        // First of all, so that its result tells the transaction's number, which is every record's new version.
        operations.add(
                dependsOnRecords && !removes ? Op.check(Tree.GUARD, guard) : Op.setData(Tree.GUARD, NOTHING, guard));
        for (Change change : changes) {
            operations.add(operation(server, change));
        }
        return new Transaction(changes, operations);
    }

    /** @return the records' versions; empty if it has to be prepared again, since something else was removed */
    Optional<List<Long>> commit(ZooKeeper server) throws ConflictException, KeeperException, InterruptedException {
        List<OpResult> results;
        try {
            results = server.multi(operations);
        } catch (KeeperException e) {
            int failed = firstFailure(e);
            if (failed < 0) {
                throw e;
            } else if (failed == 0) {
                return Optional.empty();
            }
            throw new ConflictException(changes.get(failed - 1).key() + reason(e.code()));
        }
        long number = number(results);
        List<Long> versions = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Require require) {
                versions.add(require.version());
            } else if (change instanceof Change.Delete delete) {
                versions.add(delete.version());
            } else {
                versions.add(number);
            }
        }
        return Optional.of(versions);
    }

    private static Op operation(ZooKeeper server, Change change)
            throws ConflictException, KeeperException, InterruptedException {
        String path = Tree.path(change.key());
        if (change instanceof Change.Create create) {
            return Op.create(path, create.value(), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        } else if (change instanceof Change.Update update) {
            return Op.setData(path, update.value(), current(server, update.key(), update.version()));
        } else if (change instanceof Change.Delete delete) {
            return Op.delete(path, current(server, delete.key(), delete.version()));
        } else if (change instanceof Change.Require require) {
            return Op.check(path, current(server, require.key(), require.version()));
        }
        throw new IllegalStateException("unknown change " + change);
    }

    /** ZooKeeper's own number of the version that is meant. */
    private static int current(ZooKeeper server, Key key, long version)
            throws ConflictException, KeeperException, InterruptedException {
        Stat stat = server.exists(Tree.path(key), false);
        if (stat == null) {
            throw new ConflictException(key + " is gone");
        } else if (stat.getMzxid() != version) {
            throw new ConflictException(key + " has version " + stat.getMzxid() + ", not " + version);
        }
        return stat.getVersion();
    }

    private static int firstFailure(KeeperException e) {
        List<OpResult> results = e.getResults();
        for (int i = 0; results != null && i < results.size(); i++) {
            if (results.get(i) instanceof OpResult.ErrorResult error
                    && error.getErr() != KeeperException.Code.OK.intValue()
                    && error.getErr() != KeeperException.Code.RUNTIMEINCONSISTENCY.intValue()) {
                return i;
            }
        }
        return -1;
    }

    /** Every operation of a transaction has its number. */
    private static long number(List<OpResult> results) {
        for (OpResult result : results) {
            if (result instanceof OpResult.SetDataResult written) {
                return written.getStat().getMzxid();
            }
        }
        // Checks and nothing else.
        return 0;
    }

    private static String reason(KeeperException.Code code) {
        return switch (code) {
            case NODEEXISTS -> " is there already";
            case NONODE -> " is gone";
            case BADVERSION -> " was changed meanwhile";
            default -> " cannot be changed: " + code;
        };
    }
}
