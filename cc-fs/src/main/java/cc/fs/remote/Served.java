package cc.fs.remote;

import cc.fs.service.FileFault;
import java.io.Closeable;

/** What a handle stands for: an open file, a listing, a watch. */
interface Served extends Closeable {
    @Override
    void close() throws FileFault;
}
