package cc.fs.shell;

import cc.fs.ship.ContentCache;
import java.nio.file.Path;

/** Where this machine keeps what was shipped to it: {@code $XDG_CACHE_HOME/cc/ship}, else {@code ~/.cache/cc/ship}. */
final class ShipFolder {
    private static final long MAX_BYTES = 2L << 30;

    private ShipFolder() {}

    static ContentCache cache() {
        String caches = System.getenv("XDG_CACHE_HOME");
        Path folder = caches == null || caches.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(caches);
        return new ContentCache(folder.resolve("cc").resolve("ship"), MAX_BYTES);
    }
}
