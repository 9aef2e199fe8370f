package cc.screen.session;

/**
 * What a viewer is, and what it has been granted.
 *
 * @param mayControl whether it may use keyboard, pointer, clipboard and windows, as far as the program's
 *     {@link InputRule} permits that too
 * @param pictures whether it is told what windows show, and not only where they are
 * @param machine the machine that it belongs to; empty: this one
 * @param desktop whether the windows, or what drives them, are on this machine's desktop
 */
public record ViewerTerms(boolean mayControl, boolean pictures, String machine, boolean desktop) {
    /** A page, which this machine serves wherever it is looked at. */
    public static ViewerTerms browser(boolean mayControl) {
        return new ViewerTerms(mayControl, true, "", false);
    }

    /** A process of this machine's desktop. */
    public static ViewerTerms desktop(boolean mayControl, boolean pictures) {
        return new ViewerTerms(mayControl, pictures, "", true);
    }

    /** Another machine, with all who look there. */
    public static ViewerTerms machine(String name, boolean mayControl, boolean pictures) {
        return new ViewerTerms(mayControl, pictures, name, false);
    }
}
