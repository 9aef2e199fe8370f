package cc.node.desktop;

import cc.node.viewer.NativeViewerProcess;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.DesktopOrder;
import cc.screen.session.ProgramSession;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a node has windows opened on this machine: on the desktop that joined last by a {@link DesktopAgent}, or else
 * on the one that the node was started on. What is to be there while there is no desktop is opened when one comes. All
 * methods may be called by any thread; only {@link #serve} blocks.
 */
public final class Desktops {
    private static final Logger LOG = LoggerFactory.getLogger(Desktops.class);

    /** What is to be on a desktop. */
    private record Wish(int id, ProgramSession session, Role role, String title) {
        boolean isOver() {
            return session.hasEnded();
        }

        boolean isFulfilled() {
            return session.isOnDesktop(role != Role.INPUT);
        }
    }

    /** The desktop of this process. */
    @FunctionalInterface
    interface OwnDesktop {
        /** @return ends it */
        Runnable start(String program, Role role, String title) throws IOException;
    }

    private final boolean hasOwn;
    private final OwnDesktop own;
    private final List<Wish> wishes = new ArrayList<>();
    private final Deque<DesktopLink> agents = new ArrayDeque<>();
    private int lastId;

    /** The desktop of this process, if it has one, and those that join. */
    public Desktops() {
        this(
                NativeViewerProcess.hasDesktop(),
                (program, role, title) -> NativeViewerProcess.start(program, role, title)::destroy);
    }

    Desktops(boolean hasOwn, OwnDesktop own) {
        this.hasOwn = hasOwn;
        this.own = own;
    }

    /** Whether there is a desktop at the moment. */
    public synchronized boolean isThere() {
        return hasOwn || !agents.isEmpty();
    }

    /** How many desktops have joined and not left. */
    synchronized int joined() {
        return agents.size();
    }

    /**
     * Has a program shown or driven on a desktop until its session ends.
     *
     * @param title what people call it
     * @return ends it before
     */
    public synchronized Runnable open(ProgramSession session, Role role, String title) {
        wishes.removeIf(Wish::isOver);
        DesktopLink newest = agents.peekLast();
        if (newest == null && hasOwn) {
            try {
                return own.start(session.name(), role, title);
            } catch (IOException e) {
                LOG.warn("{} cannot be shown on this desktop: {}", title, e.getMessage());
                return () -> {};
            }
        }
        Wish wish = new Wish(++lastId, session, role, title);
        wishes.add(wish);
        if (newest != null) {
            newest.send(order(wish));
        }
        return () -> end(wish);
    }

    /** Whether it was asked of a desktop that this program be shown, or driven, there. */
    public synchronized boolean isWished(ProgramSession session, boolean pictures) {
        return wishes.stream().anyMatch(wish -> wish.session() == session && pictures == (wish.role() != Role.INPUT));
    }

    /** Uses the desktop at the other end until it leaves. */
    public void serve(FrameChannel channel) throws IOException {
        try (DesktopLink link = new DesktopLink(channel)) {
            synchronized (this) {
                agents.add(link);
                wishes.removeIf(Wish::isOver);
                wishes.stream().filter(wish -> !wish.isFulfilled()).forEach(wish -> link.send(order(wish)));
            }
            try {
                link.awaitEnd();
            } finally {
                synchronized (this) {
                    agents.remove(link);
                }
            }
        }
    }

    private synchronized void end(Wish wish) {
        wishes.remove(wish);
        agents.forEach(agent -> agent.send(
                DesktopOrder.newBuilder().setId(wish.id()).setClose(true).build()));
    }

    private static DesktopOrder order(Wish wish) {
        return DesktopOrder.newBuilder()
                .setId(wish.id())
                .setProgram(wish.session().name())
                .setInputOnly(wish.role() == Role.INPUT)
                .setTitle(wish.title())
                .build();
    }
}
