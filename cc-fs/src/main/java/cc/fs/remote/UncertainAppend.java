package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFlags;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.ReadCall;
import cc.protocol.message.ReadResult;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An append that a proxy may have done, or half done, before it ended: what the file has got since the last append that is
 * known of is searched for its bytes, and only what is missing is appended.
 */
final class UncertainAppend {
    /** What others may have appended meanwhile, and is searched. */
    private static final long MAX_SEARCHED_BYTES = 16 << 20;

    private final FilesLink link;
    private final Reopening proxy;
    private final FileCall call;
    private final ByteString bytes;

    UncertainAppend(FilesLink link, Reopening proxy, FileCall call) {
        this.link = link;
        this.proxy = proxy;
        this.call = call;
        bytes = call.getWrite().getBytes();
    }

    FileResult settle() throws IOException {
        if (!(link.handles().find(call.getHandle()) instanceof RemoteOpenFile file)) {
            return proxy.exchange(call);
        }
        long start = file.knownEnd();
        ByteString added = addedSince(start, file);
        if (added == null) {
            return unknown();
        }
        int at = find(added);
        if (at >= 0) {
            return FileResult.newBuilder()
                    .setId(call.getId())
                    .setPosition(start + at + bytes.size())
                    .build();
        }
        boolean halfDone = !added.isEmpty() && bytes.startsWith(added);
        return proxy.exchange(halfDone ? rest(added.size()) : call);
    }

    /** Null if it cannot be read. */
    private @Nullable ByteString addedSince(long start, RemoteOpenFile file) throws IOException {
        long handle = link.handles().next();
        FileCall.Builder open =
                FileCall.newBuilder().setHandle(handle).setPath(file.path()).setOpen(file.reopeningAs(OpenFlags.READ));
        if (ask(open).hasError()) {
            return null;
        }
        ByteString added = ByteString.EMPTY;
        boolean end = false;
        while (!end) {
            FileResult result = ask(FileCall.newBuilder()
                    .setHandle(handle)
                    .setRead(ReadCall.newBuilder()
                            .setPosition(start + added.size())
                            .setCount(FileLimits.MAX_TRANSFER_BYTES)));
            ReadResult read = result.getRead();
            added = added.concat(read.getBytes());
            if (result.hasError() || added.size() > MAX_SEARCHED_BYTES) {
                return null;
            }
            end = read.getEnd() || read.getBytes().isEmpty();
        }
        var unused = ask(FileCall.newBuilder().setHandle(handle).setClose(CloseCall.getDefaultInstance()));
        return added;
    }

    /** Where the bytes are; -1 if they are not. */
    private int find(ByteString added) {
        byte[] hay = added.toByteArray();
        byte[] needle = bytes.toByteArray();
        for (int at = 0; at <= hay.length - needle.length; at++) {
            if (Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length)) {
                return at;
            }
        }
        return -1;
    }

    private FileCall rest(int done) {
        return link.numbered(
                call.toBuilder().setWrite(call.getWrite().toBuilder().setBytes(bytes.substring(done))));
    }

    private FileResult ask(FileCall.Builder asked) throws IOException {
        return proxy.exchange(link.numbered(asked));
    }

    private FileResult unknown() {
        FileFault fault = new FileFault(
                Errno.OTHER,
                "the file proxy of machine " + link.machine() + " ended, and it cannot be known what it has appended");
        return FileResult.newBuilder()
                .setId(call.getId())
                .setError(FileMessages.of(fault))
                .build();
    }
}
