package cc.node.route;

import cc.node.chore.ChoreThread;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Ping;
import cc.screen.session.ProgramLink;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way to a program on another machine, where somebody notices soon that nothing comes back: after input, the
 * program's node is asked for an answer. A connection is given up much later, since short breaks of the network are
 * outlived; until then, whoever typed would not know that it goes nowhere. While nobody types, nothing is asked.
 *
 * <p>May be used by any thread. Who listens is told by one thread, without locks of this being held that senders need.
 */
final class AnswerWatch implements ProgramLink {
    private static final Duration LOOK_PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Is told whether the program's node answers, when that changes. */
    @FunctionalInterface
    interface Listener {
        void answers(boolean now);
    }

    private final ProgramLink link;
    private final ChoreThread chores;
    private final Listener listener;
    private final Object telling = new Object();

    // Guarded by this.
    private boolean inputSinceAsked;
    private boolean looking;
    private @Nullable Long askedNanos;
    private boolean silent;

    // Guarded by telling.
    private boolean ended;

    AnswerWatch(ProgramLink link, ChoreThread chores, Listener listener) {
        this.link = link;
        this.chores = chores;
        this.listener = listener;
    }

    @Override
    public void send(FromScreen message) {
        link.send(message);
        if (isInput(message)) {
            synchronized (this) {
                inputSinceAsked = true;
                if (!looking) {
                    looking = true;
                    chores.after(LOOK_PAUSE, this::look);
                }
            }
        }
    }

    /** Something came from the program's node. */
    synchronized void heard() {
        askedNanos = null;
        if (silent) {
            silent = false;
            chores.run(this::tell);
        }
    }

    @Override
    public void close(String reason) {
        link.close(reason);
    }

    /** Tells nothing from here on. */
    void end() {
        synchronized (telling) {
            ended = true;
        }
    }

    // ------------------------------------------------------------ the chores' thread

    private void look() {
        boolean ask;
        boolean fellSilent;
        synchronized (this) {
            long now = System.nanoTime();
            ask = askedNanos == null && inputSinceAsked;
            if (ask) {
                inputSinceAsked = false;
                askedNanos = now;
            }
            fellSilent = !silent && askedNanos != null && now - askedNanos > PATIENCE.toNanos();
            silent |= fellSilent;
            looking = askedNanos != null && !silent;
            if (looking) {
                chores.after(LOOK_PAUSE, this::look);
            }
        }
        if (ask) {
            link.send(FromScreen.newBuilder().setPing(Ping.getDefaultInstance()).build());
        }
        if (fellSilent) {
            tell();
        }
    }

    private void tell() {
        synchronized (telling) {
            if (!ended) {
                boolean answers;
                synchronized (this) {
                    answers = !silent;
                }
                listener.answers(answers);
            }
        }
    }

    private static boolean isInput(FromScreen message) {
        return switch (message.getMessageCase()) {
            case KEY, POINTER, WHEEL, TEXT, WINDOW, CLIPBOARD -> true;
            default -> false;
        };
    }
}
