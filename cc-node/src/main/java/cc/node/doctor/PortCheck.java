package cc.node.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the ports are free that a node of a community listens on, while it does not run. */
final class PortCheck {
    private PortCheck() {}

    /**
     * Tries them.
     *
     * @param first the node's own; those after it are the registry's
     * @param member whether this machine needs them, or only will if it founds or joins a community
     */
    static Finding look(int first, int count, boolean member) {
        List<Integer> taken = IntStream.range(first, first + count)
                .filter(port -> !isFree(port))
                .boxed()
                .toList();
        String range = first + " to " + (first + count - 1);
        if (taken.isEmpty()) {
            return Finding.ok("ports", range + " are free");
        }
        String text = taken.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " taken by another program (ss -ltnp tells which)";
        return member
                ? Finding.wrong("ports", text + ": this machine's node needs " + range)
                : Finding.note("ports", text + ": 'cc init' and 'cc join' need others, by --address HOST:PORT");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the node does, so that connections that ended a moment ago count as gone.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
