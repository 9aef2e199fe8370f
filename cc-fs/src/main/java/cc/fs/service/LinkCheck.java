package cc.fs.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Finds symbolic links on the way to a file. They are not followed here, since another rule may hold where they lead: whoever
 * asked is told of the first one, and asks again.
 *
 * <p>A directory that is replaced by a link between this check and the operation is followed all the same.
 */
final class LinkCheck {
    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private LinkCheck() {}

    /** @throws LinkFault if a directory on the way to the file is a link */
    static void requireRealParent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            require(parent, file);
        }
    }

    /** @throws LinkFault if a directory on the way to the file, or the file, is a link */
    static void requireReal(Path file) throws IOException {
        require(file, file);
    }

    private static void require(Path real, Path file) throws IOException {
        IOException missing = null;
        try {
            if (real.toRealPath().equals(real)) {
                return;
            }
        } catch (IOException e) {
            missing = e;
        }
        Path leadsTo = afterFirstLink(real, file);
        if (leadsTo != null) {
            throw new LinkFault(file.toString(), leadsTo.toString());
        }
        if (missing != null) {
            throw missing;
        }
    }

    /** Where a file really is if one of the names of {@code part}, with which its path begins, is a link. */
    private static @Nullable Path afterFirstLink(Path part, Path file) throws IOException {
        Path at = file.getRoot();
        for (int i = 0; i < part.getNameCount(); i++) {
            at = at.resolve(file.getName(i));
            if (Files.isSymbolicLink(at)) {
                Path reached = reached(at);
                return i + 1 < file.getNameCount()
                        ? reached.resolve(file.subpath(i + 1, file.getNameCount()))
                        : reached;
            }
        }
        return null;
    }

    /**
     * What a link says, as an absolute and normal path. Links that this leads through are only followed where a {@code ..}
     * comes after them, as it means another directory then.
     */
    private static Path reached(Path link) throws IOException {
        Deque<String> names = new ArrayDeque<>();
        Path at = begin(link, names);
        int links = 1;
        while (names.contains("..")) {
            String name = names.remove();
            if (name.equals("..")) {
                at = at.getParent() == null ? at : at.getParent();
            } else if (!name.equals(".")) {
                at = at.resolve(name);
            }
            if (names.contains("..") && Files.isSymbolicLink(at)) {
                if (++links > MAX_LINKS) {
                    throw new FileFault(Errno.ELOOP);
                }
                at = begin(at, names);
            }
        }
        for (String name : names) {
            at = name.equals(".") || name.isEmpty() ? at : at.resolve(name);
        }
        return at;
    }

    /** Puts the names of a link's target in front of the others, and returns where they begin. */
    private static Path begin(Path link, Deque<String> names) throws IOException {
        Path target = Files.readSymbolicLink(link);
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
            names.addFirst(target.getName(i).toString());
        }
        Path directory = target.isAbsolute() ? target.getRoot() : link.getParent();
        return directory == null ? link : directory;
    }
}
