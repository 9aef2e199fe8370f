package cc.node.route;

/**
 * A program of another machine that is to show on this one, or to be driven from it.
 *
 * @param machine where it runs
 * @param id the program's, in the community
 * @param program what it is called
 * @param pictures whether its windows show here; otherwise it is only driven from here
 */
public record Shown(String machine, String id, String program, boolean pictures) {
    @Override
    public String toString() {
        return program + " of " + machine;
    }
}
