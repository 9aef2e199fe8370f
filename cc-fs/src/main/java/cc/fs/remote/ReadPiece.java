package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

/**
 * Bytes of a file.
 *
 * @param end whether the file's end comes after them
 */
record ReadPiece(ByteString bytes, boolean end) {
    static ReadPiece of(OpenFile file, long position, int count) throws FileFault {
        byte[] bytes = new byte[count];
        int at = 0;
        boolean end = false;
        while (at < count && !end) {
            int got = file.read(position + at, bytes, at, count - at);
            end = got < 0;
            at += Math.max(got, 0);
        }
        return new ReadPiece(UnsafeByteOperations.unsafeWrap(bytes, 0, at), end);
    }
}
