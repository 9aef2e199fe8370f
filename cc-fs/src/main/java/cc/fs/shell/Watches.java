package cc.fs.shell;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Virtual directories that watch services of the JDK watch, too: keys of ours are put into their queues. Thread-safe.
 */
final class Watches {
    private final Namespace namespace;
    private final Map<WatchService, Map<String, VirtualWatch>> byService = new WeakHashMap<>();

    Watches(Namespace namespace) {
        this.namespace = namespace;
    }

    synchronized WatchKey register(
            Path path, WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier[] modifiers)
            throws IOException {
        if (watcher == null) {
            throw new NullPointerException();
        } else if (!WatchQueue.isOne(watcher)) {
            throw new ProviderMismatchException();
        }
        Set<WatchEvent.Kind<?>> kinds = kinds(events);
        for (WatchEvent.Modifier modifier : modifiers) {
            if (modifier == null) {
                throw new NullPointerException();
            }
        }
        WatchQueue queue = new WatchQueue(watcher);
        if (!queue.isOpen()) {
            throw new ClosedWatchServiceException();
        }
        String name = namespace.absolute(path.toString());
        Map<String, VirtualWatch> known = byService.computeIfAbsent(watcher, added -> new java.util.HashMap<>());
        VirtualWatch watch = known.get(name);
        if (watch != null && watch.isValid()) {
            watch.setKinds(kinds);
            return watch;
        }
        watch = new VirtualWatch(path, queue, kinds);
        watch.begin(open(path, watch));
        known.put(name, watch);
        return watch;
    }

    private Closeable open(Path path, VirtualWatch watch) throws IOException {
        try {
            return namespace.at(path.toString(), (service, place) -> {
                if (!service.attributes(place, true).isDirectory()) {
                    throw new FileFault(Errno.ENOTDIR);
                }
                return service.watch(place, watch::heard);
            });
        } catch (FileFault e) {
            if (e.errno() == Errno.ENOTDIR) {
                throw new NotDirectoryException(path.toString());
            }
            throw Nio.failed(e, path);
        }
    }

    private static Set<WatchEvent.Kind<?>> kinds(WatchEvent.Kind<?>[] events) {
        if (events.length == 0) {
            throw new IllegalArgumentException("No events to register");
        }
        Set<WatchEvent.Kind<?>> kinds = new HashSet<>();
        for (WatchEvent.Kind<?> kind : events) {
            if (kind == StandardWatchEventKinds.ENTRY_CREATE
                    || kind == StandardWatchEventKinds.ENTRY_MODIFY
                    || kind == StandardWatchEventKinds.ENTRY_DELETE) {
                kinds.add(kind);
            } else if (kind == null) {
                throw new NullPointerException("An element in event set is 'null'");
            } else if (kind != StandardWatchEventKinds.OVERFLOW) {
                throw new UnsupportedOperationException(kind.name());
            }
        }
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("No events to register");
        }
        return kinds;
    }
}
