package cc.fs.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The four flags of DOS, kept in an extended attribute as Samba and the JDK keep them. */
final class DosView implements DosFileAttributeView {
    static final String NAME = "dos";

    private static final Map<String, Integer> FLAGS = Map.of(
            "readonly", DosAttributes.READ_ONLY,
            "hidden", DosAttributes.HIDDEN,
            "system", DosAttributes.SYSTEM,
            "archive", DosAttributes.ARCHIVE);

    private static final String ATTRIBUTE = "DOSATTRIB";
    private static final String HEXADECIMAL = "0x";
    private static final int RADIX = 16;

    private final AttributeView basic;
    private final UserAttributeView user;

    DosView(Namespace namespace, Path path, boolean followLinks) {
        basic = new AttributeView(namespace, path, followLinks, NAME);
        user = new UserAttributeView(namespace, path, followLinks);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DosAttributes readAttributes() throws IOException {
        return new DosAttributes(basic.readAttributes(), flags());
    }

    /** None if the file system has no extended attributes, or somebody else has written something else there. */
    private int flags() throws IOException {
        try {
            byte[] value = user.all().get(ATTRIBUTE);
            String text = value == null ? "" : new String(value, StandardCharsets.UTF_8).replace("\0", "");
            return text.startsWith(HEXADECIMAL) ? Integer.parseInt(text.substring(HEXADECIMAL.length()), RADIX) : 0;
        } catch (FileSystemException | NumberFormatException e) {
            return 0;
        }
    }

    /** @return whether there is such an attribute, and it is one of the four */
    boolean setFlag(String name, Object value) throws IOException {
        Integer flag = FLAGS.get(name);
        if (flag == null) {
            return false;
        }
        set(flag, (Boolean) value);
        return true;
    }

    private void set(int flag, boolean on) throws IOException {
        basic.readAttributes();
        int before = flags();
        int now = on ? before | flag : before & ~flag;
        if (now != before) {
            user.write(
                    ATTRIBUTE,
                    ByteBuffer.wrap((HEXADECIMAL + Integer.toHexString(now)).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public void setReadOnly(boolean value) throws IOException {
        set(DosAttributes.READ_ONLY, value);
    }

    @Override
    public void setHidden(boolean value) throws IOException {
        set(DosAttributes.HIDDEN, value);
    }

    @Override
    public void setSystem(boolean value) throws IOException {
        set(DosAttributes.SYSTEM, value);
    }

    @Override
    public void setArchive(boolean value) throws IOException {
        set(DosAttributes.ARCHIVE, value);
    }

    @Override
    public void setTimes(@Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
            throws IOException {
        basic.setTimes(modified, accessed, created);
    }
}
