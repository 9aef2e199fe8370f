package cc.node.application;

import cc.node.message.ApplicationRecord;

/**
 * An application of the community, as it was at one moment.
 *
 * @param version of its record in the registry, for changes that take this state for granted
 * @param away the node of its machine does not run, or is cut off; whether the program runs nobody knows
 */
public record Application(ApplicationRecord record, long version, boolean away) {
    public String id() {
        return record.getId();
    }

    public String name() {
        return record.getName();
    }

    public String machine() {
        return record.getMachine();
    }

    boolean is(String nameOrId) {
        return name().equals(nameOrId) || id().equals(nameOrId);
    }
}
