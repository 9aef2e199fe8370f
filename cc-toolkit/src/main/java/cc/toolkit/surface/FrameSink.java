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
}
