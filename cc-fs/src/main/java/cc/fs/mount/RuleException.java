package cc.fs.mount;

import java.io.IOException;

/** A rule makes no sense; the message names its place and what is wrong with it. */
public final class RuleException extends IOException {
    private static final long serialVersionUID = 1;

    RuleException(String source, String why) {
        super(source + ": " + why);
    }
}
