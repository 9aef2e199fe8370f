package cc.node.community;

import cc.node.message.RegistryServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds out, for people, what is missing when the registry does not answer. */
final class RegistryReach {
    private static final int PATIENCE_MILLIS = 1_500;
    private static final String MEANWHILE = " Programs and what is shown of them go on meanwhile.";

    private static final String GONE =
            " If they are gone for good, found the community anew: on each machine 'cc stop',"
                    + " remove community.properties from its state folder, and then 'cc init' on one and 'cc join'"
                    + " on the rest.";

    private RegistryReach() {}

    /** Tries to reach the registry's servers; takes a second or two. */
    static String explain(MemberSettings settings) {
        String silence = "the community's registry does not answer: ";
        if (settings.isExternal()) {
            return silence + "it is kept at " + settings.external() + ", and at least half of that is not there."
                    + MEANWHILE;
        }
        List<RegistryServer> servers = settings.registry();
        Set<RegistryServer> reached = reached(servers);
        List<RegistryServer> missing =
                servers.stream().filter(server -> !reached.contains(server)).toList();
        if (missing.isEmpty()) {
            return silence + names(servers)
                    + " can be reached, and may be agreeing at this moment on who of them leads." + " Try again."
                    + MEANWHILE;
        } else if (servers.size() == 1) {
            return silence + names(servers) + ", which keeps it, cannot be reached." + MEANWHILE;
        }
        return silence + "of " + names(servers) + ", which keep it together, " + (servers.size() / 2 + 1)
                + " have to run, and " + names(missing) + " cannot be reached." + MEANWHILE
                + (missing.size() * 2 > servers.size() ? GONE : "");
    }

    private static Set<RegistryServer> reached(List<RegistryServer> servers) {
        Set<RegistryServer> reached = ConcurrentHashMap.newKeySet();
        List<Thread> tries = servers.stream()
                .map(server -> {
                    Thread thread = new Thread(() -> reach(server, reached), "cc-registry-reach");
                    thread.setDaemon(true);
                    thread.start();
                    return thread;
                })
                .toList();
        try {
            for (Thread thread : tries) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reached;
    }

    private static void reach(RegistryServer server, Set<RegistryServer> reached) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getClientPort()), PATIENCE_MILLIS);
            reached.add(server);
        } catch (IOException e) {
            // It is missing.
        }
    }

    private static String names(List<RegistryServer> servers) {
        return servers.stream()
                .map(server -> server.getMachine().isEmpty() ? server.getHost() : server.getMachine())
                .collect(Collectors.collectingAndThen(Collectors.toList(), RegistryReach::enumeration));
    }

    private static String enumeration(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
