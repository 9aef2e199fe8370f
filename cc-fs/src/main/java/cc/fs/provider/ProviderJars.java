package cc.fs.provider;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Providers that are no part of the JDK. Each folder of jars has a class loader of its own: neither the program nor another
 * provider sees what is in it.
 */
final class ProviderJars {
    private final List<Path> folders;
    private @Nullable List<ClassLoader> loaders;

    ProviderJars(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** @throws IOException if there is none */
    synchronized FileSystemProvider provider(String scheme) throws IOException {
        for (FileSystemProvider installed : FileSystemProvider.installedProviders()) {
            if (installed.getScheme().equalsIgnoreCase(scheme)) {
                return installed;
            }
        }
        for (ClassLoader loader : loaders()) {
            try {
                for (FileSystemProvider provider : ServiceLoader.load(FileSystemProvider.class, loader)) {
                    boolean its = provider.getClass().getClassLoader() == loader;
                    if (its && provider.getScheme().equalsIgnoreCase(scheme)) {
                        return provider;
                    }
                }
            } catch (ServiceConfigurationError e) {
                throw new IOException("a provider cannot be loaded: " + e.getMessage(), e);
            }
        }
        throw new IOException("no provider for " + scheme + ": has been found in " + folders);
    }

    /** @throws IOException if no folder has that class */
    synchronized Class<?> withClass(String name) throws IOException {
        for (ClassLoader loader : loaders()) {
            try {
                return loader.loadClass(name);
            } catch (ClassNotFoundException e) {
                // Another folder may have it.
            }
        }
        throw new IOException("no jar with " + name + " has been found in " + folders);
    }

    @SuppressWarnings("NullAway") // Known by then.
    private List<ClassLoader> loaders() throws IOException {
        if (loaders == null) {
            List<ClassLoader> made = new ArrayList<>();
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    addLoaders(made, folder);
                }
            }
            loaders = made;
        }
        return loaders;
    }

    private static void addLoaders(List<ClassLoader> made, Path folder) throws IOException {
        addLoader(made, folder);
        try (DirectoryStream<Path> inner = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path own : inner) {
                addLoader(made, own);
            }
        }
    }

    @SuppressWarnings("StreamResourceLeak") // Providers are needed as long as the program runs.
    private static void addLoader(List<ClassLoader> made, Path folder) throws IOException {
        // By name, so that of two providers it is not by chance which one comes first.
        Set<Path> jars = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        }
        List<URL> urls = new ArrayList<>();
        for (Path jar : jars) {
            urls.add(jar.toUri().toURL());
        }
        if (!urls.isEmpty()) {
            made.add(new URLClassLoader("cc-provider", urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader()));
        }
    }
}
