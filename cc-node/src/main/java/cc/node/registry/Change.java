package cc.node.registry;

/** One of the changes that a transaction makes, all of them or none. */
public sealed interface Change {
    Key key();

    /** Makes a record that must not be there yet. */
    record Create(Key key, byte[] value) implements Change {}

    /** Changes a record that must have this version. */
    record Update(Key key, byte[] value, long version) implements Change {}

    /** Removes a record that must have this version. */
    record Delete(Key key, long version) implements Change {}

    /** Changes nothing: a record must have this version for the other changes to be made. */
    record Require(Key key, long version) implements Change {}
}
