package cc.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Loads the shell's own classes and libraries, which lie in the agent's jar as {@code inst/**.classdata}, where no
 * other loader looks. So they cannot clash with what the program brings, and the program cannot see them.
 */
final class IsolatedLoader extends ClassLoader {
    private static final String FOLDER = "inst/";
    private static final String SUFFIX = ".classdata";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;

    IsolatedLoader(Path agentJar) throws IOException {
        super("cc", ClassLoader.getPlatformClassLoader());
        jar = new JarFile(agentJar.toFile(), false);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry(FOLDER + name.replace('.', '/') + SUFFIX);
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name + " cannot be read from " + jar.getName(), e);
        }
        return defineClass(name, bytes, 0, bytes.length, IsolatedLoader.class.getProtectionDomain());
    }
}
