package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import java.util.List;

/** Something that an application has open on another machine. */
interface LinkHandle {
    long id();

    /** What opens it again at a proxy that was started anew; empty: nothing need be done. */
    List<FileCall.Builder> reopening();

    /**
     * The results of {@link #reopening}. Called by the link's thread while nothing else is sent.
     *
     * @throws FileFault if it is not what it was: it is dead then
     */
    void reopened(List<FileResult> results) throws FileFault;

    /** There was no connection for a while. */
    default void reconnected() {}

    /** Has no counterpart any more; all calls fail from now on. */
    void die(FileFault fault);
}
