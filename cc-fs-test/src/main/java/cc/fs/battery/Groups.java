package cc.fs.battery;

import java.util.LinkedHashMap;
import java.util.Map;

/** All groups by name, in the order in which they run. */
final class Groups {
    private final Map<String, Group> byName = new LinkedHashMap<>();

    static Groups all() {
        Groups groups = new Groups();
        StreamGroups.addTo(groups);
        OpenFileGroups.addTo(groups);
        RandomAccessGroups.addTo(groups);
        FileGroups.addTo(groups);
        FileNameGroups.addTo(groups);
        ContentGroups.addTo(groups);
        OpenOptionGroups.addTo(groups);
        CopyGroups.addTo(groups);
        DirectoryGroups.addTo(groups);
        WalkGroups.addTo(groups);
        ChannelGroups.addTo(groups);
        TransferGroups.addTo(groups);
        ConcurrencyGroups.addTo(groups);
        AsynchronousGroups.addTo(groups);
        MappedGroups.addTo(groups);
        LockGroups.addTo(groups);
        AttributeGroups.addTo(groups);
        AttributeViewGroups.addTo(groups);
        LinkGroups.addTo(groups);
        TemporaryGroups.addTo(groups);
        WatchGroups.addTo(groups);
        StoreGroups.addTo(groups);
        ErrorGroups.addTo(groups);
        PermissionGroups.addTo(groups);
        ProcessGroups.addTo(groups);
        ArchiveGroups.addTo(groups);
        LoadingGroups.addTo(groups);
        LibraryGroups.addTo(groups);
        return groups;
    }

    void add(String name, Group group) {
        if (byName.put(name, group) != null) {
            throw new IllegalArgumentException("two groups are called " + name);
        }
    }

    Map<String, Group> byName() {
        return byName;
    }
}
