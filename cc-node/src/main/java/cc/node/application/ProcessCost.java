package cc.node.application;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has cost so far, by Linux's /proc.
 *
 * @param processorMillis of all its threads, in user and system mode
 * @param memoryBytes in physical memory now
 */
record ProcessCost(long processorMillis, long memoryBytes) {
    /** The kernel tells times in these for programs, whatever it counts in itself. */
    private static final long MILLIS_PER_TICK = 10;

    private static final int USER_TICKS_FIELD = 11;
    private static final int SYSTEM_TICKS_FIELD = 12;
    private static final String RESIDENT = "VmRSS:";
    private static final long BYTES_PER_KB = 1024;

    /** @throws IOException if there is no such process any more */
    static ProcessCost of(Path proc, long pid) throws IOException {
        Path folder = proc.resolve(Long.toString(pid));
        String stat = Files.readString(folder.resolve("stat"), StandardCharsets.ISO_8859_1);
        // The command's name is in parentheses and may hold anything, even more of them.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER_TICKS_FIELD]) + Long.parseLong(fields[SYSTEM_TICKS_FIELD]);
        long residentKb = Files.readString(folder.resolve("status"), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return new ProcessCost(ticks * MILLIS_PER_TICK, residentKb * BYTES_PER_KB);
    }
}
