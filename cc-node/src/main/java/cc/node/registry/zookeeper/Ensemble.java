package cc.node.registry.zookeeper;

import cc.node.message.RegistryServer;
import cc.node.registry.UnavailableException;
import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.Stat;
import org.apache.zookeeper.server.quorum.flexible.QuorumMaj;
import org.apache.zookeeper.server.quorum.flexible.QuorumVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers that keep a ZooKeeper registry, and how they are changed while they run. */
public final class Ensemble {
    private static final Logger LOG = LoggerFactory.getLogger(Ensemble.class);

    private final CuratorFramework client;

    Ensemble(CuratorFramework client) {
        this.client = client;
    }

    /** The numbers of the servers that decide together; most of them have to be there. */
    public Set<Integer> members() throws UnavailableException {
        return read().numbers();
    }

    /** Whether something still holds that was read before. */
    @FunctionalInterface
    public interface Premise {
        boolean holds() throws UnavailableException;
    }

    /**
     * Makes these servers the ensemble, in one step. New ones must run already, and have what the others have.
     *
     * @param anew also if they are already: a change that somebody else has begun and not finished is refused then
     * @param premise asked after it was read which servers there are, so that a change which comes late is refused
     *     either here or, since somebody has changed them meanwhile, by the servers
     * @return whether they are; if not, too few of them are in step yet, or another change is under way: try again
     *     later
     */
    public boolean makeSo(List<RegistryServer> servers, boolean anew, Premise premise) throws UnavailableException {
        Members before = read();
        TreeMap<Integer, String> wanted = new TreeMap<>();
        servers.forEach(server -> wanted.put(
                server.getId(),
                ServerFiles.key(server.getId()) + "=" + Member.of(server).text()));
        if (!premise.holds()) {
            return false;
        } else if (!anew && before.numbers().equals(wanted.keySet())) {
            return true;
        }
        try {
            client.reconfig()
                    .withNewMembers(List.copyOf(wanted.values()))
                    .fromConfig(before.version())
                    .forEnsemble();
            if (!before.numbers().equals(wanted.keySet())) {
                LOG.info("The registry is kept by the servers {}, not {}", wanted.keySet(), before.numbers());
            }
            return true;
        } catch (KeeperException.NewConfigNoQuorum
                | KeeperException.ReconfigInProgress
                | KeeperException.BadVersionException e) {
            LOG.debug("The servers cannot be changed now", e);
            return false;
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    private record Members(Set<Integer> numbers, long version) {}

    private Members read() throws UnavailableException {
        try {
            Properties text = new Properties();
            text.load(new ByteArrayInputStream(
                    CurrentRead.of(client, ZooDefs.CONFIG_NODE, server -> server.getConfig(false, new Stat()))));
            QuorumVerifier known = new QuorumMaj(text);
            return new Members(
                    known.getVotingMembers().keySet().stream()
                            .map(Long::intValue)
                            .collect(Collectors.toUnmodifiableSet()),
                    known.getVersion());
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    private static UnavailableException unavailable(Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return ZooKeeperRegistry.unavailable(cause);
    }
}
