package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.FilesHello;
import java.io.IOException;

/** Makes connections to the file proxy of one machine. */
public interface Dialer {
    /**
     * Greets, and returns a connection on which the proxy's answer to the greeting comes next.
     *
     * @throws FileFault if trying again is of no use
     * @throws IOException if it may be
     */
    FrameChannel dial(FilesHello hello) throws IOException;
}
