package cc.fs.service;

import cc.fs.service.FileService.Change;
import cc.fs.service.FileService.Change.Kind;
import cc.fs.service.FileService.Watcher;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches directories of one file system, by one thread, which is there while somebody watches. */
final class DirectoryWatches implements Closeable {
    private static final Map<WatchEvent.Kind<?>, Kind> KINDS = Map.of(
            StandardWatchEventKinds.ENTRY_CREATE, Kind.CREATED,
            StandardWatchEventKinds.ENTRY_MODIFY, Kind.MODIFIED,
            StandardWatchEventKinds.ENTRY_DELETE, Kind.DELETED);

    private final FileSystem system;
    private final Map<WatchKey, List<Watcher>> watchers = new HashMap<>();
    private @Nullable WatchService service;

    DirectoryWatches(FileSystem system) {
        this.system = system;
    }

    synchronized Closeable watch(Path directory, Watcher heard) throws IOException {
        WatchService running = service;
        if (running == null) {
            running = system.newWatchService();
            service = running;
            WatchService watched = running;
            Thread thread = new Thread(() -> listen(watched), "cc-files-watch");
            thread.setDaemon(true);
            thread.start();
        }
        WatchKey key = directory.register(running, KINDS.keySet().toArray(new WatchEvent.Kind<?>[0]));
        watchers.computeIfAbsent(key, none -> new ArrayList<>()).add(heard);
        return () -> end(key, heard);
    }

    @Override
    public synchronized void close() {
        watchers.clear();
        stop();
    }

    private synchronized void end(WatchKey key, Watcher heard) {
        List<Watcher> others = watchers.get(key);
        if (others == null) {
            return;
        }
        others.remove(heard);
        if (others.isEmpty()) {
            watchers.remove(key);
            key.cancel();
        }
        if (watchers.isEmpty()) {
            stop();
        }
    }

    private void stop() {
        WatchService running = service;
        service = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                // Its thread ends all the same.
                return;
            }
        }
    }

    private void listen(WatchService watched) {
        try {
            while (true) {
                WatchKey key = watched.take();
                List<Change> changes = changes(key);
                if (!key.reset()) {
                    changes = new ArrayList<>(changes);
                    changes.add(new Change(Kind.ENDED, ""));
                }
                for (Watcher watcher : watchersOf(key)) {
                    watcher.heard(changes);
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // Nobody watches any more.
            return;
        }
    }

    private synchronized List<Watcher> watchersOf(WatchKey key) {
        return List.copyOf(watchers.getOrDefault(key, List.of()));
    }

    /** An empty list if the system could not tell all. */
    private static List<Change> changes(WatchKey key) {
        List<Change> changes = new ArrayList<>();
        boolean all = true;
        for (WatchEvent<?> event : key.pollEvents()) {
            Kind kind = KINDS.get(event.kind());
            if (kind == null || event.context() == null) {
                all = false;
            } else {
                changes.add(new Change(kind, event.context().toString()));
            }
        }
        return all ? changes : List.of();
    }
}
