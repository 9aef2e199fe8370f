package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import com.google.protobuf.ByteOutput;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that came in a message and go to a file, without a copy between. */
final class WrittenPiece {
    private final ByteString bytes;

    WrittenPiece(ByteString bytes) {
        this.bytes = bytes;
    }

    /** What an open file does with an array. */
    private interface Sink {
        void take(byte[] array, int from, int count) throws IOException;
    }

    void write(OpenFile file, long position) throws FileFault {
        send((array, from, count) -> file.write(position, array, from, count));
    }

    /** @return where it ended */
    long append(OpenFile file) throws FileFault {
        long[] end = {-1};
        send((array, from, count) -> end[0] = file.append(array, from, count));
        return end[0] < 0 ? file.size() : end[0];
    }

    private void send(Sink sink) throws FileFault {
        try {
            // A message's bytes are one array: the sink takes them as one.
            UnsafeByteOperations.unsafeWriteTo(bytes, new ByteOutput() {
                @Override
                public void write(byte value) throws IOException {
                    sink.take(new byte[] {value}, 0, 1);
                }

                @Override
                public void write(byte[] array, int from, int count) throws IOException {
                    sink.take(array, from, count);
                }

                @Override
                public void writeLazy(byte[] array, int from, int count) throws IOException {
                    sink.take(array, from, count);
                }

                @Override
                public void write(ByteBuffer buffer) throws IOException {
                    byte[] array = new byte[buffer.remaining()];
                    buffer.get(array);
                    sink.take(array, 0, array.length);
                }

                @Override
                public void writeLazy(ByteBuffer buffer) throws IOException {
                    write(buffer);
                }
            });
        } catch (FileFault e) {
            throw e;
        } catch (IOException e) {
            throw new FileFault(Errno.EIO);
        }
    }
}
