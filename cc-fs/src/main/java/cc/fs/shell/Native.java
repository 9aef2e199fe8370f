package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.nio.file.Path;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Unsafe;

/**
 * System calls on descriptors by number, and copies between arrays and native memory, by way of what the JDK itself has for
 * them: there is no native code of ours.
 */
final class Native {
    static final JavaIOFileDescriptorAccess DESCRIPTORS = SharedSecrets.getJavaIOFileDescriptorAccess();

    private static final Unsafe UNSAFE = Unsafe.getUnsafe();
    private static final long ARRAY_BASE_BYTES = arrayBase();

    private static final MethodHandle OPEN;
    private static final MethodHandle CLOSE;
    private static final MethodHandle SEEK;
    private static final MethodHandle TRUNCATE;
    private static final MethodHandle SIZE;
    private static final MethodHandle PREAD;
    private static final MethodHandle PWRITE;

    static {
        try {
            Class<?> calls = Class.forName("sun.nio.fs.UnixNativeDispatcher");
            Class<?> path = Class.forName("sun.nio.fs.UnixPath");
            OPEN = find(calls, "open", int.class, path, int.class, int.class)
                    .asType(MethodType.methodType(int.class, Path.class, int.class, int.class));
            CLOSE = find(calls, "close", void.class, int.class);
            Class<?> files = dispatcher();
            SEEK = find(files, "seek0", long.class, FileDescriptor.class, long.class);
            TRUNCATE = find(files, "truncate0", int.class, FileDescriptor.class, long.class);
            SIZE = find(files, "size0", long.class, FileDescriptor.class);
            PREAD = find(files, "pread0", int.class, FileDescriptor.class, long.class, int.class, long.class);
            PWRITE = find(files, "pwrite0", int.class, FileDescriptor.class, long.class, int.class, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Native() {}

    private static Class<?> dispatcher() throws ClassNotFoundException {
        try {
            return Class.forName("sun.nio.ch.UnixFileDispatcherImpl", false, null);
        } catch (ClassNotFoundException e) {
            // Until JDK 20.
            return Class.forName("sun.nio.ch.FileDispatcherImpl");
        }
    }

    private static MethodHandle find(Class<?> type, String name, Class<?> result, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        MethodHandle handle = MethodHandles.lookup().unreflect(method);
        return handle.asType(handle.type().changeReturnType(result));
    }

    /** An int in older JDKs, a long in newer ones, so that it cannot be called as either. */
    private static long arrayBase() {
        try {
            return ((Number) Unsafe.class
                            .getMethod("arrayBaseOffset", Class.class)
                            .invoke(UNSAFE, byte[].class))
                    .longValue();
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** {@code open(2)}; the descriptor's number. */
    static int open(Path path, int flags, int permissions) throws IOException {
        try {
            return (int) OPEN.invokeExact(path, flags, permissions);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static void close(int descriptor) throws IOException {
        try {
            CLOSE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static void seek(FileDescriptor descriptor, long position) throws IOException {
        try {
            long ignored = (long) SEEK.invokeExact(descriptor, position);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static long position(FileDescriptor descriptor) throws IOException {
        try {
            return (long) SEEK.invokeExact(descriptor, -1L);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static void truncate(FileDescriptor descriptor, long bytes) throws IOException {
        try {
            int ignored = (int) TRUNCATE.invokeExact(descriptor, bytes);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static long size(FileDescriptor descriptor) throws IOException {
        try {
            return (long) SIZE.invokeExact(descriptor);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** @return how many bytes, 0 at the end */
    static int read(FileDescriptor descriptor, long position, byte[] bytes, int count) throws IOException {
        long memory = UNSAFE.allocateMemory(count);
        try {
            int read = (int) PREAD.invokeExact(descriptor, memory, count, position);
            if (read > 0) {
                toArray(memory, bytes, 0, read);
            }
            return Math.max(0, read);
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            UNSAFE.freeMemory(memory);
        }
    }

    static void write(FileDescriptor descriptor, long position, byte[] bytes, int from, int count) throws IOException {
        long memory = UNSAFE.allocateMemory(count);
        try {
            toMemory(bytes, from, memory, count);
            int done = 0;
            while (done < count) {
                done += (int) PWRITE.invokeExact(descriptor, memory + done, count - done, position + done);
            }
        } catch (Throwable e) {
            throw failed(e);
        } finally {
            UNSAFE.freeMemory(memory);
        }
    }

    static void toMemory(byte[] bytes, int from, long address, int count) {
        UNSAFE.copyMemory(bytes, ARRAY_BASE_BYTES + from, null, address, count);
    }

    static void toArray(long address, byte[] bytes, int from, int count) {
        UNSAFE.copyMemory(null, address, bytes, ARRAY_BASE_BYTES + from, count);
    }

    /** A word of native memory. */
    static long word(long address) {
        return UNSAFE.getLong(address);
    }

    private static IOException failed(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return cause instanceof IOException io ? io : new IOException(cause.getMessage(), cause);
    }
}
