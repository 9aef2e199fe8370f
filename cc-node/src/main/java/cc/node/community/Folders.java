package cc.node.community;

/** The folders of the registry. */
public final class Folders {
    /** Every machine that belongs to the community, by its name. */
    public static final String MACHINES = "machines";

    /** Every machine whose node runs, by its name. */
    public static final String PRESENT = "present";

    /** Every token that still works, by its id; the value tells until when, in milliseconds since 1970. */
    static final String TOKENS = "tokens";

    /** Which machines coordinate the community: one record. */
    static final String COORDINATION = "coordination";

    /** Every application, by its name. */
    public static final String APPLICATIONS = "apps";

    private Folders() {}
}
