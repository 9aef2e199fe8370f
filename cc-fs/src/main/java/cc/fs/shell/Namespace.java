package cc.fs.shell;

import cc.agent.boot.PathPolicy;
import cc.fs.mount.Mode;
import cc.fs.mount.MountTable;
import cc.fs.mount.PathNames;
import cc.fs.mount.Rule;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.LinkFault;
import java.util.ArrayList;
import java.util.List;

/**
 * The program's view of all files: finds for each path who has it, and follows symbolic links by the rules, so that a link
 * leads where its target would lead if the program had named it.
 */
final class Namespace implements PathPolicy {
    /** As many as Linux follows. */
    private static final int MAX_LINKS = 40;

    private static final Rule MACHINES_OWN = Rule.of("/", Mode.LOCAL, "default rules");

    private final MountTable table;
    private final Services services;
    private final String machine;
    private final String home;
    private final String directory;
    private Runnable beforeEach = () -> {};

    Namespace(ShellSettings settings, Services services) {
        table = settings.table();
        machine = settings.machine();
        home = settings.home();
        directory = settings.directory();
        this.services = services;
    }

    /** @param action done before each operation on a path */
    void beforeEach(Runnable action) {
        beforeEach = action;
    }

    /** Does something with a path. */
    interface Call<T> {
        /**
         * @param service who has it
         * @param path as that one calls it
         */
        T on(FileService service, String path) throws FileFault;
    }

    @Override
    public boolean isVirtual(String path) {
        return path.indexOf('\0') < 0 && isVirtual(rule(path), path) && !ShellThread.isInside();
    }

    private boolean isVirtual(Rule rule, String path) {
        if (table.isRestricting()) {
            // Links of this machine lead anywhere, so that all of them have to be looked at; but the system's devices
            // are no files.
            return !Devices.isOne(path) || rule.mode() != Mode.LOCAL || rule.readOnly();
        }
        return switch (rule.mode()) {
            case HOME, SHIP -> !home.equals(machine) || rule.readOnly();
            case NODE -> !rule.machine().equals(machine) || !rule.place().equals(rule.path()) || rule.readOnly();
            case LOCAL, SHARED -> rule.readOnly();
            case DENY, HIDE, PRIVATE, PROVIDER -> true;
        };
    }

    /** The path that the program means, absolute and normal. */
    String absolute(String path) {
        return PathNames.normal(path, directory);
    }

    /**
     * Where the system arrives that walks a path: {@code ..} leads out of the directory to which a link before it leads, and
     * only directories can be left. What relative paths are relative to is taken to have no links.
     */
    private String located(String path) throws FileFault {
        if (!PathNames.turnsBack(path)) {
            return absolute(path);
        }
        boolean relative = !path.startsWith("/");
        String at = relative ? directory : "/";
        boolean known = true;
        for (String name : path.split("/", 0)) {
            if (name.equals("..")) {
                at = parent(known ? at : realDirectory(at));
                known = true;
            } else if (!name.isEmpty() && !name.equals(".")) {
                at = child(at, "/" + name);
                known = false;
            }
        }
        return known || !path.endsWith("/.") ? at : realDirectory(at);
    }

    private String realDirectory(String path) throws FileFault {
        String[] end = new String[1];
        FileAttributes attributes = at(path, end, (service, place) -> service.attributes(place, true));
        if (!attributes.isDirectory()) {
            throw new FileFault(Errno.ENOTDIR);
        }
        return end[0];
    }

    Rule rule(String path) {
        return find(absolute(path));
    }

    private Rule find(String path) {
        Rule rule = table.find(path);
        boolean ofMachine = rule.mode() == Mode.PRIVATE && !table.isRestricting() && MachineNames.isOne(path);
        return ofMachine ? MACHINES_OWN : rule;
    }

    /**
     * Does something with a path, wherever it leads to.
     *
     * @throws FileFault also if a rule does not allow it
     */
    <T> T at(String path, Call<T> call) throws FileFault {
        return at(path, new String[1], call);
    }

    /** @param end takes the path at which links ended */
    private <T> T at(String path, String[] end, Call<T> call) throws FileFault {
        ShellThread.enter();
        try {
            beforeEach.run();
            String current = located(path);
            for (int links = 0; links <= MAX_LINKS; links++) {
                Rule rule = find(current);
                end[0] = current;
                try {
                    return call.on(services.of(rule), services.place(rule, current));
                } catch (LinkFault link) {
                    current = services.back(rule, link.leadsTo());
                }
            }
            throw new FileFault(Errno.ELOOP);
        } finally {
            ShellThread.leave();
        }
    }

    /** Where what a service calls so lives, for people. */
    String where(FileService service, String place) {
        return services.where(service, place);
    }

    /** Whether a service has files of this machine. */
    boolean isHere(FileService service) {
        return services.isHere(service);
    }

    /** Deletes a file, a link or an empty directory. */
    void delete(String path) throws FileFault {
        if (path.endsWith("/.") || path.equals(".")) {
            throw new FileFault(Errno.EINVAL);
        } else if (path.endsWith("/..") || path.equals("..")) {
            throw new FileFault(Errno.ENOTEMPTY);
        }
        at(path, (service, place) -> {
            service.delete(place);
            return place;
        });
    }

    /** Does something with two paths, of which neither is followed if it is a link itself. */
    interface PairCall {
        void on(FileService service, String one, String other) throws FileFault;
    }

    /** @throws FileFault {@link Errno#EXDEV} if they don't live in the same place */
    void atBoth(String one, String other, PairCall call) throws FileFault {
        ShellThread.enter();
        try {
            beforeEach.run();
            String locatedOne = located(one);
            String locatedOther = located(other);
            String oneParent = parent(locatedOne);
            String otherParent = parent(locatedOther);
            for (int links = 0; links < MAX_LINKS; links++) {
                String first = child(oneParent, locatedOne);
                String second = child(otherParent, locatedOther);
                Rule firstRule = find(first);
                Rule secondRule = find(second);
                FileService service = services.of(firstRule);
                if (service != services.of(secondRule)) {
                    throw new FileFault(Errno.EXDEV);
                }
                try {
                    call.on(service, services.place(firstRule, first), services.place(secondRule, second));
                    return;
                } catch (LinkFault link) {
                    // Which of the two it was shows when each folder is looked at by itself.
                    oneParent = real(oneParent);
                    otherParent = real(otherParent);
                }
            }
            throw new FileFault(Errno.ELOOP);
        } finally {
            ShellThread.leave();
        }
    }

    /** The path without symbolic links, as the program would write it; of a path that is there. */
    String real(String path) throws FileFault {
        String[] end = new String[1];
        at(path, end, (service, place) -> service.attributes(place, true));
        return end[0];
    }

    /**
     * What is in a folder, as the program sees it.
     *
     * @throws FileFault if it cannot be listed
     */
    List<String> names(String path) throws FileFault {
        String[] end = new String[1];
        List<String> names = at(path, end, (service, place) -> {
            List<String> listed = new ArrayList<>();
            try (FileService.Listing listing = service.list(place)) {
                listing.forEachRemaining(entry -> listed.add(entry.name()));
            }
            return listed;
        });
        names.removeIf(name -> table.find(end[0].equals("/") ? "/" + name : end[0] + "/" + name)
                        .mode()
                == Mode.HIDE);
        return names;
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static String child(String folder, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return folder.equals("/") ? "/" + name : folder + "/" + name;
    }
}
