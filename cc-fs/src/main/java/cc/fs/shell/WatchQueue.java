package cc.fs.shell;

import java.lang.reflect.Method;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** The queue of a watch service of the JDK, into which keys of other directories than its own can be put, too. */
final class WatchQueue {
    private static final Class<?> TYPE;
    private static final Method ENQUEUE;
    private static final Method IS_OPEN;

    static {
        try {
            TYPE = Class.forName("sun.nio.fs.AbstractWatchService");
            ENQUEUE = TYPE.getDeclaredMethod("enqueueKey", WatchKey.class);
            ENQUEUE.setAccessible(true);
            IS_OPEN = TYPE.getDeclaredMethod("isOpen");
            IS_OPEN.setAccessible(true);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final WatchService service;

    WatchQueue(WatchService service) {
        this.service = service;
    }

    static boolean isOne(WatchService service) {
        return TYPE.isInstance(service);
    }

    boolean isOpen() {
        try {
            return (boolean) IS_OPEN.invoke(service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(WatchKey key) {
        try {
            ENQUEUE.invoke(service, key);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
