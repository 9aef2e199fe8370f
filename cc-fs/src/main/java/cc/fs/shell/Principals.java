package cc.fs.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Users and groups by name: those that this machine knows, too, are the same here and there. */
final class Principals {
    private static final Map<String, UserPrincipal> USERS = new ConcurrentHashMap<>();
    private static final Map<String, GroupPrincipal> GROUPS = new ConcurrentHashMap<>();

    private Principals() {}

    /** One that only another machine knows. */
    private record Stranger(String name) implements GroupPrincipal {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static UserPrincipal user(String name) {
        return USERS.computeIfAbsent(name, wanted -> {
            try {
                return known().lookupPrincipalByName(wanted);
            } catch (IOException e) {
                return new Stranger(wanted);
            }
        });
    }

    static GroupPrincipal group(String name) {
        return GROUPS.computeIfAbsent(name, wanted -> {
            try {
                return known().lookupPrincipalByGroupName(wanted);
            } catch (IOException e) {
                return new Stranger(wanted);
            }
        });
    }

    private static UserPrincipalLookupService known() {
        return FileSystems.getDefault().getUserPrincipalLookupService();
    }
}
