package cc.node.cli;

import cc.node.community.ExternalServers;
import cc.node.community.Membership;
import cc.node.community.NodeHome;
import cc.node.peer.PeerAddress;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc init}: founds a community with this machine as its first. */
@Command(
        name = "init",
        description = {"Founds a Computing Community with this machine as its first.", "Others join it with a token."},
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Mixin
    private final MemberOptions member = new MemberOptions();

    @Option(
            names = "--registry",
            paramLabel = "HOST:PORT[,..]",
            description = "a ZooKeeper ensemble that keeps the registry; default: the community's own machines do")
    private @Nullable String registry;

    @Option(
            names = "--registry-trust",
            paramLabel = "FILE",
            description = "who certified that ensemble's servers (PEM); needed unless they are on this machine")
    private @Nullable Path registryTrust;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        NodeName name = member.name();
        PeerAddress address = member.address();
        NodeHome home = NodeHome.ofThisProcess();
        try (Progress progress = Progress.ofThisProcess()) {
            progress.at("making the community's certificate authority");
            Membership.found(home, name, address, external());
            start(home, progress);
        }
        spec.commandLine()
                .getOut()
                .println("This machine is " + name + " at " + address
                        + ", the first of its community. 'cc token' lets another one join.");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static void start(NodeHome home, Progress progress) throws IOException {
        try {
            NodeLauncher.restartAsMember(progress);
        } catch (IOException e) {
            // Nobody else belongs to it yet.
            NodeLauncher.stop();
            home.clear();
            throw e;
        }
    }

    private Optional<ExternalServers> external() throws IOException {
        if (registry == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ExternalServers(registry, registryTrust == null ? new byte[0] : Files.readAllBytes(registryTrust)));
    }
}
