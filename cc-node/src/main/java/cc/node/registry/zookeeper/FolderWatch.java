package cc.node.registry.zookeeper;

import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry.Watch;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;

/** Follows a folder by a copy of it in memory, which ZooKeeper keeps current with one message a change. */
final class FolderWatch implements Watch {
    private final String folder;
    private final CuratorCache copy;
    private final Consumer<List<Entry>> listener;
    private final Consumer<Runnable> turns;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile boolean ready;
    private volatile boolean closed;

    /** @param turns runs listeners, one after the other */
    FolderWatch(CuratorFramework client, String folder, Consumer<List<Entry>> listener, Consumer<Runnable> turns) {
        this.folder = folder;
        this.listener = listener;
        this.turns = turns;
        this.copy = CuratorCache.build(client, Tree.folder(folder));
        copy.listenable()
                .addListener(CuratorCacheListener.builder()
                        .forInitialized(() -> {
                            ready = true;
                            tellSoon();
                        })
                        .forAll((type, before, after) -> tellSoon())
                        .build());
        copy.start();
    }

    @Override
    public void close() {
        closed = true;
        copy.close();
    }

    private void tellSoon() {
        if (ready && due.compareAndSet(false, true)) {
            turns.accept(this::tell);
        }
    }

    private void tell() {
        due.set(false);
        if (!closed) {
            listener.accept(entries());
        }
    }

    private List<Entry> entries() {
        String prefix = Tree.folder(folder) + "/";
        return copy.stream()
                .filter(data ->
                        data.getPath().startsWith(prefix) && data.getPath().indexOf('/', prefix.length()) < 0)
                .map(data -> entry(data, data.getPath().substring(prefix.length())))
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .toList();
    }

    private Entry entry(ChildData data, String name) {
        return new Entry(new Key(folder, name), data.getData(), data.getStat().getMzxid());
    }
}
