package cc.fs.provider;

import cc.fs.service.NioFileService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Map;

/**
 * Makes file systems of URIs: {@code jar:} by the JDK, {@code http:} and {@code https:} by this package, {@code memory:} by
 * Jimfs, others by whichever provider knows their scheme. Thread-safe.
 */
public final class Providers {
    private static final String ENTRY_MARK = "!/";

    private final ProviderJars jars;

    /** @param folders where jars of providers lie, directly or in folders of their own; need not be there */
    public Providers(List<Path> folders) {
        jars = new ProviderJars(folders);
    }

    /**
     * Reaches what a URI names. May take as long as a network takes.
     *
     * @throws IOException if that fails; the message is for people
     */
    public Mounted mount(String text) throws IOException {
        URI uri = URI.create(text);
        String scheme = uri.getScheme();
        return switch (scheme) {
            case "http", "https" -> web(uri);
            case "jar" -> archive(uri);
            case "memory" -> of(MemorySystem.make(jars.withClass(MemorySystem.JIMFS)), "/");
            default -> other(uri, jars.provider(scheme));
        };
    }

    private static Mounted web(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return new Mounted(new WebFiles(uri), folder(WebNames.decoded(path)), true, () -> {});
    }

    /** By its path, so that a program that makes a file system of the same URI is not told that there is one. */
    private Mounted archive(URI uri) throws IOException {
        String inner = uri.getRawSchemeSpecificPart();
        int mark = inner.indexOf(ENTRY_MARK);
        Path file = Path.of(URI.create(mark < 0 ? inner : inner.substring(0, mark)));
        String entry = mark < 0 ? "/" : WebNames.decoded(inner.substring(mark + 1));
        return of(jars.provider("jar").newFileSystem(file, Map.of()), entry);
    }

    private static Mounted other(URI uri, FileSystemProvider provider) throws IOException {
        FileSystem system =
                Context.of(provider.getClass().getClassLoader(), () -> provider.newFileSystem(uri, Map.of()));
        String base;
        try {
            base = provider.getPath(uri).toAbsolutePath().normalize().toString();
        } catch (RuntimeException e) {
            // It can be named no closer.
            base = system.getRootDirectories().iterator().next().toString();
        }
        return of(system, base);
    }

    private static Mounted of(FileSystem system, String base) {
        return new Mounted(new NioFileService(system), folder(base), system.isReadOnly(), system);
    }

    /** Without the slash at its end. */
    private static String folder(String base) {
        String folder = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return folder.isEmpty() ? "/" : folder;
    }
}
