package cc.fs.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * How this JDK does what others do otherwise. It is asked, not known by its version: so it is right for those, too, that
 * come later. To be initialised while the JDK's methods are still as they were.
 */
final class JdkManners {
    /** Whether {@link File} takes the name without a character for the working directory's. */
    static final boolean EMPTY_NAME_IS_DIRECTORY = new File("").exists();

    /** Whether a path that leads through what is no directory is said not to be there. */
    static final boolean BELOW_A_FILE_IS_NOTHING = isNothingBelowAFile();

    /** No file has this name. */
    private static final Path NOWHERE = Path.of("/proc/self/nowhere");

    private JdkManners() {}

    /** Has this class initialised. */
    static void ask() {}

    private static boolean isNothingBelowAFile() {
        try {
            Files.readAttributes(Path.of("/proc/self/stat/nothing"), BasicFileAttributes.class);
            return false;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What it says to options of a copy that it does not have. */
    static UnsupportedOperationException copyRefused(CopyOption... options) {
        return refused(() -> Files.copy(NOWHERE, NOWHERE.resolveSibling("elsewhere"), options));
    }

    /** What it says to options of a move that it does not have. */
    static UnsupportedOperationException moveRefused(CopyOption... options) {
        return refused(() -> Files.move(NOWHERE, NOWHERE.resolveSibling("elsewhere"), options));
    }

    private interface Attempt {
        Path run() throws IOException;
    }

    private static UnsupportedOperationException refused(Attempt attempt) {
        ShellThread.enter();
        try {
            return new UnsupportedOperationException("Unsupported option: " + attempt.run());
        } catch (UnsupportedOperationException e) {
            return e;
        } catch (IOException e) {
            return new UnsupportedOperationException("Unsupported copy option");
        } finally {
            ShellThread.leave();
        }
    }
}
