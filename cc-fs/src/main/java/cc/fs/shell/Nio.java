package cc.fs.shell;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How {@code java.nio.file} tells what went wrong. */
final class Nio {
    private Nio() {}

    static IOException failed(FileFault fault, Path path) {
        return failed(fault, path, null);
    }

    /** As the JDK's own provider makes them of errors of the system, without a cause. */
    static IOException failed(FileFault fault, Path path, @Nullable Path other) {
        String one = path.toString();
        String two = other == null ? null : other.toString();
        return switch (fault.errno()) {
            case EACCES -> new AccessDeniedException(one, two, null);
            case ENOENT -> new NoSuchFileException(one, two, null);
            case EEXIST -> new FileAlreadyExistsException(one, two, null);
            case ELOOP ->
                new FileSystemException(
                        one, two, fault.getMessage() + " or unable to access attributes of symbolic link");
            default -> new FileSystemException(one, two, fault.getMessage());
        };
    }

    /** Of a question about a file. */
    static IOException notSeen(FileFault fault, Path path) {
        boolean nothing = fault.errno() == Errno.ENOTDIR && JdkManners.BELOW_A_FILE_IS_NOTHING;
        return nothing ? new NoSuchFileException(path.toString()) : failed(fault, path, null);
    }

    static boolean follows(LinkOption[] options) {
        for (LinkOption option : options) {
            if (option == LinkOption.NOFOLLOW_LINKS) {
                return false;
            } else if (option == null) {
                throw new NullPointerException();
            }
        }
        return true;
    }
}
