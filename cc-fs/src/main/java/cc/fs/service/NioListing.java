package cc.fs.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Names of a directory with their attributes. */
final class NioListing implements FileService.Listing {
    private final DirectoryStream<Path> stream;
    private final Iterator<Path> paths;
    private final AttributeReader attributes;

    NioListing(DirectoryStream<Path> stream, AttributeReader attributes) {
        this.stream = stream;
        this.attributes = attributes;
        paths = stream.iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return paths.hasNext();
        } catch (RuntimeException e) {
            throw new UncheckedIOException(Faults.of(e));
        }
    }

    @Override
    public DirectoryEntry next() {
        Path path = paths.next();
        String name = path.getFileName().toString();
        // Names of directories in archives end with a slash.
        return new DirectoryEntry(
                name.endsWith("/") ? name.substring(0, name.length() - 1) : name, attributesIfThere(path));
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // It was only read.
            return;
        }
    }

    private @Nullable FileAttributes attributesIfThere(Path path) {
        try {
            return attributes.read(path, false);
        } catch (IOException e) {
            return null;
        }
    }
}
