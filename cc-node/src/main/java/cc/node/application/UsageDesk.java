package cc.node.application;

import cc.node.message.ApplicationUsage;
import cc.node.message.UsageReport;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.ProgramEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells what the programs of this machine cost at the moment. */
public final class UsageDesk implements StreamHandler {
    /** Of streams between nodes. */
    public static final String KIND = "usage";

    public static final int MAX_REPORT_BYTES = 1 << 20;
    private static final Path PROC = Path.of("/proc");

    private final Applications applications;
    private final Supplier<List<ProgramEntry>> screen;

    /** @param screen the programs of this machine's screen proxy */
    public UsageDesk(Applications applications, Supplier<List<ProgramEntry>> screen) {
        this.applications = applications;
        this.screen = screen;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        try (FrameChannel channel = stream.messages()) {
            channel.write(report());
        }
    }

    public UsageReport report() {
        Map<String, ProgramEntry> shown =
                screen.get().stream().collect(Collectors.toMap(ProgramEntry::getName, entry -> entry));
        UsageReport.Builder report = UsageReport.newBuilder();
        for (OwnApplication program : applications.own()) {
            ProgramEntry windows = shown.getOrDefault(program.localName(), ProgramEntry.getDefaultInstance());
            ApplicationUsage.Builder usage = ApplicationUsage.newBuilder()
                    .setId(program.id())
                    .setWindows(windows.getWindows())
                    .setViewers(windows.getViewers())
                    .setDriver(windows.getDriver());
            try {
                ProcessCost cost = ProcessCost.of(PROC, program.pid());
                report.addApplications(
                        usage.setProcessorMillis(cost.processorMillis()).setMemoryBytes(cost.memoryBytes()));
            } catch (IOException e) {
                // It has ended at this moment.
            }
        }
        return report.build();
    }
}
