package cc.agent;

import cc.agent.boot.ToolkitProvider;
import java.util.function.Supplier;

/** Brings the toolkit in when the program first uses AWT. */
final class ToolkitSource implements Supplier<ToolkitProvider> {
    private static final String PROVIDER_CLASS = "cc.toolkit.CcToolkitProvider";

    private final ClassLoader loader;

    ToolkitSource(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public ToolkitProvider get() {
        try {
            return (ToolkitProvider)
                    loader.loadClass(PROVIDER_CLASS).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the agent's jar is incomplete: " + PROVIDER_CLASS + "; build it again", e);
        }
    }
}
