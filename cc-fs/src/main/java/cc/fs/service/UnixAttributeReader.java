package cc.fs.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Reads all that {@code stat} tells, by the JDK's view "unix". The names of users and groups are looked up once a minute, as
 * each look-up reads the system's list of them.
 */
final class UnixAttributeReader implements AttributeReader {
    private static final String ATTRIBUTES =
            "unix:mode,dev,ino,rdev,nlink,uid,gid,size,lastModifiedTime,lastAccessTime,ctime,creationTime";
    private static final long NAMES_KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MAX_NAMES = 4096;

    private final Map<Integer, String> users = new ConcurrentHashMap<>();
    private final Map<Integer, String> groups = new ConcurrentHashMap<>();
    private volatile long namesSince = System.nanoTime();

    @Override
    public FileAttributes read(Path path, boolean followLinks) throws IOException {
        Map<String, Object> values = Files.readAttributes(path, ATTRIBUTES, AttributeReader.options(followLinks));
        int user = integer(values, "uid");
        int group = integer(values, "gid");
        forgetNames();
        String userName = users.get(user);
        String groupName = groups.get(group);
        if (userName == null || groupName == null) {
            Map<String, Object> names =
                    Files.readAttributes(path, "unix:owner,group", AttributeReader.options(followLinks));
            userName = value(names, "owner").toString();
            groupName = value(names, "group").toString();
            users.put(user, userName);
            groups.put(group, groupName);
        }
        return new FileAttributes(
                integer(values, "mode"),
                number(values, "dev"),
                number(values, "ino"),
                number(values, "rdev"),
                integer(values, "nlink"),
                user,
                group,
                userName,
                groupName,
                number(values, "size"),
                nanos(values, "lastModifiedTime"),
                nanos(values, "lastAccessTime"),
                nanos(values, "ctime"),
                nanos(values, "creationTime"));
    }

    private void forgetNames() {
        long now = System.nanoTime();
        if (now - namesSince > NAMES_KEPT_NANOS || users.size() > MAX_NAMES || groups.size() > MAX_NAMES) {
            namesSince = now;
            users.clear();
            groups.clear();
        }
    }

    private static int integer(Map<String, Object> values, String name) {
        return ((Number) value(values, name)).intValue();
    }

    private static long number(Map<String, Object> values, String name) {
        return ((Number) value(values, name)).longValue();
    }

    private static long nanos(Map<String, Object> values, String name) {
        return AttributeReader.nanos((FileTime) value(values, name));
    }

    private static Object value(Map<String, Object> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
