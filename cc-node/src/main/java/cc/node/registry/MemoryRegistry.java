package cc.node.registry;

import cc.node.chore.ChoreThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry within one process: for a node that belongs to no community, and for tests of several nodes. Each node has
 * a view of its own on one {@link Store}.
 */
public final class MemoryRegistry implements Registry {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryRegistry.class);

    private final Store store;
    private final ChoreThread listeners = new ChoreThread("cc-registry-listeners");
    private final Set<MemoryPresence> presences = new HashSet<>();
    private final List<FolderWatch> watches = new CopyOnWriteArrayList<>();

    private MemoryRegistry(Store store) {
        this.store = store;
    }

    /** What several nodes know together. */
    public static final class Store {
        private final Map<Key, Entry> entries = new HashMap<>();
        private final List<MemoryRegistry> views = new CopyOnWriteArrayList<>();
        private long lastVersion;

        /** A view for one more node. */
        public Registry join() {
            MemoryRegistry view = new MemoryRegistry(this);
            views.add(view);
            return view;
        }

        private synchronized List<Entry> folder(String name) {
            return entries.values().stream()
                    .filter(entry -> entry.key().folder().equals(name))
                    .sorted((a, b) -> a.key().compareTo(b.key()))
                    .toList();
        }

        private synchronized List<Long> commit(List<Change> changes) throws ConflictException {
            Map<Key, Entry> before = Map.copyOf(entries);
            List<Long> versions = new ArrayList<>();
            try {
                for (Change change : changes) {
                    versions.add(apply(change));
                }
            } catch (ConflictException e) {
                entries.clear();
                entries.putAll(before);
                throw e;
            }
            Set<String> folders = new HashSet<>();
            changes.forEach(change -> folders.add(change.key().folder()));
            views.forEach(view -> view.changed(folders));
            return versions;
        }

        private long apply(Change change) throws ConflictException {
            Key key = change.key();
            if (change instanceof Change.Create create) {
                if (entries.containsKey(key)) {
                    throw new ConflictException(key + " is there already");
                }
                return put(key, create.value());
            } else if (change instanceof Change.Update update) {
                require(key, update.version());
                return put(key, update.value());
            } else if (change instanceof Change.Delete delete) {
                require(key, delete.version());
                entries.remove(key);
                return delete.version();
            } else if (change instanceof Change.Require require) {
                require(key, require.version());
                return require.version();
            }
            throw new IllegalStateException("unknown change " + change);
        }

        private void require(Key key, long version) throws ConflictException {
            Entry entry = entries.get(key);
            if (entry == null) {
                throw new ConflictException(key + " is gone");
            }
            if (entry.version() != version) {
                throw new ConflictException(key + " has version " + entry.version() + ", not " + version);
            }
        }

        private long put(Key key, byte[] value) {
            if (value.length > MAX_VALUE_BYTES) {
                throw new IllegalArgumentException(
                        key + " would have " + value.length + " bytes, more than " + MAX_VALUE_BYTES);
            }
            entries.put(key, new Entry(key, value.clone(), ++lastVersion));
            return lastVersion;
        }
    }

    @Override
    public Optional<Entry> get(Key key) {
        synchronized (store) {
            return Optional.ofNullable(store.entries.get(key));
        }
    }

    @Override
    public List<Entry> list(String folder) {
        return store.folder(folder);
    }

    @Override
    public List<Long> commit(List<Change> changes) throws ConflictException {
        return store.commit(changes);
    }

    @Override
    public Presence announce(Key key, byte[] value) throws ConflictException {
        MemoryPresence presence = new MemoryPresence(
                key, store.commit(List.of(new Change.Create(key, value))).get(0));
        synchronized (presences) {
            presences.add(presence);
        }
        return presence;
    }

    @Override
    public Watch watch(String folder, Consumer<List<Entry>> listener) {
        FolderWatch watch = new FolderWatch(folder, listener);
        watches.add(watch);
        tell(watch);
        return watch;
    }

    @Override
    public Watch watchHealth(Consumer<Health> listener) {
        listeners.run(() -> listener.accept(Health.CONNECTED));
        return () -> {};
    }

    @Override
    public void close() {
        store.views.remove(this);
        List<MemoryPresence> withdrawn;
        synchronized (presences) {
            withdrawn = List.copyOf(presences);
        }
        withdrawn.forEach(MemoryPresence::close);
        watches.clear();
        listeners.close();
    }

    private void changed(Set<String> folders) {
        for (FolderWatch watch : watches) {
            if (folders.contains(watch.folder)) {
                tell(watch);
            }
        }
    }

    private void tell(FolderWatch watch) {
        listeners.run(() -> {
            if (watches.contains(watch)) {
                watch.listener.accept(list(watch.folder));
            }
        });
    }

    private final class FolderWatch implements Watch {
        private final String folder;
        private final Consumer<List<Entry>> listener;

        FolderWatch(String folder, Consumer<List<Entry>> listener) {
            this.folder = folder;
            this.listener = listener;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    private final class MemoryPresence implements Presence {
        private final Key key;
        private long version;

        MemoryPresence(Key key, long version) {
            this.key = key;
            this.version = version;
        }

        @Override
        public synchronized void update(byte[] value) {
            try {
                version = store.commit(List.of(new Change.Update(key, value, version)))
                        .get(0);
            } catch (ConflictException e) {
                throw new IllegalStateException("somebody else changed what this node announced", e);
            }
        }

        @Override
        public synchronized void close() {
            synchronized (presences) {
                if (!presences.remove(this)) {
                    return;
                }
            }
            try {
                store.commit(List.of(new Change.Delete(key, version)));
            } catch (ConflictException e) {
                LOG.debug("What was announced is gone already", e);
            }
        }
    }
}
