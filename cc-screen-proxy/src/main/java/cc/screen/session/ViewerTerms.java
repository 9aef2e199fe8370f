package cc.screen.session;

/**
 * What a viewer is, and what it has been granted.
 *
 * @param mayControl whether it may use keyboard, pointer, clipboard and windows, as far as the program's
 *     {@link InputRule} permits that too
 * @param pictures whether it is told what windows show, and not only where they are
 * @param machine the machine that it belongs to; empty: this one
 */
public record ViewerTerms(boolean mayControl, boolean pictures, String machine) {
    /** A screen of this machine. */
    public static ViewerTerms here(boolean mayControl) {
        return new ViewerTerms(mayControl, true, "");
    }
}
