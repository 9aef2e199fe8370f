package cc.node.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One node's view of what all nodes know together. Changes are linearizable: all nodes see them in one order, and a
 * change is made only if its record still has the version that it names.
 *
 * <p>Records are small (see {@link #MAX_VALUE_BYTES}); no pixels, files or images go through here. Persistent records
 * stay until somebody deletes them; a node's own presence goes when the node does.
 *
 * <p>All methods may be called by any thread; those that ask the registry block until it answers or is given up.
 * Listeners are called by one thread, one after the other, and must not block.
 */
public interface Registry extends AutoCloseable {
    int MAX_VALUE_BYTES = 64 << 10;

    /** How far this node can rely on what it knows. */
    enum Health {
        /** What is read is current. */
        CONNECTED,
        /** Nobody answers at the moment; what is known may be out of date. The node's presence still stands. */
        SUSPENDED,
        /** The others count this node as gone. Its presence is announced again as soon as the registry answers. */
        LOST
    }

    /** Reads one record, as new as any node's finished change. */
    Optional<Entry> get(Key key) throws UnavailableException;

    /** Reads all records of a folder, sorted by name. */
    List<Entry> list(String folder) throws UnavailableException;

    /**
     * Makes a record.
     *
     * @return its version
     * @throws ConflictException if there is one of that name already
     */
    default long create(Key key, byte[] value) throws ConflictException, UnavailableException {
        return commit(List.of(new Change.Create(key, value))).get(0);
    }

    /**
     * Changes a record.
     *
     * @return its new version
     * @throws ConflictException if it has another version, or is gone
     */
    default long update(Key key, byte[] value, long version) throws ConflictException, UnavailableException {
        return commit(List.of(new Change.Update(key, value, version))).get(0);
    }

    /**
     * Removes a record.
     *
     * @throws ConflictException if it has another version, or is gone
     */
    default void delete(Key key, long version) throws ConflictException, UnavailableException {
        commit(List.of(new Change.Delete(key, version)));
    }

    /**
     * Makes all of these changes or none.
     *
     * @return the version of each change's record afterwards
     * @throws ConflictException names the first record that is not what its change takes for granted
     */
    List<Long> commit(List<Change> changes) throws ConflictException, UnavailableException;

    /**
     * Announces something that is there for as long as this node is: a record that disappears when the node closes its
     * registry, dies or is cut off for longer than the session's time-out, and comes back by itself when it returns.
     *
     * @throws ConflictException if another node announces the same
     */
    Presence announce(Key key, byte[] value) throws ConflictException, UnavailableException;

    /**
     * Follows a folder: the listener gets all its records now, and all of them again after each change. Changes that
     * come fast may be told as one.
     */
    Watch watch(String folder, Consumer<List<Entry>> listener);

    /** Follows the health; the listener is told the present one first. */
    Watch watchHealth(Consumer<Health> listener);

    /** Withdraws what this node announced, and ends its watches. */
    @Override
    void close();

    /** Something that this node announced. */
    interface Presence extends AutoCloseable {
        /** Announces something else in its place. */
        void update(byte[] value) throws UnavailableException;

        /** Withdraws it. */
        @Override
        void close();
    }

    /** A listener that is told of changes until this is closed. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
