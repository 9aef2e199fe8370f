package cc.fs.shell;

import cc.fs.service.AttributeChange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Attributes of paths of {@code java.nio.file}: by views, by records and by name. Thread-safe. */
abstract class PathAttributes extends PathQuestions {
    PathAttributes(Namespace namespace) {
        super(namespace);
    }

    @Override
    public BasicFileAttributes readAttributes(Path path, Class<?> type, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        if (type == BasicFileAttributes.class || type == PosixFileAttributes.class) {
            return new AttributeView(namespace, path, followLinks, "posix").readAttributes();
        } else if (type == DosFileAttributes.class) {
            return new DosView(namespace, path, followLinks).readAttributes();
        }
        Objects.requireNonNull(type);
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable BasicFileAttributes readAttributesIfExists(Path path, Class<?> type, LinkOption[] options)
            throws IOException {
        try {
            return readAttributes(path, type, options);
        } catch (java.nio.file.NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public @Nullable FileAttributeView getFileAttributeView(Path path, Class<?> type, LinkOption[] options) {
        boolean followLinks = Nio.follows(options);
        if (type == BasicFileAttributeView.class) {
            return new AttributeView(namespace, path, followLinks, "basic");
        } else if (type == PosixFileAttributeView.class) {
            return new AttributeView(namespace, path, followLinks, "posix");
        } else if (type == FileOwnerAttributeView.class) {
            return new AttributeView(namespace, path, followLinks, "owner");
        } else if (type == DosFileAttributeView.class) {
            return new DosView(namespace, path, followLinks);
        } else if (type == UserDefinedFileAttributeView.class) {
            return new UserAttributeView(namespace, path, followLinks);
        }
        Objects.requireNonNull(type);
        return null;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attribute, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        int colon = attribute.indexOf(':');
        if (colon == 0) {
            throw new IllegalArgumentException(attribute);
        }
        String view = colon < 0 ? "basic" : attribute.substring(0, colon);
        String names = attribute.substring(colon + 1);
        if (view.equals("user")) {
            return userAttributes(path, names, followLinks);
        }
        NamedAttributes.check(view, names);
        if (view.equals(DosView.NAME)) {
            DosAttributes attributes = new DosView(namespace, path, followLinks).readAttributes();
            return NamedAttributes.read(view, names, attributes.basic(), attributes.flags());
        }
        return NamedAttributes.read(
                view, names, new AttributeView(namespace, path, followLinks, view).readAttributes(), 0);
    }

    private Map<String, Object> userAttributes(Path path, String names, boolean followLinks) throws IOException {
        Map<String, byte[]> all = new UserAttributeView(namespace, path, followLinks).all();
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (String name : names.equals("*") ? all.keySet() : List.of(names.split(","))) {
            byte[] value = all.get(name);
            if (value != null) {
                wanted.put(name, value);
            }
        }
        return Collections.unmodifiableMap(wanted);
    }

    @Override
    @SuppressWarnings("unchecked") // As the JDK does: a value of another type is the caller's mistake.
    public void setAttribute(Path path, String attribute, Object value, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        int colon = attribute.indexOf(':');
        String view = colon < 0 ? "basic" : attribute.substring(0, colon);
        String name = attribute.substring(colon + 1);
        if (view.equals("user")) {
            ByteBuffer bytes = value instanceof byte[] array ? ByteBuffer.wrap(array) : (ByteBuffer) value;
            new UserAttributeView(namespace, path, followLinks).write(name, bytes);
            return;
        }
        NamedAttributes.check(view, name);
        if (view.equals(DosView.NAME) && new DosView(namespace, path, followLinks).setFlag(name, value)) {
            return;
        }
        AttributeChange change = switch (name) {
            case "lastModifiedTime" ->
                new AttributeChange(((FileTime) value).to(TimeUnit.NANOSECONDS), null, null, null, null);
            case "lastAccessTime" ->
                new AttributeChange(null, ((FileTime) value).to(TimeUnit.NANOSECONDS), null, null, null);
            case "creationTime" -> new AttributeChange(null, null, null, null, null);
            case "permissions" -> new AttributeChange(null, null, Permissions.bits((Set<Object>) value), null, null);
            case "mode" -> new AttributeChange(null, null, (Integer) value, null, null);
            case "owner" -> new AttributeChange(null, null, null, ((UserPrincipal) value).getName(), null);
            case "group" -> new AttributeChange(null, null, null, null, ((GroupPrincipal) value).getName());
            case "uid" -> new AttributeChange(null, null, null, value.toString(), null);
            case "gid" -> new AttributeChange(null, null, null, null, value.toString());
            default -> throw new IllegalArgumentException("'" + view + ":" + name + "' not recognized");
        };
        new AttributeView(namespace, path, followLinks, view).change(change);
    }
}
