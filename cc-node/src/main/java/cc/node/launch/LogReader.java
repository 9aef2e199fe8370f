package cc.node.launch;

import cc.node.message.FromHost;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tells what a program in the background has written, and if wanted what it writes until it ends. */
final class LogReader {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private LogReader() {}

    static void serve(BackgroundProgram program, boolean follow, Conversation conversation) throws IOException {
        CompletableFuture<Void> gone = conversation.gone();
        if (Files.exists(program.oldLog())) {
            send(program.oldLog(), 0, conversation);
        }
        long at = 0;
        boolean ended;
        do {
            // Asked before the file is read: what was written before the end is told.
            ended = !follow || program.hasEnded();
            long size = Files.size(program.log());
            if (size < at) {
                // It was emptied.
                at = 0;
            }
            if (size > at) {
                at = send(program.log(), at, conversation);
            } else if (!ended) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        } while (!ended && !gone.isDone());
        conversation.finished();
    }

    private static long send(Path log, long from, Conversation conversation) throws IOException {
        try (FileChannel file = FileChannel.open(log)) {
            file.position(from);
            ByteBuffer piece = ByteBuffer.allocate(LaunchLimits.PIECE_BYTES);
            while (file.read(piece.clear()) > 0) {
                conversation.write(FromHost.newBuilder().setOutput(ByteString.copyFrom(piece.flip())));
            }
            return file.position();
        }
    }
}
