package cc.fs.shell;

import cc.fs.service.FileFault;
import java.io.FileNotFoundException;
import java.io.IOException;

/** How {@code java.io} tells what went wrong; without a cause, as programs print it. */
final class JavaIo {
    private JavaIo() {}

    /** A file could not be opened. */
    static FileNotFoundException notOpened(String name, IOException cause) {
        return new FileNotFoundException(name + " (" + words(cause) + ")");
    }

    /** Something could not be done with an open file, or with a name. */
    static IOException failed(IOException cause) {
        return cause instanceof FileFault ? new IOException(words(cause)) : cause;
    }

    private static String words(IOException cause) {
        return String.valueOf(cause.getMessage());
    }
}
