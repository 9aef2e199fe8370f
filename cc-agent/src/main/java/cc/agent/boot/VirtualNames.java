package cc.agent.boot;

import java.io.File;
import java.io.IOException;

/** {@link File}'s methods for files that are the shell's affair; each answers, and fails, as the one it is named after. */
public interface VirtualNames {
    boolean exists(File file);

    boolean isFile(File file);

    boolean isDirectory(File file);

    boolean canRead(File file);

    boolean canWrite(File file);

    boolean canExecute(File file);

    long length(File file);

    long lastModified(File file);

    boolean createNewFile(File file) throws IOException;

    boolean delete(File file);

    /** The names in a directory; null if it is none, or cannot be read. */
    String[] normalizedList(File file);

    boolean mkdir(File file);

    boolean renameTo(File file, File target);

    boolean setLastModified(File file, long epochMillis);

    boolean setReadOnly(File file);

    boolean setReadable(File file, boolean readable, boolean ownerOnly);

    boolean setWritable(File file, boolean writable, boolean ownerOnly);

    boolean setExecutable(File file, boolean executable, boolean ownerOnly);

    long getTotalSpace(File file);

    long getFreeSpace(File file);

    long getUsableSpace(File file);

    String getCanonicalPath(File file) throws IOException;

    File createTempFile(String prefix, String suffix, File directory) throws IOException;

    /**
     * A native library's file, of this machine.
     *
     * @throws UnsatisfiedLinkError if it cannot be had here
     */
    File library(File file);

    /** As {@link #library(File)}, for what {@code dlopen} is given: a path if it has a slash, and else a name to look for. */
    String library(String name);
}
