package cc.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

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

    static void defineDesktop(BootLoader boot, Path agentJar) throws IOException {
        define(boot, agentJar, DESKTOP);
    }

    static void defineFiles(BootLoader boot, Path agentJar) throws IOException {
        define(boot, agentJar, FILES);
    }

    private static void define(BootLoader boot, Path agentJar, String[] classes) throws IOException {
        // Not by the class loader, whose connections to jars take the virtual machine much longer.
        try (JarFile jar = new JarFile(agentJar.toFile(), false)) {
            for (String name : classes) {
                boot.define(name, read(jar, name + ".class"));
            }
        }
    }

    private static byte[] read(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            throw new IOException("the agent's jar is incomplete: " + name + " is missing; build it again");
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
