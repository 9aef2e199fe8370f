package cc.node.doctor;

import cc.node.community.MemberCard;
import cc.node.community.NodeHome;
import cc.node.peer.PeerAddress;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.ClockEntry;
import cc.protocol.message.NodeDescription;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at everything that CC needs on this machine. Changes nothing and starts nothing. */
public final class Examination {
    private Examination() {}

    /**
     * What the node that runs has to say.
     *
     * @param node null: none runs
     * @param trouble what came instead of an answer; empty: nothing did
     * @param clocks of other machines; empty where there is no community
     */
    public record NodeWords(@Nullable NodeDescription node, String trouble, List<ClockEntry> clocks) {}

    public static List<Finding> of(NodeHome home, RuntimePaths paths, NodeWords words) {
        List<Finding> findings = new ArrayList<>();
        findings.add(JavaCheck.look());
        findings.add(DesktopCheck.look());
        findings.add(FontCheck.look());
        findings.addAll(MoveCheck.look());
        findings.add(FolderCheck.runtime(paths));
        findings.add(FolderCheck.state(home.directory()));
        findings.add(FolderCheck.disk(home.directory()));
        findings.addAll(node(words));
        findings.addAll(community(home, words));
        return findings;
    }

    private static List<Finding> node(NodeWords words) {
        NodeDescription node = words.node();
        if (!words.trouble().isEmpty()) {
            return List.of(Finding.wrong("node", words.trouble()));
        }
        if (node == null) {
            return List.of(Finding.ok("node", "does not run; starts by itself when a program needs it"));
        }
        String text = "process " + node.getPid() + " on Java " + node.getRuntime();
        String admin = node.getAdminAddress();
        return List.of(
                Finding.ok("node", text),
                admin.isEmpty()
                        ? Finding.note("admin", "the node has no admin port; node.log says why")
                        : Finding.ok("admin", admin + " /metrics /healthz /readyz"));
    }

    private static List<Finding> community(NodeHome home, NodeWords words) {
        if (!home.isMember()) {
            return List.of(
                    Finding.ok("community", "none; 'cc init' founds one, 'cc join' joins one"),
                    PortCheck.look(PeerAddress.DEFAULT_PORT, MemberCard.MOST_PORTS, false));
        }
        List<Finding> findings = new ArrayList<>();
        try {
            MemberCard member = MemberCard.of(home);
            findings.add(CommunityCheck.community(member, words.node()));
            findings.add(CommunityCheck.certificate(member, Instant.now()));
            if (words.node() == null) {
                findings.add(PortCheck.look(member.address().port(), member.ports(), true));
            } else if (words.node().getMissing().isEmpty()) {
                findings.add(CommunityCheck.clock(words.clocks()));
            }
        } catch (IOException e) {
            findings.add(Finding.wrong("community", String.valueOf(e.getMessage())));
        }
        return findings;
    }
}
