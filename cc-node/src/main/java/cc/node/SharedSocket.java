package cc.node;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.ProcessUser;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Unix-domain socket at which users of one machine meet; each end asks the system who the other one is. In a folder
 * of the node's user that others can pass through, and not write to.
 */
public final class SharedSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedSocket.class);
    private static final String FOLDER_VARIABLE = "CC_DESKTOP_DIR";
    private static final String SOCKET = "node.sock";
    private static final String FOLDER_MODE = "rwx--x--x";
    private static final String SOCKET_MODE = "rw-rw-rw-";

    /** Serves one connection. */
    @FunctionalInterface
    public interface Server {
        /** @param user who is at the other end, by the system's word */
        void serve(FrameChannel channel, String user) throws IOException;
    }

    private final UnixListener listener;

    private SharedSocket(UnixListener listener) {
        this.listener = listener;
    }

    /**
     * Listens for desktops of others, on threads of its own.
     *
     * @param badMessages counts what broke the protocol
     * @throws IOException if the folder is somebody else's
     */
    public static SharedSocket listen(Server server, LongAdder badMessages) throws IOException {
        return listen(path(System.getProperty("user.name"), System.getenv(FOLDER_VARIABLE)), server, badMessages);
    }

    static SharedSocket listen(Path socket, Server server, LongAdder badMessages) throws IOException {
        prepare(socket);
        UnixListener listener = UnixListener.bind(socket);
        try {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString(SOCKET_MODE));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        listener.serve(
                "cc-desktops",
                (channel, other) -> server.serve(channel, user(other)),
                badMessages,
                () -> LOG.error("Nobody is met at {} any more", socket));
        LOG.info("Desktops of other users are met at {}", socket);
        return new SharedSocket(listener);
    }

    /**
     * Connects to a node.
     *
     * @param nodeUser whose it has to be
     */
    static FrameChannel connect(String nodeUser) throws IOException {
        return connect(path(nodeUser, System.getenv(FOLDER_VARIABLE)), nodeUser);
    }

    static FrameChannel connect(Path socket, String nodeUser) throws IOException {
        if (!Files.exists(socket)) {
            throw new IOException("no node of the user " + nodeUser + " meets desktops of others at " + socket
                    + ": it needs the line desktop.users=" + System.getProperty("user.name")
                    + " in its node.properties, and then to be started anew");
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            String owner = user(channel);
            if (!owner.equals(nodeUser)) {
                throw new IOException("at " + socket + " listens " + owner + ", not " + nodeUser);
            }
            return new FrameChannel(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /**
     * Where the node of this user meets others: {@code $CC_DESKTOP_DIR}, else {@code /run/cc-desktop-USER} if a service
     * manager has made that, else {@code /tmp/cc-desktop-USER}.
     */
    private static Path path(String nodeUser, @Nullable String chosenFolder) {
        if (chosenFolder != null && !chosenFolder.isEmpty()) {
            return Path.of(chosenFolder, SOCKET);
        }
        String name = "cc-desktop-" + nodeUser.replaceAll("[^A-Za-z0-9._-]", "_");
        Path byService = Path.of("/run", name);
        return (Files.isDirectory(byService) ? byService : Path.of("/tmp", name)).resolve(SOCKET);
    }

    private static void prepare(Path socket) throws IOException {
        Path folder = Objects.requireNonNull(socket.toAbsolutePath().getParent(), "a socket has a folder");
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            // Checked below, like one that was just made.
        }
        boolean own =
                Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && ProcessUser.ownerOf(folder) == ProcessUser.id();
        if (!own) {
            throw new IOException(folder + " is not a folder of this user: remove it, or set CC_DESKTOP_DIR");
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_MODE));
    }

    private static String user(SocketChannel channel) throws IOException {
        return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    }
}
