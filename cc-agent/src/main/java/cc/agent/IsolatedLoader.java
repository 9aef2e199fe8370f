package cc.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads the shell's own classes and libraries from jars beside the agent's, which are on nobody's class path. So they cannot
 * clash with what the program brings, and the program cannot see them; and the agent's own jar, which every virtual machine
 * with the agent reads, is small.
 */
final class IsolatedLoader extends ClassLoader {
    /** In the order in which they are looked into; each is opened when nothing before it has a class. */
    private static final String[] JARS = {"cc-shell.jar", "cc-bake.jar"};

    private static final String SUFFIX = ".class";

    static {
        registerAsParallelCapable();
    }

    private final Path folder;
    private final JarFile[] open = new JarFile[JARS.length];

    IsolatedLoader(Path agentJar) {
        super("cc", ClassLoader.getPlatformClassLoader());
        folder = agentJar.resolveSibling("");
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        try {
            bytes = read(name.replace('.', '/') + SUFFIX);
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + folder, e);
        }
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length, IsolatedLoader.class.getProtectionDomain());
    }

    private byte @Nullable [] read(String entryName) throws IOException {
        for (int i = 0; i < JARS.length; i++) {
            JarFile jar = jar(i);
            ZipEntry entry = jar.getEntry(entryName);
            if (entry != null) {
                try (InputStream in = jar.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            }
        }
        return null;
    }

    private JarFile jar(int i) throws IOException {
        synchronized (open) {
            if (open[i] == null) {
                open[i] = new JarFile(folder.resolve(JARS[i]).toFile(), false);
            }
            return open[i];
        }
    }
}
