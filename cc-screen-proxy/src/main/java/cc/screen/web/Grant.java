package cc.screen.web;

import cc.screen.session.ProgramSession;

/**
 * What somebody may do.
 *
 * @param program with which program
 * @param control whether keyboard, pointer, clipboard and windows may be used, or it may only be looked at
 */
record Grant(ProgramSession program, boolean control) {
    boolean isValid() {
        return !program.hasEnded();
    }
}
