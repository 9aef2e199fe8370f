package cc.node.community;

/** The folders of the registry. */
final class Folders {
    /** Every machine that belongs to the community, by its name. */
    static final String MACHINES = "machines";

    /** Every machine whose node runs, by its name. */
    static final String PRESENT = "present";

    /** Every token that still works, by its id; the value tells until when, in milliseconds since 1970. */
    static final String TOKENS = "tokens";

    private Folders() {}
}
