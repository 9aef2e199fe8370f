package cc.fs.shell;

import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.protocol.message.OpenFileEntry;
import cc.protocol.message.OpenFilesReport;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a program has open through the shell, and how much of it it has read and written. Thread-safe. */
final class FileUses {
    /** As many as fit a report. */
    private static final int MAX_TOLD = 2_000;

    private final Set<UsedFile> open = ConcurrentHashMap.newKeySet();
    private final LongAdder closedFiles = new LongAdder();
    private final LongAdder closedRead = new LongAdder();
    private final LongAdder closedWritten = new LongAdder();

    /**
     * Counts what is done with a file until it is closed.
     *
     * @param path as the program calls it
     * @param where it lives
     * @param place what it is called there
     * @param flags of {@link OpenFlags}
     */
    OpenFile opened(OpenFile file, String path, String where, String place, int flags) {
        UsedFile used = new UsedFile(this, file, path, where, place, flags);
        open.add(used);
        return used;
    }

    void closed(UsedFile file) {
        if (open.remove(file)) {
            closedFiles.increment();
            closedRead.add(file.bytesRead());
            closedWritten.add(file.bytesWritten());
        }
    }

    OpenFilesReport report() {
        List<UsedFile> files = List.copyOf(open);
        OpenFilesReport.Builder report = OpenFilesReport.newBuilder()
                .setClosedFiles(closedFiles.sum())
                .setClosedBytesRead(closedRead.sum())
                .setClosedBytesWritten(closedWritten.sum())
                .setFilesLeftOut(Math.max(0, files.size() - MAX_TOLD));
        files.stream()
                .sorted(Comparator.comparing(UsedFile::path))
                .limit(MAX_TOLD)
                .map(FileUses::entry)
                .forEach(report::addFiles);
        return report.build();
    }

    private static OpenFileEntry entry(UsedFile file) {
        return OpenFileEntry.newBuilder()
                .setPath(file.path())
                .setWhere(file.where())
                .setPlace(file.place())
                .setReads(OpenFlags.has(file.flags(), OpenFlags.READ))
                .setWrites(OpenFlags.has(file.flags(), OpenFlags.WRITE))
                .setBytesRead(file.bytesRead())
                .setBytesWritten(file.bytesWritten())
                .build();
    }
}
