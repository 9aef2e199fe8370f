package cc.agent;

import java.io.IOException;
import java.io.InputStream;

/**
 * Defines the few classes of {@code cc.agent.boot} in the boot loader. Not by
 * {@code appendToBootstrapClassLoaderSearch}: that prints a warning and costs the program its shared class archive.
 */
final class BootBridge {
    /** In the order of definition: what a class extends or implements comes before it. */
    private static final String[] DESKTOP = {
        "cc/agent/boot/ToolkitProvider", "cc/agent/boot/HeadlessCaller", "cc/agent/boot/Bridge"
    };

    private static final String[] FILES = {
        "cc/agent/boot/PathPolicy",
        "cc/agent/boot/VirtualNames",
        "cc/agent/boot/VirtualPaths",
        "cc/agent/boot/VirtualDescriptors",
        "cc/agent/boot/VirtualProcesses",
        "cc/agent/boot/FileGuard"
    };

    private BootBridge() {}

    static void defineDesktop(BootLoader boot) throws IOException, ReflectiveOperationException {
        define(boot, DESKTOP);
    }

    static void defineFiles(BootLoader boot) throws IOException, ReflectiveOperationException {
        define(boot, FILES);
    }

    private static void define(BootLoader boot, String[] classes) throws IOException, ReflectiveOperationException {
        for (String name : classes) {
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
