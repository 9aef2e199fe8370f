package cc.node.cli;

import cc.node.peer.PeerAddress;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a machine is called in its community and where it is reached; {@code cc init} and {@code cc join} share it. */
final class MemberOptions {
    /** An address that is never used (RFC 5737): what matters is by which way it would be reached. */
    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress("192.0.2.1", 9);

    @Option(names = "--name", paramLabel = "NAME", description = "what to call this machine; default: its host name")
    private @Nullable String name;

    @Option(
            names = "--address",
            paramLabel = "HOST[:PORT]",
            description = "where the other machines reach this one; default: its address on the network, port 7447")
    private @Nullable String address;

    NodeName name() throws IOException {
        if (name != null) {
            return new NodeName(name);
        }
        Path kernels = Path.of("/proc/sys/kernel/hostname");
        return NodeName.ofHost(
                Files.isReadable(kernels)
                        ? Files.readString(kernels).trim()
                        : InetAddress.getLocalHost().getHostName());
    }

    PeerAddress address() throws IOException {
        return address != null
                ? PeerAddress.parse(address)
                // Without the name of the interface, which says nothing on other machines.
                : new PeerAddress(ownAddress().getHostAddress().replaceFirst("%.*", ""), PeerAddress.DEFAULT_PORT);
    }

    private static InetAddress ownAddress() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(SOMEWHERE);
            if (!socket.getLocalAddress().isAnyLocalAddress()) {
                return socket.getLocalAddress();
            }
        } catch (SocketException | UncheckedIOException e) {
            // No way to anywhere: a network of its own.
        }
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(found -> !found.isLoopbackAddress() && !found.isLinkLocalAddress())
                .min(Comparator.comparing(found -> found instanceof Inet4Address ? 0 : 1))
                .orElseThrow(() ->
                        new IOException("this machine has no address on a network: give one with --address HOST"));
    }
}
