package cc.fs.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sets attributes by the views that a file system has. */
final class AttributeChanger {
    private final Path path;
    private final LinkOption[] options;

    AttributeChanger(Path path, boolean followLinks) {
        this.path = path;
        options = AttributeReader.options(followLinks);
    }

    /** The permissions come last: they may take from the owner what the rest needs. */
    void apply(AttributeChange change) throws IOException {
        if (change.user() != null) {
            view(FileOwnerAttributeView.class).setOwner(principals().lookupPrincipalByName(change.user()));
        }
        if (change.group() != null) {
            view(PosixFileAttributeView.class).setGroup(principals().lookupPrincipalByGroupName(change.group()));
        }
        if (change.modifiedNanos() != null || change.accessedNanos() != null) {
            view(BasicFileAttributeView.class)
                    .setTimes(time(change.modifiedNanos()), time(change.accessedNanos()), null);
        }
        if (change.permissions() != null) {
            setPermissions(change.permissions());
        }
    }

    private void setPermissions(int bits) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            // The posix view has nothing for the three bits beyond the permissions.
            Files.setAttribute(path, "unix:mode", bits, options);
        } else {
            view(PosixFileAttributeView.class).setPermissions(Permissions.of(bits));
        }
    }

    private <V extends FileAttributeView> V view(Class<V> type) throws FileFault {
        V view = Files.getFileAttributeView(path, type, options);
        if (view == null) {
            throw new FileFault(Errno.ENOTSUP);
        }
        return view;
    }

    private UserPrincipalLookupService principals() {
        return path.getFileSystem().getUserPrincipalLookupService();
    }

    // The JDK takes null for "as it is", and does not say so by an annotation.
    @SuppressWarnings("NullAway")
    private static FileTime time(@Nullable Long nanos) {
        return nanos == null ? null : FileTime.from(nanos, TimeUnit.NANOSECONDS);
    }
}
