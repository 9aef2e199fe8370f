package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.MemoryRegistry;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A machine changes what its community knows as long as it belongs to it, and no moment longer. */
class FencedRegistryTest {
    private static final Key M2 = new Key(Folders.MACHINES, "m2");
    private static final Key OWNER = new Key(Folders.APPLICATIONS, "demo");

    private final MemoryRegistry.Store store = new MemoryRegistry.Store();
    private final Registry others = store.join();
    private final Registry own = store.join();

    @Test
    void aMembersChangesAreMade() throws Exception {
        others.create(M2, new byte[] {1});
        Registry fenced = new FencedRegistry(own, M2);
        long first = fenced.create(OWNER, new byte[] {1});
        long second = fenced.update(OWNER, new byte[] {2}, first);
        assertThat(others.get(OWNER)).contains(new Entry(OWNER, new byte[] {2}, second));
        assertThatThrownBy(() -> fenced.update(OWNER, new byte[] {3}, first)).isInstanceOf(ConflictException.class);
        fenced.delete(OWNER, second);
        assertThat(others.get(OWNER)).isEmpty();
    }

    @Test
    void whoWasTakenOutIsRefusedAlthoughItKnowsTheNewestVersions() throws Exception {
        long member = others.create(M2, new byte[] {1});
        Registry fenced = new FencedRegistry(own, M2);
        long version = fenced.create(OWNER, new byte[] {1});
        others.delete(M2, member);
        assertThatThrownBy(() -> fenced.update(OWNER, new byte[] {2}, version))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> fenced.create(new Key(Folders.APPLICATIONS, "ghost"), new byte[0]))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("m2 was taken out");
        assertThat(others.list(Folders.APPLICATIONS)).containsExactly(new Entry(OWNER, new byte[] {1}, version));
    }

    @Test
    void whoIsTakenOutAtThatVeryMomentIsRefused() throws Exception {
        long member = others.create(M2, new byte[] {1});
        Registry fenced = new FencedRegistry(before(() -> others.delete(M2, member)), M2);
        assertThatThrownBy(() -> fenced.create(OWNER, new byte[] {1})).isInstanceOf(UnavailableException.class);
        assertThat(others.get(OWNER)).isEmpty();
    }

    @Test
    void aMemberWhoseRecordChangesAtThatVeryMomentIsNotRefused() throws Exception {
        long member = others.create(M2, new byte[] {1});
        Registry fenced = new FencedRegistry(before(() -> others.update(M2, new byte[] {2}, member)), M2);
        fenced.create(OWNER, new byte[] {1});
        assertThat(others.get(OWNER)).isPresent();
    }

    private interface Event {
        void happen() throws ConflictException, UnavailableException;
    }

    /** The registry as this machine sees it, where something happens just before its first change. */
    private Registry before(Event event) {
        AtomicBoolean happened = new AtomicBoolean();
        return (Registry) Proxy.newProxyInstance(
                Registry.class.getClassLoader(), new Class<?>[] {Registry.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && !happened.getAndSet(true)) {
                        event.happen();
                    }
                    try {
                        return method.invoke(own, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
