package cc.agent.boot;

import java.io.FileDescriptor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Map;

/**
 * The methods of the JDK's own file system provider for paths that are the shell's affair; each answers, and fails, as the
 * one it is named after. Where there are two paths, one of them may be the system's.
 */
public interface VirtualPaths {
    /**
     * {@code UnixChannelFactory.open}: all file channels, and the streams of {@link java.nio.file.Files}.
     *
     * @param flags a {@code sun.nio.fs.UnixChannelFactory.Flags}
     * @param permissions of a new file
     */
    FileDescriptor open(Path path, Object flags, int permissions) throws IOException;

    void checkAccess(Path path, AccessMode[] modes) throws IOException;

    boolean exists(Path path);

    boolean exists(Path path, LinkOption[] options);

    boolean isDirectory(Path path);

    boolean isRegularFile(Path path);

    boolean isReadable(Path path);

    boolean isWritable(Path path);

    boolean isExecutable(Path path);

    boolean isSameFile(Path one, Path other) throws IOException;

    BasicFileAttributes readAttributes(Path path, Class<?> type, LinkOption[] options) throws IOException;

    BasicFileAttributes readAttributesIfExists(Path path, Class<?> type, LinkOption[] options) throws IOException;

    FileAttributeView getFileAttributeView(Path path, Class<?> type, LinkOption[] options);

    Map<String, Object> readAttributes(Path path, String attributes, LinkOption[] options) throws IOException;

    void setAttribute(Path path, String attribute, Object value, LinkOption[] options) throws IOException;

    void createDirectory(Path path, FileAttribute<?>[] attributes) throws IOException;

    void createSymbolicLink(Path link, Path target, FileAttribute<?>[] attributes) throws IOException;

    void createLink(Path link, Path existing) throws IOException;

    Path readSymbolicLink(Path link) throws IOException;

    /** @return whether there was something */
    boolean implDelete(Path path, boolean failIfNotExists) throws IOException;

    void copy(Path from, Path to, CopyOption[] options) throws IOException;

    void move(Path from, Path to, CopyOption[] options) throws IOException;

    DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) throws IOException;

    FileStore getFileStore(Path path) throws IOException;

    Path toRealPath(Path path, LinkOption[] options) throws IOException;

    /** With a slash at its end if it is a directory. */
    URI toUri(Path path);

    WatchKey register(Path path, WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier[] modifiers)
            throws IOException;
}
