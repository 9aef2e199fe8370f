package cc.node.community;

import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at this machine: load, memory, pressure, processors and Java runtimes. Needs Linux's /proc. */
final class MachineProbe {
    private static final Pattern SOME_AVERAGE_10 = Pattern.compile("some avg10=([0-9.]+)");
    private static final Pattern MEMORY_LINE = Pattern.compile("(\\w+):\\s+(\\d+) kB");
    private static final Pattern RUNTIME_VERSION = Pattern.compile("JAVA_RUNTIME_VERSION=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"");
    private static final long BYTES_PER_KB = 1024;
    private static final double UNKNOWN = -1;
    private static final Path RUNTIMES = Path.of("/usr/lib/jvm");

    private final Path proc;
    private final IntSupplier applications;
    private final MachineStatus unchanging;

    /** @param applications how many programs run here under CC at the moment */
    MachineProbe(Path proc, String release, IntSupplier applications) {
        this.proc = proc;
        this.applications = applications;
        this.unchanging = MachineStatus.newBuilder()
                .setSinceEpochMillis(System.currentTimeMillis())
                .setRelease(release)
                .setArchitecture(System.getProperty("os.arch"))
                .addAllRuntimes(runtimes())
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
        return unchanging.toBuilder()
                .setProcessors(Runtime.getRuntime().availableProcessors())
                .setProcessorLoad(processorLoad())
                .setMemoryBytes(total)
                .setMemoryAvailableBytes(available)
                .setProcessorPressure(pressure("cpu"))
                .setMemoryPressure(pressure("memory"))
                .setIoPressure(pressure("io"))
                .setApplications(applications.getAsInt())
                .setDesktop(System.getenv("DISPLAY") != null)
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

    private static List<String> runtimes() {
        TreeSet<String> versions = new TreeSet<>();
        versions.add(System.getProperty("java.runtime.version"));
        List<Path> homes = new ArrayList<>();
        if (Files.isDirectory(RUNTIMES)) {
            try (Stream<Path> found = Files.list(RUNTIMES)) {
                found.filter(home -> !Files.isSymbolicLink(home)).forEach(homes::add);
            } catch (IOException e) {
                // The runtime that runs this is known all the same.
            }
        }
        for (Path home : homes) {
            String release = read(home.resolve("release"));
            Matcher version = RUNTIME_VERSION.matcher(release);
            Matcher plain = VERSION.matcher(release);
            if (version.find()) {
                versions.add(version.group(1));
            } else if (plain.find() && versions.stream().noneMatch(known -> known.startsWith(plain.group(1)))) {
                versions.add(plain.group(1));
            }
        }
        return List.copyOf(versions);
    }

    private String text(String name) {
        return read(proc.resolve(name));
    }

    /** What is not there tells nothing. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
