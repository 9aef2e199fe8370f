package cc.fs.remote;

import cc.fs.service.FileFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application has open on one machine, and what it had open and has lost. */
final class LinkHandles {
    private final Map<Long, LinkHandle> open = new LinkedHashMap<>();

    /** Why things were lost that the application has not closed yet. */
    private final Map<Long, FileFault> lost = new HashMap<>();

    /** What was given up here, and may still be open there. */
    private final List<Long> orphans = new ArrayList<>();

    private long last;

    /** A number for something that is opened next. */
    synchronized long next() {
        return ++last;
    }

    synchronized void opened(LinkHandle handle) {
        open.put(handle.id(), handle);
    }

    synchronized void closed(LinkHandle handle) {
        open.remove(handle.id());
        lost.remove(handle.id());
    }

    synchronized @Nullable LinkHandle find(long id) {
        return open.get(id);
    }

    synchronized List<LinkHandle> all() {
        return new ArrayList<>(open.values());
    }

    /** Lets go of something; whatever is asked of it fails from now on. */
    void lose(LinkHandle handle, FileFault fault) {
        synchronized (this) {
            open.remove(handle.id());
            lost.put(handle.id(), fault);
            orphans.add(handle.id());
        }
        handle.die(fault);
    }

    /** @throws FileFault if that was lost */
    synchronized void requireNotLost(long id) throws FileFault {
        FileFault fault = lost.get(id);
        if (fault != null) {
            throw fault.again();
        }
    }

    synchronized List<Long> orphans() {
        return new ArrayList<>(orphans);
    }

    /** There are none, or they are closed. */
    synchronized void forgetOrphans() {
        orphans.clear();
    }
}
