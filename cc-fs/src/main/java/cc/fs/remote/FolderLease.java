package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileKey;
import cc.fs.service.FileService.Change;
import cc.fs.service.FileService.Watcher;
import cc.protocol.message.FileCall;
import cc.protocol.message.ListEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the files of one directory, and which names it does not have, until its machine says that something there
 * has changed. Not known this way are directories, and files with more names than one: what happens to them happens
 * elsewhere. Thread-safe.
 */
final class FolderLease implements Watcher {
    /** More would cost more to list than they save. */
    private static final int MAX_FILES = 1 << 13;

    private final SharedFiles shared;
    private final Map<String, Known> files = new HashMap<>();

    /** Names of which nothing is known. */
    private final Set<String> doubtful = new HashSet<>();

    private long disturbances;
    private boolean complete;
    private boolean over;

    /** @param asked when it was asked for */
    private record Known(FileAttributes attributes, SharedFiles.Moment asked) {}

    /** A question that was asked about one name, and what had happened before. */
    record Question(FolderLease lease, String name, SharedFiles.Moment asked, long disturbances) {
        /** @param attributes null: there is no such file */
        void answered(@Nullable FileAttributes attributes) {
            lease.answered(this, attributes);
        }
    }

    FolderLease(SharedFiles shared) {
        this.shared = shared;
    }

    /**
     * A file's attributes; null if they are not known.
     *
     * @throws FileFault if it is known that there is no such file
     */
    synchronized @Nullable FileAttributes find(String name, boolean followLinks) throws FileFault {
        if (!complete || over || doubtful.contains(name)) {
            return null;
        }
        Known known = files.get(name);
        if (known == null) {
            throw new FileFault(Errno.ENOENT);
        }
        FileAttributes attributes = known.attributes();
        boolean usable =
                attributes.isSymbolicLink() ? !followLinks : attributes.isRegularFile() && attributes.links() == 1;
        return usable && shared.isUnchangedSince(known.asked(), FileKey.of(attributes)) ? attributes : null;
    }

    synchronized Question ask(String name) {
        return new Question(this, name, shared.now(), disturbances);
    }

    private synchronized void answered(Question question, @Nullable FileAttributes attributes) {
        if (over || question.disturbances() != disturbances) {
            return;
        }
        doubtful.remove(question.name());
        if (attributes == null) {
            files.remove(question.name());
        } else {
            files.put(question.name(), new Known(attributes, question.asked()));
        }
    }

    /**
     * Takes in a part of the directory's list.
     *
     * @return whether there may be more
     */
    synchronized boolean add(List<ListEntry> entries, SharedFiles.Moment asked) {
        if (files.size() + entries.size() > MAX_FILES) {
            end();
        }
        for (ListEntry entry : entries) {
            if (!entry.hasAttributes()) {
                doubtful.add(entry.getName());
            } else if (!over && !doubtful.contains(entry.getName())) {
                files.put(entry.getName(), new Known(FileMessages.attributes(entry.getAttributes()), asked));
            }
        }
        return !over;
    }

    /** All of the list has come. */
    synchronized void complete() {
        complete = true;
    }

    /** Something happens, or has just happened, to a name. */
    synchronized void disturb(String name) {
        disturbances++;
        files.remove(name);
        if (!over) {
            doubtful.add(name);
        }
    }

    /** Nothing is known any more. */
    synchronized void end() {
        over = true;
        files.clear();
        doubtful.clear();
    }

    synchronized boolean isOver() {
        return over;
    }

    @Override
    public void heard(List<Change> changes) {
        if (changes.isEmpty() || changes.stream().anyMatch(change -> change.kind() == Change.Kind.ENDED)) {
            end();
        }
        changes.forEach(change -> disturb(change.name()));
    }

    /** The paths that a call may change. */
    static List<String> changed(FileCall.Builder call) {
        return switch (call.getOperationCase()) {
            case RENAME -> List.of(call.getPath(), call.getRename().getTo());
            case MAKE_LINK -> List.of(call.getPath(), call.getMakeLink().getExisting());
            default -> call.getPath().isEmpty() ? List.of() : List.of(call.getPath());
        };
    }
}
