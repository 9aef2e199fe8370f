package cc.node.cli;

import cc.node.NodeConnection;
import cc.node.community.NodeHome;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.ApplicationList;
import cc.protocol.message.ChangeRoutes;
import cc.protocol.message.ClockEntry;
import cc.protocol.message.Command;
import cc.protocol.message.CompareClocks;
import cc.protocol.message.DescribeNode;
import cc.protocol.message.Hello;
import cc.protocol.message.JoinInvitation;
import cc.protocol.message.LeaveCommunity;
import cc.protocol.message.ListApplications;
import cc.protocol.message.ListMachines;
import cc.protocol.message.ListOpenFiles;
import cc.protocol.message.ListPrograms;
import cc.protocol.message.MachineChange;
import cc.protocol.message.MachineEntry;
import cc.protocol.message.MakeJoinToken;
import cc.protocol.message.MakeViewerAddress;
import cc.protocol.message.NodeDescription;
import cc.protocol.message.OpenFilesReport;
import cc.protocol.message.ProgramEntry;
import cc.protocol.message.Reply;
import cc.protocol.message.Routes;
import cc.protocol.message.StopNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks this machine's node; one connection a question. */
final class NodeClient {
    private static final long POLL_NANOS = 50_000_000;
    private static final long COMMUNITY_NANOS = 30_000_000_000L;

    private static final Command.Builder LIST_MACHINES =
            Command.newBuilder().setMachines(ListMachines.getDefaultInstance());

    private NodeClient() {}

    /** What shows windows on this machine. */
    static List<ProgramEntry> programs() throws IOException {
        return askRunning(Command.newBuilder().setList(ListPrograms.getDefaultInstance()))
                .getPrograms()
                .getProgramsList();
    }

    /** @throws NodeConnection.NoNodeException if nothing runs here, and the machine belongs to no community */
    static ApplicationList applications() throws IOException {
        return ask(Command.newBuilder().setApplications(ListApplications.getDefaultInstance()))
                .getApplications();
    }

    /** @param program its name; empty: the only one there is */
    static String viewerAddress(String program, boolean control) throws IOException {
        return ask(Command.newBuilder()
                        .setView(MakeViewerAddress.newBuilder()
                                .setProgram(program)
                                .setControl(control)))
                .getAddress()
                .getUri();
    }

    /** What a program has open. */
    static OpenFilesReport openFiles(String application) throws IOException {
        return ask(Command.newBuilder().setOpenFiles(ListOpenFiles.newBuilder().setApplication(application)))
                .getOpenFiles();
    }

    static void stop() throws IOException {
        askRunning(Command.newBuilder().setStop(StopNode.getDefaultInstance()));
    }

    /** Ends a node that a service manager starts anew then. */
    static void stopForAnew() throws IOException {
        askRunning(Command.newBuilder().setStop(StopNode.newBuilder().setStartAnew(true)));
    }

    static JoinInvitation invite() throws IOException {
        return askMember(Command.newBuilder().setJoinToken(MakeJoinToken.getDefaultInstance()))
                .getInvitation();
    }

    static List<MachineEntry> machines() throws IOException {
        return askMember(LIST_MACHINES).getMachines().getMachinesList();
    }

    static Routes changeRoutes(ChangeRoutes.Builder change) throws IOException {
        return askMember(Command.newBuilder().setRoutes(change)).getRoutes();
    }

    /**
     * Shows the application on these machines, and lets those drive it, and no others.
     *
     * @param screens none: stays as it is
     * @param inputs none: stays as it is
     */
    static Routes route(String application, List<String> screens, List<String> inputs) throws IOException {
        return changeRoutes(ChangeRoutes.newBuilder()
                .setApplication(application)
                .setScreens(only(screens))
                .setInputs(only(inputs)));
    }

    /** These machines and no others; none: stays as it is. */
    static MachineChange.Builder only(List<String> machines) {
        return MachineChange.newBuilder().setReplace(!machines.isEmpty()).addAllAdd(machines);
    }

    /** How this machine's node is; it is not started for that. */
    static NodeDescription describe() throws IOException {
        return askRunning(Command.newBuilder().setDescribe(DescribeNode.getDefaultInstance()))
                .getDescription();
    }

    /** How far the clocks of the other machines of the community differ. */
    static List<ClockEntry> clocks() throws IOException {
        return askRunning(Command.newBuilder().setCompareClocks(CompareClocks.getDefaultInstance()))
                .getClocks()
                .getClocksList();
    }

    /** @param machine empty: this one */
    static void leave(String machine) throws IOException {
        askMember(Command.newBuilder().setLeave(LeaveCommunity.newBuilder().setMachine(machine)));
    }

    /**
     * Waits until this machine's node is in touch with its community.
     *
     * @throws IOException with what the node says is missing if that takes too long
     */
    static void awaitCommunity() throws IOException {
        long deadline = System.nanoTime() + COMMUNITY_NANOS;
        String lastWords = "";
        while (System.nanoTime() < deadline) {
            try {
                if (askRunning(LIST_MACHINES).getMachines().getMachinesList().stream()
                        .anyMatch(machine -> machine.getHere() && machine.hasStatus())) {
                    return;
                }
            } catch (IOException e) {
                lastWords = ": " + e.getMessage();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new IOException("this machine's node does not get in touch with its community" + lastWords
                + "; its log is " + RuntimePaths.ofThisProcess().nodeLog());
    }

    /**
     * Waits until the process with this id is known to the node.
     *
     * @return its name there, or null if it ended before
     */
    static @Nullable String awaitProgram(long pid, BooleanSupplier alive) throws IOException {
        while (alive.getAsBoolean()) {
            try {
                for (ProgramEntry program : programs()) {
                    if (program.getPid() == pid) {
                        return program.getName();
                    }
                }
            } catch (NodeConnection.NoNodeException e) {
                // The program starts it.
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return null;
    }

    /**
     * Greets this machine's node. That of a member is to run: it is started if, for example, the machine was started
     * anew.
     *
     * @throws NodeConnection.NoNodeException if none runs, and the machine belongs to no community
     */
    static NodeConnection.Greeted greet(Hello.Builder hello) throws IOException {
        try {
            return NodeConnection.greet(hello);
        } catch (NodeConnection.NoNodeException e) {
            if (!NodeHome.ofThisProcess().isMember()) {
                throw e;
            }
            NodeLauncher.startAsMember();
            return NodeConnection.greet(hello);
        }
    }

    private static Reply askMember(Command.Builder command) throws IOException {
        try {
            return ask(command);
        } catch (NodeConnection.NoNodeException e) {
            throw new IOException("this machine belongs to no community: 'cc init' founds one, 'cc join' joins one", e);
        }
    }

    private static Reply ask(Command.Builder command) throws IOException {
        try (NodeConnection.Greeted node = greet(Hello.newBuilder().setCommand(command))) {
            return node.reply();
        }
    }

    private static Reply askRunning(Command.Builder command) throws IOException {
        try (NodeConnection.Greeted node =
                NodeConnection.greet(Hello.newBuilder().setCommand(command))) {
            return node.reply();
        }
    }
}
