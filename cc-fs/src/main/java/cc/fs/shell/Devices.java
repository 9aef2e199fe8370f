package cc.fs.shell;

/** Names that stand for the kernel's devices, and so for no file at all. */
final class Devices {
    private static final String FOLDER = "/dev/";

    private Devices() {}

    /** @param path as a program wrote it: one that is not normal may lead through something else */
    static boolean isOne(String path) {
        return path.startsWith(FOLDER)
                && path.length() > FOLDER.length()
                && path.indexOf('/', FOLDER.length()) < 0
                && !path.equals("/dev/.")
                && !path.equals("/dev/..")
                // Folders in which there are files.
                && !path.equals("/dev/shm")
                && !path.equals("/dev/mqueue");
    }
}
