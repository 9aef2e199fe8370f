package cc.fs.provider;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileSystem;

/** Files in memory, by Jimfs, whose provider cannot make a file system of a URI. */
final class MemorySystem {
    static final String JIMFS = "com.google.common.jimfs.Jimfs";

    private static final String CONFIGURATION = "com.google.common.jimfs.Configuration";
    private static final String[] MORE_VIEWS = {"owner", "posix"};

    private MemorySystem() {}

    /** @param jimfs its class, as some loader has it */
    static FileSystem make(Class<?> jimfs) throws IOException {
        try {
            Class<?> configuration = jimfs.getClassLoader().loadClass(CONFIGURATION);
            Object unix = configuration.getMethod("unix").invoke(null);
            Object builder = configuration.getMethod("toBuilder").invoke(unix);
            Method views = builder.getClass().getMethod("setAttributeViews", String.class, String[].class);
            views.invoke(builder, "basic", MORE_VIEWS);
            builder.getClass().getMethod("setWorkingDirectory", String.class).invoke(builder, "/");
            Object made = builder.getClass().getMethod("build").invoke(builder);
            return (FileSystem) jimfs.getMethod("newFileSystem", configuration).invoke(null, made);
        } catch (ReflectiveOperationException e) {
            throw new IOException("files in memory cannot be had of this Jimfs: " + e, e);
        }
    }
}
