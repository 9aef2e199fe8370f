package cc.fs.shell;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What is in a virtual directory. */
final class VirtualDirectory implements DirectoryStream<Path> {
    private final Path path;
    private final List<String> names;
    private final Filter<? super Path> filter;
    private boolean closed;
    private boolean begun;

    VirtualDirectory(Path path, List<String> names, Filter<? super Path> filter) {
        this.path = path;
        this.names = names;
        this.filter = filter;
    }

    @Override
    public synchronized Iterator<Path> iterator() {
        if (closed) {
            throw new IllegalStateException("Directory stream is closed");
        } else if (begun) {
            throw new IllegalStateException("Iterator already obtained");
        }
        begun = true;
        return new Entries(names.iterator());
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private final class Entries implements Iterator<Path> {
        private final Iterator<String> left;
        private @Nullable Path next;

        Entries(Iterator<String> names) {
            left = names;
        }

        @Override
        public boolean hasNext() {
            while (next == null && !isClosed() && left.hasNext()) {
                Path entry = path.resolve(left.next());
                try {
                    if (filter.accept(entry)) {
                        next = entry;
                    }
                } catch (IOException e) {
                    throw new DirectoryIteratorException(e);
                }
            }
            return next != null;
        }

        @Override
        public void remove() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Path entry = next;
            next = null;
            return entry;
        }
    }
}
