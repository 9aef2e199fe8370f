package cc.fs.shell;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Extended attributes of a virtual file. */
final class UserAttributeView implements UserDefinedFileAttributeView {
    /** Of the only name space of extended attributes that programs reach. */
    private static final String PREFIX = "user.";

    /** With the prefix. */
    private static final int MAX_NAME_BYTES = 255;

    private final Namespace namespace;
    private final Path path;
    private final boolean followLinks;

    UserAttributeView(Namespace namespace, Path path, boolean followLinks) {
        this.namespace = namespace;
        this.path = path;
        this.followLinks = followLinks;
    }

    @Override
    public String name() {
        return "user";
    }

    Map<String, byte[]> all() throws IOException {
        try {
            return namespace.at(path.toString(), (service, place) -> service.userAttributes(place, followLinks));
        } catch (FileFault e) {
            throw failed(e, "Unable to get list of extended attributes: ");
        }
    }

    @Override
    public List<String> list() throws IOException {
        return List.copyOf(all().keySet());
    }

    private byte[] value(String name, String complaint) throws IOException {
        requireName(name);
        byte[] value = all().get(name);
        if (value == null) {
            throw failed(new FileFault(Errno.ENODATA), complaint);
        }
        return value;
    }

    @Override
    public int size(String name) throws IOException {
        return value(name, "Unable to get size of extended attribute '" + name + "': ").length;
    }

    @Override
    public int read(String name, ByteBuffer into) throws IOException {
        if (into.isReadOnly()) {
            throw new IllegalArgumentException("Read-only buffer");
        }
        String complaint = "Error reading extended attribute '" + name + "': ";
        byte[] value = value(name, complaint);
        if (value.length > into.remaining()) {
            throw failed(new FileFault(Errno.OTHER, "Insufficient space in buffer"), complaint);
        }
        into.put(value);
        return value.length;
    }

    @Override
    public int write(String name, ByteBuffer from) throws IOException {
        byte[] value = new byte[from.remaining()];
        from.get(value);
        set(name, value, "Error writing extended attribute '" + name + "': ");
        return value.length;
    }

    @Override
    public void delete(String name) throws IOException {
        set(name, null, "Unable to delete extended attribute '" + name + "': ");
    }

    private void requireName(String name) throws FileSystemException {
        if (name == null) {
            throw new NullPointerException("'name' is null");
        }
        String whole = PREFIX + name;
        if (whole.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new FileSystemException(path.toString(), null, "'" + whole + "' is too big");
        }
    }

    private void set(String name, byte @Nullable [] value, String complaint) throws IOException {
        requireName(name);
        try {
            namespace.at(path.toString(), (service, place) -> {
                service.setUserAttribute(place, followLinks, name, value);
                return place;
            });
        } catch (FileFault e) {
            throw failed(e, complaint);
        }
    }

    /** What is wrong with the file is told as ever, what is wrong with the attribute by the words of the JDK's own view. */
    private IOException failed(FileFault fault, String complaint) {
        return switch (fault.errno()) {
            case ENOENT, ENOTDIR, EACCES, ELOOP -> Nio.failed(fault, path);
            default -> {
                String words = String.valueOf(fault.getMessage());
                yield new FileSystemException(
                        path.toString(), null, words.startsWith(complaint) ? words : complaint + words);
            }
        };
    }
}
