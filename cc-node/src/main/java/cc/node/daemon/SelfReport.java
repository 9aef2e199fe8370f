package cc.node.daemon;

import cc.node.admin.AdminServer;
import cc.node.community.ClockDesk;
import cc.node.community.Community;
import cc.protocol.message.ClockEntry;
import cc.protocol.message.ClockList;
import cc.protocol.message.MachineEntry;
import cc.protocol.message.NodeDescription;
import cc.screen.web.WebServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a node is, for people who look after it. */
final class SelfReport {
    private final WebServer web;
    private final @Nullable AdminServer admin;
    private final @Nullable Community community;
    private final boolean service;
    private final long sinceEpochMillis = System.currentTimeMillis();

    SelfReport(WebServer web, @Nullable AdminServer admin, @Nullable Community community, boolean service) {
        this.web = web;
        this.admin = admin;
        this.community = community;
        this.service = service;
    }

    NodeDescription describe() {
        NodeDescription.Builder description = NodeDescription.newBuilder()
                .setPid(ProcessHandle.current().pid())
                .setRuntime(System.getProperty("java.runtime.version"))
                .setSinceEpochMillis(sinceEpochMillis)
                .setService(service)
                .setWebPort(web.port());
        if (admin != null) {
            description.setAdminAddress(admin.address());
        }
        if (community != null) {
            description
                    .setMachine(community.name().text())
                    .setMissing(community.missing().orElse(""))
                    .setMembers(community.members().size())
                    .setCertificateEndEpochMillis(community.certificateEnd().toEpochMilli());
        }
        return description.build();
    }

    /** Asks the other machines that are present. */
    static ClockList compareClocks(Community ofThisMachine) throws IOException {
        List<String> others = ofThisMachine.machines().stream()
                .filter(machine -> machine.hasStatus() && !machine.getHere())
                .map(MachineEntry::getName)
                .toList();
        Map<String, ClockDesk.Difference> answers;
        try (Survey survey = new Survey("cc-clock-question")) {
            answers = survey.ask(others, machine -> ClockDesk.ask(ofThisMachine.open(machine, ClockDesk.KIND)));
        }
        ClockList.Builder list = ClockList.newBuilder();
        for (String machine : others) {
            ClockEntry.Builder entry = ClockEntry.newBuilder().setMachine(machine);
            ClockDesk.Difference difference = answers.get(machine);
            if (difference == null) {
                entry.setSilent(true);
            } else {
                entry.setDifferenceMillis(difference.millis()).setUncertaintyMillis(difference.uncertaintyMillis());
            }
            list.addClocks(entry);
        }
        return list.build();
    }
}
