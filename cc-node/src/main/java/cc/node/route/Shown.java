package cc.node.route;

/**
 * A program of another machine that is to show on this one.
 *
 * @param machine where it runs
 * @param program its name there
 */
public record Shown(String machine, String program) {
    @Override
    public String toString() {
        return program + " of " + machine;
    }
}
