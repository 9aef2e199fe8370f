package cc.fs.remote;

import cc.fs.service.FileService.Change;
import java.util.List;

/** Hears what happens in the directories that a session watches. */
interface WatchEvents {
    /** @param changes empty: more than could be told */
    void heard(long handle, List<Change> changes);
}
