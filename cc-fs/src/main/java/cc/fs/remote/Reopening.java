package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.FromFiles;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Opens and locks again what an application had open at a proxy that is gone, and finds out what that one has still done,
 * before anything else is asked of the new one.
 */
final class Reopening {
    /** Calls that are sent before the first result is read: few enough for the buffers between. */
    private static final int AT_ONCE = 128;

    private final FilesLink link;
    private final FrameChannel channel;
    private final Map<LinkHandle, FileFault> lost = new HashMap<>();

    Reopening(FilesLink link, FrameChannel channel) {
        this.link = link;
        this.channel = channel;
    }

    /** @return what is not what it was any more, and why */
    Map<LinkHandle, FileFault> run(List<LinkHandle> handles) throws IOException {
        List<LinkHandle> batch = new ArrayList<>();
        for (LinkHandle handle : handles) {
            batch.add(handle);
            if (batch.size() == AT_ONCE) {
                reopen(batch);
                batch.clear();
            }
        }
        reopen(batch);
        settle();
        return lost;
    }

    private void settle() throws IOException {
        Uncertain uncertain = new Uncertain(link, this);
        for (PendingCall pending : link.calls().all()) {
            if (Uncertain.is(pending.call)) {
                FileResult result = uncertain.settle(pending.call);
                if (link.calls().remove(pending.call.getId()) != null) {
                    pending.complete(result);
                }
            }
        }
    }

    private void reopen(List<LinkHandle> handles) throws IOException {
        List<FileCall> all = new ArrayList<>();
        Map<LinkHandle, List<FileCall>> callsOf = new HashMap<>();
        for (LinkHandle handle : handles) {
            List<FileCall> calls =
                    handle.reopening().stream().map(link::numbered).toList();
            callsOf.put(handle, calls);
            if (!calls.isEmpty()) {
                // It is open if a connection broke in the middle of this.
                all.add(link.numbered(
                        FileCall.newBuilder().setHandle(handle.id()).setClose(CloseCall.getDefaultInstance())));
            }
            all.addAll(calls);
        }
        Map<Long, FileResult> results = exchange(all);
        for (LinkHandle handle : handles) {
            List<FileResult> own = new ArrayList<>();
            for (FileCall call : Objects.requireNonNull(callsOf.get(handle))) {
                own.add(Objects.requireNonNull(results.get(call.getId())));
            }
            try {
                handle.reopened(own);
            } catch (FileFault e) {
                lost.put(handle, e);
            }
        }
    }

    FileResult exchange(FileCall call) throws IOException {
        return Objects.requireNonNull(exchange(List.of(call)).get(call.getId()));
    }

    /** Sends calls and waits for their results, by number. */
    private Map<Long, FileResult> exchange(List<FileCall> calls) throws IOException {
        channel.write(calls);
        Map<Long, FileResult> results = new HashMap<>();
        while (results.size() < calls.size()) {
            FromFiles message = channel.read(FromFiles.parser(), FileLimits.MAX_RESULT_BYTES);
            if (message == null) {
                throw new EOFException("the connection ended at once");
            }
            if (message.hasResult()) {
                results.put(message.getResult().getId(), message.getResult());
            }
        }
        return results;
    }
}
