package cc.fs.shell;

import cc.fs.service.OpenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings what a process writes on this machine to the virtual files that it is meant for. Thread-safe. */
final class FollowedProcess {
    private static final int STEP_BYTES = 1 << 16;

    private final List<Output> outputs = new ArrayList<>();
    private boolean ended;

    /** One of its two outputs. */
    private static final class Output {
        final String path;
        final Spool spool;
        final OpenFile target;
        final boolean append;
        long copiedBytes;

        Output(String path, Spool spool, OpenFile target, boolean append) {
            this.path = path;
            this.spool = spool;
            this.target = target;
            this.append = append;
        }

        void copy() throws IOException {
            long size = Native.size(spool.descriptor());
            byte[] bytes = new byte[(int) Math.min(STEP_BYTES, Math.max(0, size - copiedBytes))];
            while (copiedBytes < size) {
                int count = Native.read(spool.descriptor(), copiedBytes, bytes, bytes.length);
                if (count <= 0) {
                    return;
                }
                if (append) {
                    target.append(bytes, 0, count);
                } else {
                    target.write(copiedBytes, bytes, 0, count);
                }
                copiedBytes += count;
            }
        }
    }

    synchronized void add(String path, Spool spool, OpenFile target, boolean append) {
        outputs.add(new Output(path, spool, target, append));
    }

    /** Brings what was written until now. */
    synchronized void copy() {
        for (Output output : outputs) {
            try {
                output.copy();
            } catch (IOException e) {
                tell(output, e);
            }
        }
    }

    /** Brings the rest, once the process has ended or could not be started. */
    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        copy();
        for (Output output : outputs) {
            try (Spool spool = output.spool) {
                output.target.close();
            } catch (IOException e) {
                tell(output, e);
            }
        }
        outputs.clear();
    }

    /** The process that wrote it can't be told any more. */
    private static void tell(Output output, IOException cause) {
        System.err.println(
                "cc: what a process has written to " + output.path + " is not all there: " + cause.getMessage());
    }
}
