package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import java.util.concurrent.atomic.LongAdder;

/** A file that a session has open. */
final class ServedFile implements Served {
    final OpenFile file;
    final LongAdder bytesRead = new LongAdder();
    final LongAdder bytesWritten = new LongAdder();
    private final String path;
    private final int flags;

    ServedFile(OpenFile file, String path, int flags) {
        this.file = file;
        this.path = path;
        this.flags = flags;
    }

    @Override
    public void close() throws FileFault {
        file.close();
    }

    SessionFigures.OpenFigures figures() {
        return new SessionFigures.OpenFigures(path, flags, bytesRead.sum(), bytesWritten.sum());
    }
}
