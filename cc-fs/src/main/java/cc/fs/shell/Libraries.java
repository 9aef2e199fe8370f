package cc.fs.shell;

import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFlags;
import cc.fs.ship.ContentCache;
import cc.protocol.link.RuntimePaths;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Native libraries of other machines: the system can load only what is here, so they are brought here first. */
final class Libraries {
    private final Namespace namespace;
    private final ContentCache cache;

    Libraries(Namespace namespace, ContentCache cache) {
        this.namespace = namespace;
        this.cache = cache;
    }

    /** Is this machine's, whatever rules say: what is there must be what the system finds there. */
    private static File folder() {
        return RuntimePaths.ofThisProcess().directory().toFile();
    }

    /** @throws UnsatisfiedLinkError if it cannot be brought here */
    File here(File file) {
        try {
            return namespace.at(file.getPath(), (service, place) -> here(file, service, place));
        } catch (FileFault e) {
            // The JDK says that it is not there, as it would.
            return file;
        } catch (UncheckedIOException e) {
            throw new UnsatisfiedLinkError(file + " cannot be brought to this machine: " + e.getMessage());
        }
    }

    private File here(File file, FileService service, String place) throws FileFault {
        FileAttributes attributes = service.attributes(place, true);
        boolean here = namespace.isHere(service);
        if (here && place.equals(file.getPath())) {
            return file;
        }
        try {
            Path library = here
                    ? Path.of(place)
                    : cache.copy(
                            namespace.where(service, place),
                            place,
                            attributes,
                            () -> service.open(place, OpenFlags.READ, 0));
            return named(library, file.getName());
        } catch (FileFault e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** A name for it that the program may see. */
    private static File named(Path library, String name) throws IOException {
        File file = File.createTempFile("cc-", "-" + name, folder());
        // It is mapped as long as it is needed, and its name not.
        file.deleteOnExit();
        try {
            Files.delete(file.toPath());
            Files.createLink(file.toPath(), library);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(library, file.toPath(), StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
