package cc.fs.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Extended attributes of one file. */
final class UserAttributes {
    private final UserDefinedFileAttributeView view;

    UserAttributes(Path path, boolean followLinks) throws FileFault {
        UserDefinedFileAttributeView found = Files.getFileAttributeView(
                path, UserDefinedFileAttributeView.class, AttributeReader.options(followLinks));
        if (found == null) {
            throw new FileFault(Errno.ENOTSUP);
        }
        view = found;
    }

    Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        for (String name : view.list()) {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            int count = view.read(name, value);
            all.put(name, Arrays.copyOf(value.array(), count));
        }
        return all;
    }

    /** @param value null: it is removed */
    void set(String name, byte @Nullable [] value) throws IOException {
        if (value == null) {
            view.delete(name);
        } else {
            view.write(name, ByteBuffer.wrap(value));
        }
    }
}
