package cc.fs.remote;

import java.util.List;

/**
 * What a file proxy does for one application.
 *
 * @param process id of the application on its own machine
 * @param bytesRead of all files, also those that are closed; as the next
 */
public record SessionFigures(
        String application,
        long process,
        boolean connected,
        long calls,
        long bytesRead,
        long bytesWritten,
        List<OpenFigures> open) {
    /**
     * A file that is open.
     *
     * @param flags of {@link cc.fs.service.OpenFlags}
     */
    public record OpenFigures(String path, int flags, long bytesRead, long bytesWritten) {}
}
