package cc.fs.provider;

import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import java.io.Closeable;
import java.io.IOException;

/**
 * What a URI leads to.
 *
 * @param files not closed by closing them
 * @param base the folder, or the file, that the URI names there
 * @param readOnly whether nothing can be changed there at all
 * @param system what is behind it
 */
public record Mounted(FileService files, String base, boolean readOnly, Closeable system) implements Closeable {
    /** @throws FileFault if what was written could not be kept */
    @Override
    public void close() throws IOException {
        files.close();
        system.close();
    }
}
