package cc.node.community;

import cc.protocol.message.MachineStatus;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at this machine: load, memory, pressure, processors and Java runtimes. Needs Linux's /proc. */
final class MachineProbe {
    private static final Pattern SOME_AVERAGE_10 = Pattern.compile("some avg10=([0-9.]+)");
    private static final Pattern MEMORY_LINE = Pattern.compile("(\\w+):\\s+(\\d+) kB");
    private static final long BYTES_PER_KB = 1024;
    private static final double UNKNOWN = -1;

    /** Needs somebody who sits there; the others are wherever a node is. */
    private static final String DESKTOP = "desktop";

    private static final String SCREEN_EVERYWHERE = "web";
    private static final String INPUT_EVERYWHERE = "commands";

    private final Path proc;
    private final IntSupplier applications;
    private final BooleanSupplier desktop;
    private final MachineStatus unchanging;

    /**
     * @param applications how many programs run here under CC at the moment
     * @param desktop whether windows can show here at the moment
     */
    MachineProbe(Path proc, String release, IntSupplier applications, BooleanSupplier desktop) {
        this.proc = proc;
        this.applications = applications;
        this.desktop = desktop;
        this.unchanging = MachineStatus.newBuilder()
                .setSinceEpochMillis(System.currentTimeMillis())
                .setRelease(release)
                .setArchitecture(System.getProperty("os.arch"))
                .addAllRuntimes(Runtimes.ofThisMachine())
                .addAllProcessorFeatures(features())
                .build();
    }

    MachineStatus look() {
        long total = 0;
        long available = 0;
        Matcher memory = MEMORY_LINE.matcher(text("meminfo"));
        while (memory.find()) {
            long bytes = Long.parseLong(memory.group(2)) * BYTES_PER_KB;
            if (memory.group(1).equals("MemTotal")) {
                total = bytes;
            } else if (memory.group(1).equals("MemAvailable")) {
                available = bytes;
            }
        }
        MachineStatus.Builder status = unchanging.toBuilder();
        if (desktop.getAsBoolean()) {
            status.addScreens(DESKTOP).addInputs(DESKTOP);
        }
        return status.addScreens(SCREEN_EVERYWHERE)
                .addInputs(INPUT_EVERYWHERE)
                .setProcessors(Runtime.getRuntime().availableProcessors())
                .setProcessorLoad(processorLoad())
                .setMemoryBytes(total)
                .setMemoryAvailableBytes(available)
                .setProcessorPressure(pressure("cpu"))
                .setMemoryPressure(pressure("memory"))
                .setIoPressure(pressure("io"))
                .setApplications(applications.getAsInt())
                .build();
    }

    private static double processorLoad() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Math.max(0, system.getCpuLoad())
                : 0;
    }

    private double pressure(String resource) {
        Matcher matcher = SOME_AVERAGE_10.matcher(text("pressure/" + resource));
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : UNKNOWN;
    }

    private List<String> features() {
        // Intel and AMD say flags, ARM says Features.
        return text("cpuinfo")
                .lines()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .findFirst()
                .map(line ->
                        List.of(line.substring(line.indexOf(':') + 1).trim().split("\\s+")))
                .orElse(List.of());
    }

    private String text(String name) {
        return SmallFile.read(proc.resolve(name));
    }
}
