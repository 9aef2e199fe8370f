package cc.node.community;

import cc.node.registry.Change;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The registry as a member changes it: each change depends on the member's own record, so that a machine which was
 * taken out of its community, and comes back without having heard of it, changes nothing any more.
 */
final class FencedRegistry implements Registry {
    private final Registry registry;
    private final Key member;

    /** @param member the record without which this machine is no member */
    FencedRegistry(Registry registry, Key member) {
        this.registry = registry;
        this.member = member;
    }

    @Override
    public List<Long> commit(List<Change> changes) throws ConflictException, UnavailableException {
        while (true) {
            Entry own = own().orElseThrow(() -> new UnavailableException(
                    member.name() + " was taken out of its community, and changes nothing there",
                    new IOException("no member")));
            List<Change> fenced = new ArrayList<>(changes);
            fenced.add(new Change.Require(member, own.version()));
            try {
                return registry.commit(fenced).subList(0, changes.size());
            } catch (ConflictException e) {
                if (own().filter(own::equals).isPresent()) {
                    throw e;
                }
                // The member's own record has changed at this moment: what was asked for is still to be tried.
            }
        }
    }

    private Optional<Entry> own() throws UnavailableException {
        return registry.get(member);
    }

    @Override
    public Optional<Entry> get(Key key) throws UnavailableException {
        return registry.get(key);
    }

    @Override
    public List<Entry> list(String folder) throws UnavailableException {
        return registry.list(folder);
    }

    @Override
    public Presence announce(Key key, byte[] value) throws ConflictException, UnavailableException {
        return registry.announce(key, value);
    }

    @Override
    public Watch watch(String folder, Consumer<List<Entry>> listener) {
        return registry.watch(folder, listener);
    }

    @Override
    public Watch watchHealth(Consumer<Health> listener) {
        return registry.watchHealth(listener);
    }

    @Override
    public void close() {
        registry.close();
    }
}
