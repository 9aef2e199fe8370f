package cc.node.registry.zookeeper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of loopback that nobody uses at the moment, and that tests which run side by side do not get. Connections do
 * not get them either: those have ports from 32768 on.
 */
public final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;

    private static int next = ThreadLocalRandom.current().nextInt(FIRST, LAST);

    private FreePorts() {}

    static int next() {
        return next(1);
    }

    /** The first of some in a row. */
    public static synchronized int next(int count) {
        while (true) {
            int first = next + count <= LAST ? next : FIRST;
            next = first + count;
            if (areFree(first, count)) {
                return first;
            }
        }
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
