package cc.fs.shell;

import cc.fs.service.AttributeChange;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Attributes of a virtual file, to be read and set. Also the basic view, and the owner's, which are parts of this one. */
final class AttributeView implements PosixFileAttributeView {
    private final Namespace namespace;
    private final Path path;
    private final boolean followLinks;
    private final String name;

    /** @param name the view's */
    AttributeView(Namespace namespace, Path path, boolean followLinks, String name) {
        this.namespace = namespace;
        this.path = path;
        this.followLinks = followLinks;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public VirtualAttributes readAttributes() throws IOException {
        try {
            return namespace.at(
                    path.toString(),
                    (service, place) -> new VirtualAttributes(service.attributes(place, followLinks), service));
        } catch (FileFault e) {
            throw Nio.notSeen(e, path);
        }
    }

    @Override
    public void setTimes(@Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
            throws IOException {
        if (modified != null || accessed != null) {
            change(new AttributeChange(nanos(modified), nanos(accessed), null, null, null));
        }
    }

    private static @Nullable Long nanos(@Nullable FileTime time) {
        return time == null ? null : time.to(TimeUnit.NANOSECONDS);
    }

    @Override
    public UserPrincipal getOwner() throws IOException {
        return readAttributes().owner();
    }

    @Override
    public void setOwner(UserPrincipal owner) throws IOException {
        change(new AttributeChange(
                null,
                null,
                null,
                Objects.requireNonNull(owner, "'owner' is null").getName(),
                null));
    }

    @Override
    public void setGroup(GroupPrincipal group) throws IOException {
        change(new AttributeChange(
                null,
                null,
                null,
                null,
                Objects.requireNonNull(group, "'owner' is null").getName()));
    }

    @Override
    public void setPermissions(Set<PosixFilePermission> permissions) throws IOException {
        change(new AttributeChange(null, null, Permissions.bits(permissions), null, null));
    }

    void change(AttributeChange change) throws IOException {
        try {
            namespace.at(path.toString(), (service, place) -> {
                service.change(place, followLinks, change);
                return place;
            });
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }
}
