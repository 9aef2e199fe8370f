package cc.fs.shell;

import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.FileDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** All that is open through virtual handles, by handle. Thread-safe. */
final class OpenFiles {
    private static final long FIRST_HANDLE = 1;
    private static final long NO_HANDLE = -1;

    private final Namespace namespace;
    private final FileUses uses;
    private final Placeholders placeholders = new Placeholders();
    private final Map<Long, VirtualFile> byHandle = new ConcurrentHashMap<>();
    private final Set<VirtualFile> mirrored = ConcurrentHashMap.newKeySet();
    private final AtomicLong nextHandle = new AtomicLong(FIRST_HANDLE);

    OpenFiles(Namespace namespace, FileUses uses) {
        this.namespace = namespace;
        this.uses = uses;
        namespace.beforeEach(this::heed);
    }

    /** What tells files apart. */
    private record Identity(Object service, long device, long inode) {}

    /**
     * Opens a file for a descriptor.
     *
     * @param flags of {@link cc.fs.service.OpenFlags}
     * @param mirrored whether natives of the JDK look at the descriptor
     */
    void open(FileDescriptor descriptor, String path, int flags, int permissions, boolean mirrored) throws IOException {
        Object[] service = new Object[1];
        OpenFile file = namespace.at(path, (found, place) -> {
            service[0] = found;
            return uses.opened(
                    found.open(place, flags, permissions),
                    namespace.absolute(path),
                    namespace.where(found, place),
                    place,
                    flags);
        });
        try {
            FileAttributes attributes = file.attributes();
            Identity identity = new Identity(service[0], attributes.device(), attributes.inode());
            Placeholder placeholder = placeholders.lend(identity, descriptor, OpenFlags.has(flags, OpenFlags.WRITE));
            NativeMirror mirror = mirrored ? new NativeMirror(descriptor) : null;
            if (mirror != null) {
                placeholder.mirror(attributes.sizeBytes());
            } else {
                placeholder.resized(attributes.sizeBytes());
            }
            add(descriptor, new VirtualFile(namespace.absolute(path), file, flags, placeholder, mirror));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void add(FileDescriptor descriptor, VirtualFile file) {
        long handle = nextHandle.getAndIncrement();
        byHandle.put(handle, file);
        if (file.isMirrored()) {
            mirrored.add(file);
        }
        Native.DESCRIPTORS.setHandle(descriptor, handle);
    }

    /** @throws FileFault if it was closed meanwhile */
    VirtualFile of(FileDescriptor descriptor) throws FileFault {
        VirtualFile file = byHandle.get(Native.DESCRIPTORS.getHandle(descriptor));
        if (file == null) {
            throw new FileFault(Errno.EBADF);
        }
        return file;
    }

    /** Does what natives have done behind the shell's back to files that it has not seen to since. */
    void heed() {
        for (VirtualFile file : mirrored) {
            try {
                file.heedIfChanged();
            } catch (IOException e) {
                // Whoever uses that file next meets the same.
            }
        }
    }

    List<VirtualFile> all() {
        return List.copyOf(byHandle.values());
    }

    /** Ends a descriptor's handle; the descriptor itself becomes an ordinary one of the placeholder, still to be closed. */
    void close(FileDescriptor descriptor) throws IOException {
        long handle = Native.DESCRIPTORS.getHandle(descriptor);
        Native.DESCRIPTORS.setHandle(descriptor, NO_HANDLE);
        close(handle);
    }

    void close(long handle) throws IOException {
        VirtualFile file = byHandle.remove(handle);
        if (file == null) {
            return;
        }
        mirrored.remove(file);
        try {
            file.settle();
        } finally {
            release(file);
        }
    }

    /** One less needs it. */
    void release(VirtualFile file) throws IOException {
        boolean last = true;
        try {
            last = file.release();
        } finally {
            if (last) {
                placeholders.release(file.placeholder());
            }
        }
    }
}
