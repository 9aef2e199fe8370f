package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.message.FileResult;
import org.jspecify.annotations.Nullable;

/** Hears what has become of a call. */
interface ResultListener {
    /** With a result or with a fault. */
    void done(@Nullable FileResult result, @Nullable FileFault fault);
}
