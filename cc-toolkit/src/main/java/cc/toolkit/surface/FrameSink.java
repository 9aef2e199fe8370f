package cc.toolkit.surface;

import cc.protocol.message.Frame;

/** Where frames go: one connection to those who show the program. A new connection is a new sink. */
public interface FrameSink {
    /**
     * Takes a frame. Called with the recorder's lock held, by the thread that flushed (mostly the event thread), so it
     * must not block and must not call the recorder; it queues the frame. The recorder keeps the queue short: it sends
     * no more than {@link FrameRecorder#MAX_FRAMES_IN_FLIGHT} frames ahead of their acknowledgement.
     */
    void send(Frame frame);

    /**
     * No more frames will come, because of an error in the recorder; the program goes on. Called like {@link #send}.
     * After {@link FrameRecorder#connect} with a new sink, to a receiver that knows nothing yet, all is sent as pixels.
     */
    default void failed(RuntimeException cause) {}
}
