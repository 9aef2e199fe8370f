package cc.fs.shell;

import cc.fs.service.FileService.Change;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.Watchable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A watched directory of another machine, as a key of a watch service. Thread-safe. */
final class VirtualWatch implements WatchKey {
    /** As many as the JDK keeps of one directory. */
    private static final int MAX_EVENTS = 512;

    private final Path path;
    private final WatchQueue queue;
    private final List<Happened> events = new ArrayList<>();
    private Set<WatchEvent.Kind<?>> kinds;
    private @Nullable Closeable watch;
    private boolean signalled;
    private boolean valid = true;

    VirtualWatch(Path path, WatchQueue queue, Set<WatchEvent.Kind<?>> kinds) {
        this.path = path;
        this.queue = queue;
        this.kinds = kinds;
    }

    /** What has happened once or several times. */
    private static final class Happened implements WatchEvent<Object> {
        private final Kind<Object> kind;
        private final @Nullable Object context;
        private int count = 1;

        @SuppressWarnings("unchecked") // The context is a path, or nothing for an overflow.
        Happened(Kind<?> kind, @Nullable Object context) {
            this.kind = (Kind<Object>) kind;
            this.context = context;
        }

        @Override
        public Kind<Object> kind() {
            return kind;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public @Nullable Object context() {
            return context;
        }
    }

    synchronized void begin(Closeable begun) {
        watch = begun;
    }

    synchronized void setKinds(Set<WatchEvent.Kind<?>> wanted) {
        kinds = wanted;
    }

    /** Called by the file service. */
    void heard(List<Change> changes) {
        if (!queue.isOpen()) {
            cancel();
            return;
        }
        synchronized (this) {
            if (changes.isEmpty()) {
                add(StandardWatchEventKinds.OVERFLOW, null);
            }
            for (Change change : changes) {
                if (change.kind() == Change.Kind.ENDED) {
                    valid = false;
                    continue;
                }
                WatchEvent.Kind<?> kind = switch (change.kind()) {
                    case CREATED -> StandardWatchEventKinds.ENTRY_CREATE;
                    case MODIFIED -> StandardWatchEventKinds.ENTRY_MODIFY;
                    case DELETED, ENDED -> StandardWatchEventKinds.ENTRY_DELETE;
                };
                if (kinds.contains(kind)) {
                    add(kind, path.getFileSystem().getPath(change.name()));
                }
            }
            if ((events.isEmpty() && valid) || signalled) {
                return;
            }
            signalled = true;
        }
        queue.add(this);
    }

    private void add(WatchEvent.Kind<?> kind, @Nullable Object context) {
        Happened last = events.isEmpty() ? null : events.get(events.size() - 1);
        if (last != null && last.kind == kind && java.util.Objects.equals(last.context, context)) {
            last.count++;
        } else if (events.size() >= MAX_EVENTS) {
            events.clear();
            events.add(new Happened(StandardWatchEventKinds.OVERFLOW, null));
        } else {
            events.add(new Happened(kind, context));
        }
    }

    @Override
    public synchronized boolean isValid() {
        return valid && queue.isOpen();
    }

    @Override
    public synchronized List<WatchEvent<?>> pollEvents() {
        List<WatchEvent<?>> taken = new ArrayList<>(events);
        events.clear();
        return taken;
    }

    @Override
    public boolean reset() {
        synchronized (this) {
            if (!isValid()) {
                return false;
            } else if (!signalled || events.isEmpty()) {
                signalled = false;
                return true;
            }
        }
        queue.add(this);
        return true;
    }

    @Override
    public void cancel() {
        Closeable ended;
        synchronized (this) {
            valid = false;
            ended = watch;
            watch = null;
        }
        if (ended != null) {
            try {
                ended.close();
            } catch (IOException e) {
                // It has ended by itself.
            }
        }
    }

    @Override
    public Watchable watchable() {
        return path;
    }
}
