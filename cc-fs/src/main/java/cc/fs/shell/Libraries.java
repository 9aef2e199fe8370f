package cc.fs.shell;

import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.NioFileService;
import cc.fs.service.OpenFlags;
import cc.fs.ship.ContentCache;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Native libraries of other machines: the system can load only what is here, so they are brought here first. */
final class Libraries {
    private final Namespace namespace;
    private final ContentCache cache;

    Libraries(Namespace namespace, ContentCache cache) {
        this.namespace = namespace;
        this.cache = cache;
    }

    /** @throws UnsatisfiedLinkError if it cannot be brought here */
    File here(File file) {
        try {
            return namespace.at(file.getPath(), this::here).toFile();
        } catch (FileFault e) {
            // The JDK says that it is not there, as it would.
            return file;
        } catch (UncheckedIOException e) {
            throw new UnsatisfiedLinkError(file + " cannot be brought to this machine: " + e.getMessage());
        }
    }

    private Path here(FileService service, String place) throws FileFault {
        if (service instanceof NioFileService nio && nio.isOfMachine()) {
            service.checkAccess(place, 0);
            // What the program has unpacked into a folder of its own, for example.
            return Path.of(place);
        }
        try {
            return cache.copy(
                    namespace.where(service, place),
                    place,
                    service.attributes(place, true),
                    () -> service.open(place, OpenFlags.READ, 0));
        } catch (FileFault e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
