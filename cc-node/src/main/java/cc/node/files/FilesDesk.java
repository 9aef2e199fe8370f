package cc.node.files;

import cc.fs.remote.FileProxy;
import cc.fs.service.NioFileService;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.FilesHello;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's files, for applications of the user whose node this is. The kernel checks what that user may: an
 * application of somebody else is refused, since a process cannot look at files as another user. Thread-safe.
 */
public final class FilesDesk implements StreamHandler, Closeable {
    /** The kind of streams that it serves. */
    public static final String KIND = "files";

    private static final Logger LOG = LoggerFactory.getLogger(FilesDesk.class);

    private final FileProxy proxy = new FileProxy(new NioFileService(FileSystems.getDefault()), FileProxy.GRACE);
    private final String user = System.getProperty("user.name", "");

    /** Serves another node's stream. */
    @Override
    public void serve(PeerStream stream) throws IOException {
        FrameChannel channel = stream.messages();
        FilesHello hello = channel.read(FilesHello.parser(), LinkLimits.MAX_HELLO_BYTES);
        if (hello == null) {
            return;
        } else if (!hello.getUser().equals(user)) {
            LOG.info("An application of {} has asked for files of {}", hello.getUser(), user);
            stream.refuse("the node there serves files of " + user + ", not of " + hello.getUser());
            return;
        }
        proxy.serve(hello, channel);
    }

    /** Serves an application of this machine, which is of this node's user. */
    void serve(FilesHello hello, FrameChannel channel) throws IOException {
        proxy.serve(hello, channel);
    }

    /** Closes what an application of this machine has open. */
    void end(FilesHello hello) {
        proxy.end(hello.getSession());
    }

    /** Whose files these are. */
    String user() {
        return user;
    }

    /** How many connections were closed for what came by them. */
    public long malformed() {
        return proxy.malformed();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
