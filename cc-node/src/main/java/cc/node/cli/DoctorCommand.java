package cc.node.cli;

import cc.node.NodeConnection;
import cc.node.community.NodeHome;
import cc.node.doctor.Examination;
import cc.node.doctor.Finding;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.NodeDescription;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc doctor}: what is missing on this machine, and how to get it. */
@Command(
        name = "doctor",
        description = {
            "Tells what is missing on this machine, and how to get it.",
            "Where the node listens, too. A note is about what only some uses need.",
            "Exit code: 1 if something is wrong."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--json", description = "for other programs to read")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Finding> findings = Examination.of(NodeHome.ofThisProcess(), RuntimePaths.ofThisProcess(), askNode());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.array(findings.stream().map(DoctorCommand::json).toList()));
        } else {
            findings.forEach(finding -> out.printf("%-6s %-12s %s%n", word(finding), finding.topic(), finding.text()));
        }
        out.flush();
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.WRONG) ? Cc.EXIT_FAILED : 0;
    }

    private static Examination.NodeWords askNode() {
        try {
            NodeDescription node = NodeClient.describe();
            return new Examination.NodeWords(
                    node,
                    "",
                    node.getMachine().isEmpty() || !node.getMissing().isEmpty() ? List.of() : NodeClient.clocks());
        } catch (NodeConnection.NoNodeException e) {
            return new Examination.NodeWords(null, "", List.of());
        } catch (IOException e) {
            return new Examination.NodeWords(null, String.valueOf(e.getMessage()), List.of());
        }
    }

    private static String word(Finding finding) {
        return switch (finding.verdict()) {
            case OK -> "ok";
            case NOTE -> "note";
            case WRONG -> "WRONG";
        };
    }

    private static String json(Finding finding) {
        return new Json.ObjectText()
                .put("topic", finding.topic())
                .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
                .put("text", finding.text())
                .toString();
    }
}
