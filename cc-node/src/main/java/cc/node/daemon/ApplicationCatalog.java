package cc.node.daemon;

import cc.node.application.Application;
import cc.node.application.Applications;
import cc.node.application.UsageDesk;
import cc.node.community.Community;
import cc.node.message.ApplicationRecord;
import cc.node.message.ApplicationUsage;
import cc.node.message.UsageReport;
import cc.node.peer.PeerStream;
import cc.protocol.message.ApplicationCost;
import cc.protocol.message.ApplicationEntry;
import cc.protocol.message.ApplicationList;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the applications of the community, with what each machine says at the moment about the cost of its own. */
final class ApplicationCatalog implements AutoCloseable {
    private final Applications applications;
    private final UsageDesk ownUsage;
    private final @Nullable Community community;
    private final Survey machinesAsked = new Survey("cc-usage-question");

    ApplicationCatalog(Applications applications, UsageDesk ownUsage, @Nullable Community community) {
        this.applications = applications;
        this.ownUsage = ownUsage;
        this.community = community;
    }

    ApplicationList list() {
        List<Application> all = applications.list();
        Map<String, ApplicationUsage> usages = usages(all.stream()
                .filter(application -> !application.away())
                .map(Application::machine)
                .collect(Collectors.toSet()));
        return ApplicationList.newBuilder()
                .setMember(community != null)
                .addAllApplications(all.stream()
                        .map(application -> entry(application, usages.get(application.id())))
                        .toList())
                .build();
    }

    @Override
    public void close() {
        machinesAsked.close();
    }

    private Map<String, ApplicationUsage> usages(Set<String> machines) {
        Collection<UsageReport> reports = machinesAsked
                .ask(machines, machine -> machine.equals(applications.machine()) ? ownUsage.report() : ask(machine))
                .values();
        Map<String, ApplicationUsage> byId = new HashMap<>();
        for (UsageReport report : reports) {
            report.getApplicationsList().forEach(usage -> byId.put(usage.getId(), usage));
        }
        return byId;
    }

    private UsageReport ask(String machine) throws IOException {
        Community members = community;
        if (members == null) {
            return UsageReport.getDefaultInstance();
        }
        try (PeerStream stream = members.open(machine, UsageDesk.KIND)) {
            stream.output().close();
            UsageReport report = stream.messages().read(UsageReport.parser(), UsageDesk.MAX_REPORT_BYTES);
            return report == null ? UsageReport.getDefaultInstance() : report;
        }
    }

    private ApplicationEntry entry(Application application, @Nullable ApplicationUsage usage) {
        ApplicationRecord record = application.record();
        ApplicationEntry.Builder entry = ApplicationEntry.newBuilder()
                .setName(application.name())
                .setId(application.id())
                .setMachine(application.machine())
                .addAllScreens(record.getScreensList())
                .addAllInputs(record.getInputsList())
                .setPid(record.getPid())
                .setRuntime(record.getRuntime())
                .setStartedEpochMillis(record.getStartedEpochMillis());
        Stream.of(List.of(record.getMachine()), record.getScreensList(), record.getInputsList())
                .flatMap(List::stream)
                .distinct()
                .filter(machine -> !applications.isPresent(machine))
                .forEach(entry::addMachinesAway);
        if (usage != null) {
            entry.setCost(ApplicationCost.newBuilder()
                    .setProcessorMillis(usage.getProcessorMillis())
                    .setMemoryBytes(usage.getMemoryBytes())
                    .setWindows(usage.getWindows())
                    .setViewers(usage.getViewers())
                    .setDriver(usage.getDriver()));
        }
        return entry.build();
    }
}
