package cc.agent.boot;

import java.io.File;
import java.io.FileDescriptor;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;

/**
 * What every hooked file method of the JDK asks first: is this the shell's affair? An open file is if its descriptor's
 * handle is set, a field that the JDK has for another system's sake; a path is if the mount table says so. For all else
 * the method goes on as the JDK wrote it, after one comparison.
 *
 * <p>Defined in the boot loader. Thread-safe; nothing here may use lambdas, logging or files.
 */
public final class FileGuard {
    /** Of a descriptor that is the system's own. */
    public static final long NO_HANDLE = -1;

    private static final JavaIOFileDescriptorAccess DESCRIPTORS = SharedSecrets.getJavaIOFileDescriptorAccess();

    /** Whom hooked methods call; set before {@link #policy}, once. Fields, since hooked methods read them directly. */
    public static VirtualNames names;

    public static VirtualPaths paths;
    public static VirtualDescriptors descriptors;

    public static VirtualProcesses processes;

    private static volatile PathPolicy policy;

    private FileGuard() {}

    /** From now on paths for which the policy says so are the shell's. */
    public static void install(
            VirtualNames virtualNames,
            VirtualPaths virtualPaths,
            VirtualDescriptors virtualDescriptors,
            VirtualProcesses virtualProcesses,
            PathPolicy pathPolicy) {
        names = virtualNames;
        paths = virtualPaths;
        descriptors = virtualDescriptors;
        processes = virtualProcesses;
        policy = pathPolicy;
    }

    /** The folder, or that for temporary files if it is null. */
    public static File folder(File folder) {
        return folder == null ? new File(System.getProperty("java.io.tmpdir")) : folder;
    }

    public static boolean isVirtual(FileDescriptor descriptor) {
        return descriptor != null && DESCRIPTORS.getHandle(descriptor) != NO_HANDLE;
    }

    /** @param handle of a descriptor */
    public static boolean isVirtual(long handle) {
        return handle != NO_HANDLE;
    }

    public static boolean isVirtual(String path) {
        PathPolicy current = policy;
        return current != null && path != null && current.isVirtual(path);
    }

    public static boolean isVirtual(File file) {
        PathPolicy current = policy;
        return current != null && file != null && current.isVirtual(file.getPath());
    }

    /** @param redirects of a process that is to be started; may be null */
    public static boolean isVirtual(ProcessBuilder.Redirect[] redirects) {
        if (policy == null || redirects == null) {
            return false;
        }
        for (ProcessBuilder.Redirect redirect : redirects) {
            if (redirect != null && isVirtual(redirect.file())) {
                return true;
            }
        }
        return false;
    }

    public static boolean isVirtual(Process process) {
        return policy != null && processes.isFollowed(process);
    }

    public static boolean isVirtual(Path path) {
        PathPolicy current = policy;
        return current != null
                && path != null
                && path.getFileSystem() == FileSystems.getDefault()
                && current.isVirtual(path.toString());
    }
}
