package cc.node.community;

import cc.node.peer.PeerStream;
import cc.node.trust.Identity;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node's certificate, which is renewed in time. Any thread may ask for it. */
final class OwnCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificate.class);

    private final NodeHome home;
    private final Clock clock;
    private volatile Identity identity;

    /** Where certificates are to be had: one of the coordinators. */
    interface Desks {
        List<NodeName> names() throws IOException;

        PeerStream open(NodeName desk) throws IOException;
    }

    OwnCertificate(NodeHome home, Clock clock) throws IOException {
        this.home = home;
        this.clock = clock;
        this.identity = Identity.load(home.identity(), home.authority());
    }

    Identity identity() {
        return identity;
    }

    /** Why nobody talks with this machine any more, and what to do; empty: its certificate is good. */
    Optional<String> ended() {
        Instant end = identity.certificate().getNotAfter().toInstant();
        if (!clock.instant().isAfter(end)) {
            return Optional.empty();
        }
        String self = identity.name().text();
        return Optional.of(self + "'s certificate ended at " + end + ", and by its clock it is "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS)
                + ": if that is wrong, set the clock right. Else the machine was off for too long,"
                + " and has to join anew:"
                + " 'cc leave' here, 'cc leave --machine " + self + " --yes' on another machine, and then 'cc join'");
    }

    /** Gets a new certificate in time. Connections that stand go on; new ones, and ZooKeeper, use it from then on. */
    void renewIfDue(Desks desks) {
        if (!identity.isDueForRenewal(clock)) {
            return;
        }
        NodeName self = identity.name();
        String failure = "no machine that has the community's authority runs";
        try {
            for (NodeName desk : desks.names()) {
                try {
                    renew(RenewalDesk.ask(desks.open(desk), self));
                    return;
                } catch (IOException | GeneralSecurityException e) {
                    failure = desk + ": " + e.getMessage();
                }
            }
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
        LOG.warn(
                "{}'s certificate ends at {} and could not be renewed: {}",
                self,
                identity.certificate().getNotAfter(),
                failure);
    }

    private void renew(Identity renewed) throws IOException, GeneralSecurityException {
        identity.verify(renewed.certificate(), clock);
        renewed.save(home.identity(), home.authority());
        identity = renewed;
        LOG.info(
                "{} has a new certificate until {}",
                renewed.name(),
                renewed.certificate().getNotAfter());
    }
}
