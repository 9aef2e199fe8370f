package cc.fs.shell;

import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.protocol.link.RuntimePaths;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/** Native libraries of other machines: the system can load only what is here, so they are brought here first. */
final class Libraries {
    private static final int STEP_BYTES = 1 << 20;

    private final Namespace namespace;

    Libraries(Namespace namespace) {
        this.namespace = namespace;
    }

    /** Is this machine's, whatever rules say: what is there must be what the system finds there. */
    private static File folder() {
        return RuntimePaths.ofThisProcess().directory().toFile();
    }

    /** @throws UnsatisfiedLinkError if it cannot be brought here */
    File here(File file) {
        ShellThread.enter();
        try (OpenFile library =
                namespace.at(file.getPath(), (service, path) -> service.open(path, OpenFlags.READ, 0))) {
            File copy = File.createTempFile("cc-", "-" + file.getName(), folder());
            // It is mapped as long as it is needed, and its name not.
            copy.deleteOnExit();
            try (FileOutputStream out = new FileOutputStream(copy)) {
                byte[] bytes = new byte[STEP_BYTES];
                long position = 0;
                for (int count = library.read(0, bytes, 0, STEP_BYTES);
                        count > 0;
                        count = library.read(position, bytes, 0, STEP_BYTES)) {
                    out.write(bytes, 0, count);
                    position += count;
                }
            }
            return copy;
        } catch (FileFault e) {
            // The JDK says that it is not there, as it would.
            return file;
        } catch (IOException e) {
            throw new UnsatisfiedLinkError(file + " cannot be brought to this machine: " + e.getMessage());
        } finally {
            ShellThread.leave();
        }
    }
}
