package cc.node.desktop;

import cc.node.NodeConnection;
import cc.node.viewer.NativeViewerProcess;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.DesktopHello;
import cc.protocol.message.DesktopOrder;
import cc.protocol.message.Hello;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives this process's desktop to a node that has none: the node of a machine runs without a person's session, and
 * often as another user. Windows are processes of their own, as everywhere; this one starts them when the node says so.
 */
public final class DesktopAgent {
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String nodeUser;
    private final PrintStream told;
    private final Map<Integer, Process> open = new HashMap<>();

    /**
     * @param nodeUser whose node; empty: this user's
     * @param told hears what happens, for people
     */
    public DesktopAgent(String nodeUser, PrintStream told) {
        this.nodeUser = nodeUser;
        this.told = told;
    }

    /**
     * Serves the node, and its successors when it is started anew, for as long as this process runs.
     *
     * @throws IOException if there is no desktop here, or no node that takes it at the beginning
     */
    public void run() throws IOException {
        if (!NativeViewerProcess.hasDesktop()) {
            throw new IOException("there is no desktop here: DISPLAY is not set");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "cc-desktop-end"));
        NodeConnection.Greeted node = greet();
        while (true) {
            told.println("cc: this desktop shows programs of " + whose());
            try (NodeConnection.Greeted current = node) {
                carryOut(current.channel());
            } catch (IOException e) {
                told.println("cc: " + e.getMessage());
            }
            told.println("cc: " + whose() + " is gone; waiting for it");
            node = awaitNode();
        }
    }

    private NodeConnection.Greeted awaitNode() {
        while (true) {
            LockSupport.parkNanos(RETRY_NANOS);
            try {
                return greet();
            } catch (IOException e) {
                // It is not back yet.
            }
        }
    }

    private NodeConnection.Greeted greet() throws IOException {
        Hello.Builder hello = Hello.newBuilder().setDesktop(DesktopHello.getDefaultInstance());
        return NodeConnection.greet(nodeUser, hello);
    }

    private void carryOut(FrameChannel channel) throws IOException {
        while (true) {
            DesktopOrder order = channel.read(DesktopOrder.parser(), LinkLimits.MAX_HELLO_BYTES);
            if (order == null) {
                return;
            }
            carryOut(order);
        }
    }

    private synchronized void carryOut(DesktopOrder order) throws IOException {
        open.values().removeIf(process -> !process.isAlive());
        if (order.getClose()) {
            Process process = open.remove(order.getId());
            if (process != null) {
                process.destroy();
            }
        } else {
            Role role = order.getInputOnly() ? Role.INPUT : Role.CONTROL;
            open.put(order.getId(), NativeViewerProcess.start(order.getProgram(), role, order.getTitle(), nodeUser));
        }
    }

    private synchronized void endAll() {
        open.values().forEach(Process::destroy);
    }

    private String whose() {
        return nodeUser.isEmpty() ? "this user's node" : "the node of " + nodeUser;
    }
}
