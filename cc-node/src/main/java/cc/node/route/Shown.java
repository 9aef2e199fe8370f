package cc.node.route;

/**
 * A program of another machine that is to show on this one.
 *
 * @param machine where it runs
 * @param id the program's, in the community
 * @param program what it is called
 */
public record Shown(String machine, String id, String program) {
    @Override
    public String toString() {
        return program + " of " + machine;
    }
}
