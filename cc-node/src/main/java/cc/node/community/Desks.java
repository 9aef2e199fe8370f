package cc.node.community;

import cc.node.message.Coordinator;
import cc.node.peer.PeerAddress;
import cc.node.peer.PeerStream;
import cc.node.peer.RefusedException;
import cc.node.registry.ConflictException;
import cc.node.registry.Registry;
import cc.node.trust.Authority;
import cc.node.trust.JoinToken;
import cc.node.trust.NodeName;
import cc.protocol.message.JoinInvitation;
import java.io.IOException;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where machines are let in and get new certificates: at those that have the community's authority, of which this one
 * may be one. All methods may be called by any thread.
 */
final class Desks {
    private final NodeHome home;
    private final SettingsFile settings;
    private final Surroundings surroundings;
    private final Clock clock;

    /** What this machine knows of its community; each question fails while there is no answer. */
    interface Surroundings {
        Registry registry() throws IOException;

        PeerAddress addressOf(NodeName member) throws IOException;
    }

    Desks(NodeHome home, SettingsFile settings, Surroundings surroundings, Clock clock) {
        this.home = home;
        this.settings = settings;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** The machines that have the authority and are there; this one first if it has. */
    List<NodeName> names() throws IOException {
        Registry registry = surroundings.registry();
        Set<String> present = registry.list(Folders.PRESENT).stream()
                .map(entry -> entry.key().name())
                .collect(Collectors.toSet());
        List<NodeName> desks = new ArrayList<>();
        for (Coordinator one : CoordinationBook.read(registry).getCoordinatorsList()) {
            NodeName desk = new NodeName(one.getMachine());
            if (desk.equals(self())) {
                desks.add(0, desk);
            } else if (present.contains(desk.text()) && !CoordinatorPlan.isNew(one)) {
                desks.add(desk);
            }
        }
        desks.removeIf(desk -> desk.equals(self()) && !isOne());
        return desks;
    }

    /** Makes a token with which one machine may join. */
    JoinInvitation invite(X509Certificate ofCommunity) throws IOException {
        JoinToken token = JoinToken.create(ofCommunity);
        try {
            JoinDesk.admit(token, surroundings.registry(), clock);
        } catch (ConflictException e) {
            throw new IllegalStateException("a random token came twice", e);
        }
        List<NodeName> desks = names();
        if (desks.isEmpty()) {
            throw new IOException("no machine that has the community's authority runs");
        }
        return JoinInvitation.newBuilder()
                .setAddress(surroundings.addressOf(desks.get(0)).toString())
                .setToken(token.text())
                .setValidMinutes((int) JoinToken.VALIDITY.toMinutes())
                .build();
    }

    /** Serves a machine that wants to join, or tells it where to ask. */
    void serveJoin(PeerStream stream) throws IOException {
        if (!isOne()) {
            List<String> others = new ArrayList<>();
            for (NodeName desk : names()) {
                others.add(surroundings.addressOf(desk).toString());
            }
            throw RefusedException.because(self() + " lets no machines in; say: cc join "
                    + (others.isEmpty() ? "ADDRESS" : String.join(" or ", others)) + " TOKEN");
        }
        new JoinDesk(authority(), surroundings.registry(), settings.get(), registryTrust(), clock).serve(stream);
    }

    /** @throws IOException if this machine does not have it */
    Authority authority() throws IOException {
        if (!isOne()) {
            throw new IOException(self() + " does not have the community's authority");
        }
        return Authority.load(home.authorityKey(), clock);
    }

    /** Whether a machine is to have the authority. */
    boolean isFor(NodeName machine) throws IOException {
        return CoordinationBook.read(surroundings.registry()).getCoordinatorsList().stream()
                .anyMatch(one -> one.getMachine().equals(machine.text()) && !CoordinatorPlan.isLeaving(one));
    }

    private boolean isOne() {
        return Files.exists(home.authorityKey());
    }

    private NodeName self() {
        return settings.get().name();
    }

    private byte[] registryTrust() throws IOException {
        return Files.exists(home.registryTrusted()) ? Files.readAllBytes(home.registryTrusted()) : new byte[0];
    }
}
