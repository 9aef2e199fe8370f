package cc.toolkit.window;

import cc.protocol.message.Frame;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import cc.protocol.message.WindowState;
import cc.toolkit.link.ScreenLink;
import cc.toolkit.surface.FrameRecorder;
import cc.toolkit.surface.FrameSink;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sun.awt.PeerEvent;

/**
 * Says to the screen what changed, no more often than needed and in an order that makes sense: the state of a window
 * follows the frame that defines its surface.
 *
 * <p>A change is only noted; it is sent when the event queue goes idle, or a little later where it does not, but not in
 * the middle of a paint. What is sent then is the newest state, and only if it differs from what was sent last. The lock
 * is taken after the recorder's, never before it.
 */
public final class Output implements FrameSink {
    /** A change waits at most this long for the event queue to go idle. */
    private static final int PATIENCE_MILLIS = 20;

    private final ScreenLink link;
    private final FrameRecorder recorder;
    private final EventPump pump;

    private final Set<CcWindowPeer<?>> changed = new LinkedHashSet<>();
    private final Map<Integer, WindowState> sent = new HashMap<>();
    /** Surfaces that exist here and are in no frame yet. */
    private final Set<Integer> unsentSurfaces = new HashSet<>();
    /** The newest message of each kind that makes up the state besides windows. */
    private final Map<String, ToScreen> standing = new LinkedHashMap<>();

    private boolean connected;
    private boolean scheduled;

    Output(ScreenLink link, FrameRecorder recorder, EventPump pump) {
        this.link = link;
        this.recorder = recorder;
        this.pump = pump;
    }

    /** Notes that a window's state may have changed. From any thread, with any lock but the recorder's. */
    void changed(CcWindowPeer<?> window) {
        synchronized (this) {
            changed.add(window);
        }
        schedule();
    }

    /** Notes a surface that the next frame will define. Call with the recorder's lock held, as that frame needs it. */
    synchronized void surfaceCreated(int surface) {
        unsentSurfaces.add(surface);
    }

    /** Says that a window is gone for good. */
    synchronized void closed(CcWindowPeer<?> window) {
        changed.remove(window);
        standing.remove("cursor " + window.id());
        if (sent.remove(window.id()) != null && connected) {
            link.send(ToScreen.newBuilder()
                    .setWindowClosed(WindowClosed.newBuilder().setWindow(window.id()))
                    .build());
        }
    }

    /** Sends a message that is no state: who connects later never hears of it. */
    public synchronized void say(ToScreen message) {
        if (connected) {
            link.send(message);
        }
    }

    /**
     * Sends a message that holds until another one of the same kind replaces it, unless it is the same.
     *
     * @param kind names the kind; with {@code "cursor "} and the window's number, cursors end with their window
     */
    public synchronized void hold(String kind, ToScreen message) {
        if (!message.equals(standing.put(kind, message)) && connected) {
            link.send(message);
        }
    }

    /** What was held of this kind is not to be told to those who connect later. */
    public synchronized void release(String kind) {
        standing.remove(kind);
    }

    /** Makes everybody hear everything from the beginning. On the pump's thread. */
    void connect(List<CcWindowPeer<?>> windows) {
        // Not under the lock: the recorder's comes first.
        recorder.connect(null);
        synchronized (this) {
            link.begin();
            connected = true;
            sent.clear();
            changed.clear();
            changed.addAll(windows);
            unsentSurfaces.clear();
            for (CcWindowPeer<?> window : windows) {
                unsentSurfaces.add(window.surfaceId());
            }
        }
        recorder.connect(this);
        publish();
        synchronized (this) {
            // After the windows that they belong to.
            standing.values().forEach(link::send);
        }
    }

    void disconnect() {
        recorder.connect(null);
        synchronized (this) {
            connected = false;
        }
    }

    /** A frame of the recorder; called with its lock held. */
    @Override
    public synchronized void send(Frame frame) {
        unsentSurfaces.clear();
        if (connected) {
            link.send(ToScreen.newBuilder().setFrame(frame).build());
            sendStates();
        }
    }

    private void schedule() {
        synchronized (this) {
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
        queue.postEvent(new PeerEvent(this, this::publish, PeerEvent.LOW_PRIORITY_EVENT));
        publishLater();
    }

    private void publishLater() {
        pump.runLater("sending window states", PATIENCE_MILLIS, this::publishIfScheduled);
    }

    private void publishIfScheduled() {
        boolean due;
        synchronized (this) {
            due = scheduled;
        }
        if (!due) {
            return;
        }
        if (recorder.isPaintWorthWaiting()) {
            publishLater();
        } else {
            publish();
        }
    }

    /** Sends drawing that is done and states that changed. */
    public void publish() {
        synchronized (this) {
            scheduled = false;
        }
        recorder.flushNow();
        synchronized (this) {
            sendStates();
        }
    }

    private void sendStates() {
        if (!connected || changed.isEmpty()) {
            return;
        }
        List<CcWindowPeer<?>> waiting = new ArrayList<>();
        for (CcWindowPeer<?> window : changed) {
            int surface = window.surfaceId();
            if (surface == 0) {
                // Not shown yet; when it is, it has changed again.
                continue;
            }
            if (unsentSurfaces.contains(surface)) {
                waiting.add(window);
                continue;
            }
            WindowState state = WindowStates.of(window);
            if (!state.equals(sent.put(window.id(), state))) {
                link.send(ToScreen.newBuilder().setWindow(state).build());
            }
        }
        changed.clear();
        changed.addAll(waiting);
    }
}
