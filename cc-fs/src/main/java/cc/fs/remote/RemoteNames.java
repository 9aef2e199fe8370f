package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.nio.charset.StandardCharsets;

/** Refuses here, as the system would, names that the other end would refuse as malformed. */
final class RemoteNames {
    private RemoteNames() {}

    static String path(String path) throws FileFault {
        return checked(path, FileLimits.MAX_PATH_BYTES, Errno.ENAMETOOLONG);
    }

    /** Of an extended attribute. */
    static String name(String name) throws FileFault {
        return checked(name, FileLimits.MAX_NAME_BYTES, Errno.EINVAL);
    }

    static byte[] attribute(byte[] value) throws FileFault {
        if (value.length > FileLimits.MAX_ATTRIBUTE_BYTES) {
            throw new FileFault(Errno.ENOSPC);
        }
        return value;
    }

    private static String checked(String text, int maxBytes, Errno tooLong) throws FileFault {
        if (text.isEmpty()) {
            throw new FileFault(Errno.ENOENT);
        }
        // Three bytes are the most that UTF-8 needs for one character of Java.
        if (text.length() > maxBytes / 3 && text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new FileFault(tooLong);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new FileFault(Errno.EINVAL);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new FileFault(Errno.EINVAL);
                }
                i++;
            }
        }
        return text;
    }

    /** A name in a directory. */
    static String below(String directory, String name) {
        return directory.equals("/") ? "/" + name : directory + "/" + name;
    }

    /** The name of a file in its directory. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }
}
