package cc.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads the shell's own classes and libraries from jars beside the agent's, which are on nobody's class path. So they cannot
 * clash with what the program brings, and the program cannot see them; and the agent's own jar, which every virtual machine
 * with the agent reads, is small.
 */
final class IsolatedLoader extends ClassLoader {
    private static final String SHELL_JAR = "cc-shell.jar";

    /** What makes hooks. Never looked into for anything else: once they are there, opening a jar would be asked about, too. */
    private static final String BAKE_JAR = "cc-bake.jar";

    private static final String[] BAKE_PACKAGES = {"net.bytebuddy.", "cc.agent.bake."};

    private static final String SUFFIX = ".class";

    static {
        registerAsParallelCapable();
    }

    private final Path folder;
    private final Map<String, JarFile> open = new HashMap<>();

    IsolatedLoader(Path agentJar) {
        super("cc", ClassLoader.getPlatformClassLoader());
        folder = agentJar.resolveSibling("");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        try {
            bytes = read(jar(name), name.replace('.', '/') + SUFFIX);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + folder, e);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, IsolatedLoader.class.getProtectionDomain());
    }

    private static byte @Nullable [] read(JarFile jar, String entryName) throws IOException {
        ZipEntry entry = jar.getEntry(entryName);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private JarFile jar(String className) throws IOException {
        String name = SHELL_JAR;
        for (String prefix : BAKE_PACKAGES) {
            if (className.startsWith(prefix)) {
                name = BAKE_JAR;
            }
        }
        synchronized (open) {
            JarFile jar = open.get(name);
            if (jar == null) {
                jar = new JarFile(folder.resolve(name).toFile(), false);
                open.put(name, jar);
            }
            return jar;
        }
    }
}
