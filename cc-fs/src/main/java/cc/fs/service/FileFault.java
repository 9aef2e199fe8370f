package cc.fs.service;

import java.io.IOException;

/**
 * An operation failed as the operating system would fail it. Names no path: whoever passes it on to the program knows by
 * which name the program called the file, and which exception its interface has for this.
 */
public class FileFault extends IOException {
    private static final long serialVersionUID = 1;

    private final Errno errno;

    public FileFault(Errno errno) {
        this(errno, errno.words());
    }

    /** @param message what the system said */
    public FileFault(Errno errno, String message) {
        super(message);
        this.errno = errno;
    }

    /** The same, for another one who is told: with the stack of the thread that asks for it. */
    public FileFault again() {
        return new FileFault(errno, String.valueOf(getMessage()));
    }

    public Errno errno() {
        return errno;
    }
}
