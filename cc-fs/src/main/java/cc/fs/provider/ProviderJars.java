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
import java.util.Optional;
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

    /**
     * The JDK's own provider, else CC's or one that somebody has added, else one of the program's class path: that one may be
     * the same as CC's, but more trusting.
     *
     * @throws IOException if there is none
     */
    synchronized FileSystemProvider provider(String scheme) throws IOException {
        FileSystemProvider programs = null;
        for (FileSystemProvider installed : FileSystemProvider.installedProviders()) {
            if (installed.getScheme().equalsIgnoreCase(scheme)) {
                if (installed.getClass().getClassLoader() != ClassLoader.getSystemClassLoader()) {
                    return installed;
                }
                programs = installed;
            }
        }
        FileSystemProvider added = added(scheme);
        if (added != null) {
            return added;
        } else if (programs != null) {
            return programs;
        }
        throw new IOException("no provider for " + scheme + ": has been found in " + folders);
    }

    private @Nullable FileSystemProvider added(String scheme) throws IOException {
        for (ClassLoader loader : loaders()) {
            Optional<FileSystemProvider> found = Context.of(loader, () -> in(loader, scheme));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private static Optional<FileSystemProvider> in(ClassLoader loader, String scheme) throws IOException {
        try {
            return ServiceLoader.load(FileSystemProvider.class, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.getScheme().equalsIgnoreCase(scheme))
                    .findFirst();
        } catch (ServiceConfigurationError e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new IOException("a provider cannot be loaded: " + reason, e);
        }
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
