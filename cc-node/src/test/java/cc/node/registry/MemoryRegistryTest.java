package cc.node.registry;

class MemoryRegistryTest extends RegistryContract {
    private final MemoryRegistry.Store store = new MemoryRegistry.Store();

    @Override
    protected Registry join() {
        return store.join();
    }
}
