package cc.fs.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Attributes by their names within a view, such as {@code unix:mode}. */
final class NamedAttributes {
    private static final Map<String, Function<DosAttributes, Object>> BASIC = new LinkedHashMap<>();
    private static final Map<String, Function<DosAttributes, Object>> POSIX = new LinkedHashMap<>();
    private static final Map<String, Function<DosAttributes, Object>> UNIX = new LinkedHashMap<>();
    private static final Map<String, Function<DosAttributes, Object>> OWNER = new LinkedHashMap<>();
    private static final Map<String, Function<DosAttributes, Object>> DOS = new LinkedHashMap<>();

    static {
        BASIC.put("lastAccessTime", DosAttributes::lastAccessTime);
        BASIC.put("lastModifiedTime", DosAttributes::lastModifiedTime);
        BASIC.put("size", DosAttributes::size);
        BASIC.put("creationTime", DosAttributes::creationTime);
        BASIC.put("isSymbolicLink", DosAttributes::isSymbolicLink);
        BASIC.put("isRegularFile", DosAttributes::isRegularFile);
        BASIC.put("fileKey", DosAttributes::fileKey);
        BASIC.put("isOther", DosAttributes::isOther);
        BASIC.put("isDirectory", DosAttributes::isDirectory);
        OWNER.put("owner", attributes -> attributes.basic().owner());
        POSIX.putAll(BASIC);
        POSIX.putAll(OWNER);
        POSIX.put("group", attributes -> attributes.basic().group());
        POSIX.put("permissions", attributes -> attributes.basic().permissions());
        UNIX.putAll(POSIX);
        UNIX.put("mode", attributes -> attributes.basic().told().mode());
        UNIX.put("ino", attributes -> attributes.basic().told().inode());
        UNIX.put("dev", attributes -> attributes.basic().told().device());
        UNIX.put("rdev", attributes -> attributes.basic().told().specialDevice());
        UNIX.put("nlink", attributes -> attributes.basic().told().links());
        UNIX.put("uid", attributes -> attributes.basic().told().userId());
        UNIX.put("gid", attributes -> attributes.basic().told().groupId());
        DOS.putAll(BASIC);
        DOS.put("readonly", DosAttributes::isReadOnly);
        DOS.put("hidden", DosAttributes::isHidden);
        DOS.put("system", DosAttributes::isSystem);
        DOS.put("archive", DosAttributes::isArchive);
        UNIX.put("ctime", attributes -> attributes.basic().changeTime());
    }

    private NamedAttributes() {}

    /**
     * What is asked for.
     *
     * @param dosFlags bits of {@link DosAttributes}
     * @param names separated by commas; {@code *}: all
     * @throws UnsupportedOperationException if there is no such view
     * @throws IllegalArgumentException if there is no such attribute in it
     */
    static Map<String, Object> read(String view, String names, VirtualAttributes basic, int dosFlags) {
        Map<String, Function<DosAttributes, Object>> known = view(view);
        DosAttributes attributes = new DosAttributes(basic, dosFlags);
        Map<String, Object> read = new LinkedHashMap<>();
        for (String name : wanted(known, names)) {
            read.put(name, Objects.requireNonNull(known.get(name)).apply(attributes));
        }
        return Collections.unmodifiableMap(read);
    }

    /** Checks the names without a look at any file, so that what is wrong is told even if there is none. */
    static void check(String view, String names) {
        List<String> unused = wanted(view(view), names);
    }

    private static List<String> wanted(Map<String, Function<DosAttributes, Object>> known, String names) {
        List<String> wanted = new ArrayList<>();
        for (String name : names.split(",")) {
            if (name.equals("*")) {
                return List.copyOf(known.keySet());
            } else if (!known.containsKey(name)) {
                throw new IllegalArgumentException("'" + name + "' not recognized");
            }
            wanted.add(name);
        }
        return wanted;
    }

    private static Map<String, Function<DosAttributes, Object>> view(String name) {
        return switch (name) {
            case "basic" -> BASIC;
            case "posix" -> POSIX;
            case "unix" -> UNIX;
            case "owner" -> OWNER;
            case DosView.NAME -> DOS;
            default -> throw new UnsupportedOperationException("View '" + name + "' not available");
        };
    }
}
