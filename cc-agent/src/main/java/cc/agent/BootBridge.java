package cc.agent;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines the few classes of {@code cc.agent.boot} in the boot loader. Not by
 * {@code appendToBootstrapClassLoaderSearch}: that prints a warning and costs the program its shared class archive.
 */
final class BootBridge {
    /** In the order of definition: what a class extends or implements comes before it. */
    private static final String[] CLASSES = {
        "cc/agent/boot/ToolkitProvider", "cc/agent/boot/HeadlessCaller", "cc/agent/boot/Bridge"
    };

    private BootBridge() {}

    static void define(BootLoader boot) throws IOException, ReflectiveOperationException {
        for (String name : CLASSES) {
            boot.define(name, read(name + ".class"));
        }
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the agent's jar is incomplete: " + resource + " is missing; build it again");
            }
            return in.readAllBytes();
        }
    }
}
