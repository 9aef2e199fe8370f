package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.WriteCall;
import com.google.protobuf.UnsafeByteOperations;

/** The appends of one open file, one after the other: each is told where it ended. */
final class RemoteAppends {
    private final FilesLink link;
    private final long handle;

    /** Where the last one ended that is known to be done: an append that is not known to be done can only be after it. */
    private volatile long knownEnd;

    RemoteAppends(FilesLink link, long handle, long sizeBytes) {
        this.link = link;
        this.handle = handle;
        knownEnd = sizeBytes;
    }

    synchronized long append(byte[] bytes, int from, int count) throws FileFault {
        for (int done = 0; done < count; ) {
            int piece = Math.min(count - done, FileLimits.MAX_TRANSFER_BYTES);
            int taken = piece + FileLimits.WRITE_COST_BYTES;
            link.writes().take(taken);
            FileCall.Builder call = FileCall.newBuilder()
                    .setHandle(handle)
                    .setWrite(WriteCall.newBuilder()
                            .setAppend(true)
                            .setBytes(UnsafeByteOperations.unsafeWrap(bytes, from + done, piece)));
            FileResult result = link.send(call, (end, fault) -> link.writes().giveBack(taken))
                    .await();
            knownEnd = result.getPosition();
            done += piece;
        }
        return knownEnd;
    }

    long knownEnd() {
        return knownEnd;
    }
}
