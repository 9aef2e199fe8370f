package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.fs.service.FileService.Change;
import cc.fs.service.FileService.Change.Kind;
import cc.fs.service.FileService.Watcher;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileChange;
import cc.protocol.message.FileEvent;
import cc.protocol.message.FileResult;
import cc.protocol.message.WatchCall;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

/** A watched directory of another machine. */
final class RemoteWatch implements Closeable, LinkHandle {
    private final FilesLink link;
    private final String path;
    private final Watcher heard;
    private final long handle;

    private RemoteWatch(FilesLink link, String path, Watcher heard) {
        this.link = link;
        this.path = path;
        this.heard = heard;
        handle = link.handles().next();
    }

    static RemoteWatch begin(FilesLink link, String path, Watcher heard) throws FileFault {
        RemoteWatch watch = new RemoteWatch(link, path, heard);
        link.send(watch.call(), (result, fault) -> {
                    if (result != null) {
                        link.handles().opened(watch);
                    }
                })
                .await();
        return watch;
    }

    /**
     * Does not wait for an answer.
     *
     * @param heard called also if the directory cannot be watched, as if it had gone
     */
    static RemoteWatch beginNow(FilesLink link, String path, Watcher heard) throws FileFault {
        RemoteWatch watch = new RemoteWatch(link, path, heard);
        link.sendNow(watch.call(), (result, fault) -> {
            if (result != null) {
                link.handles().opened(watch);
            } else {
                heard.heard(List.of(new Change(Kind.ENDED, "")));
            }
        });
        return watch;
    }

    void heard(FileEvent event) {
        List<Change> changes = new ArrayList<>();
        for (FileChange change : event.getChangesList()) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equals(change.getKind())) {
                    changes.add(new Change(kind, change.getName()));
                }
            }
        }
        heard.heard(changes);
    }

    @Override
    public void close() throws FileFault {
        link.handles().closed(this);
        link.send(closing(), null);
    }

    /** As {@link #close}, but never waits. */
    void closeNow() {
        link.handles().closed(this);
        try {
            link.sendNow(closing(), null);
        } catch (FileFault e) {
            // The link is closed, and the watch with it.
            return;
        }
    }

    private FileCall.Builder closing() {
        return FileCall.newBuilder().setHandle(handle).setClose(CloseCall.getDefaultInstance());
    }

    @Override
    public long id() {
        return handle;
    }

    @Override
    public List<FileCall.Builder> reopening() {
        return List.of(call());
    }

    @Override
    public void reopened(List<FileResult> results) {}

    /** What happened meanwhile, nobody knows. */
    @Override
    public void reconnected() {
        heard.heard(List.of());
    }

    @Override
    public void die(FileFault fault) {}

    private FileCall.Builder call() {
        return FileCall.newBuilder().setHandle(handle).setPath(path).setWatch(WatchCall.getDefaultInstance());
    }
}
