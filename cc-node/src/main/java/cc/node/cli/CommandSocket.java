package cc.node.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A Unix-domain socket at which one tool after the other gives commands by lines; nobody else's may. */
final class CommandSocket {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    /** Serves one connection to its end. */
    @FunctionalInterface
    interface Server {
        void serve(BufferedReader in, PrintWriter out) throws IOException;
    }

    private CommandSocket() {}

    /**
     * Serves connections until the process ends.
     *
     * @throws IOException if somebody uses the socket already, or others could get at it
     */
    static void serve(Path socket, Server server) throws IOException {
        Path folder = Objects.requireNonNull(socket.toAbsolutePath().getParent(), "a socket has a folder");
        if (!Collections.disjoint(Files.getPosixFilePermissions(folder), OTHERS)) {
            throw new IOException("others can get at " + folder + "; take a folder that is yours alone (chmod 700)");
        }
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            socket.toFile().deleteOnExit();
            while (true) {
                try (SocketChannel channel = listener.accept()) {
                    server.serve(
                            new BufferedReader(
                                    new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)),
                            new PrintWriter(
                                    new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8)));
                }
            }
        } catch (BindException e) {
            throw new IOException(socket + " exists already; remove it if nobody uses it", e);
        }
    }
}
