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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the applications of the community, with what each machine says at the moment about the cost of its own. */
final class ApplicationCatalog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApplicationCatalog.class);

    /** A machine that does not answer does not hold up the listing for longer. */
    private static final long ANSWER_MILLIS = 2_000;

    private final Applications applications;
    private final UsageDesk ownUsage;
    private final @Nullable Community community;
    private final ExecutorService questions = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cc-usage-question");
        thread.setDaemon(true);
        return thread;
    });

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
        questions.shutdownNow();
    }

    private Map<String, ApplicationUsage> usages(Set<String> machines) {
        List<CompletableFuture<UsageReport>> reports = new ArrayList<>();
        for (String machine : machines) {
            reports.add(
                    machine.equals(applications.machine())
                            ? CompletableFuture.completedFuture(ownUsage.report())
                            : CompletableFuture.supplyAsync(() -> ask(machine), questions));
        }
        Map<String, ApplicationUsage> byId = new HashMap<>();
        try {
            CompletableFuture.allOf(reports.toArray(CompletableFuture[]::new))
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.info("Not every machine says what its programs cost: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (CompletableFuture<UsageReport> report : reports) {
            if (report.isDone() && !report.isCompletedExceptionally()) {
                report.join().getApplicationsList().forEach(usage -> byId.put(usage.getId(), usage));
            }
        }
        return byId;
    }

    private UsageReport ask(String machine) {
        Community members = community;
        if (members == null) {
            return UsageReport.getDefaultInstance();
        }
        try (PeerStream stream = members.open(machine, UsageDesk.KIND)) {
            stream.output().close();
            UsageReport report = stream.messages().read(UsageReport.parser(), UsageDesk.MAX_REPORT_BYTES);
            return report == null ? UsageReport.getDefaultInstance() : report;
        } catch (IOException e) {
            LOG.info("What runs on {} cannot be asked: {}", machine, e.getMessage());
            return UsageReport.getDefaultInstance();
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
                    .setViewers(usage.getViewers()));
        }
        return entry.build();
    }
}
