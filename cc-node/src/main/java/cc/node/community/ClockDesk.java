package cc.node.community;

import cc.node.message.ClockReading;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import java.io.IOException;

/** Tells other machines of the community what this one's clock says, and asks them. */
public final class ClockDesk implements StreamHandler {
    /** Of streams between nodes. */
    public static final String KIND = "clock";

    private static final int MAX_READING_BYTES = 64;

    /** The first question may have to wait until a connection is made. */
    private static final int QUESTIONS = 2;

    /**
     * How far another clock differs.
     *
     * @param millis positive: the other is ahead
     * @param uncertaintyMillis so much more or less: half of the time that question and answer took
     */
    public record Difference(long millis, long uncertaintyMillis) {}

    @Override
    public void serve(PeerStream stream) throws IOException {
        try (FrameChannel channel = stream.messages()) {
            for (int i = 0; i < QUESTIONS && stream.input().read() >= 0; i++) {
                channel.write(ClockReading.newBuilder()
                        .setEpochMillis(System.currentTimeMillis())
                        .build());
            }
        }
    }

    /** Asks the clock at the other end of a stream of this kind, and closes it. */
    public static Difference ask(PeerStream toAsk) throws IOException {
        try (toAsk) {
            FrameChannel answers = toAsk.messages();
            Difference first = ask(toAsk, answers);
            Difference second = ask(toAsk, answers);
            return first.uncertaintyMillis() < second.uncertaintyMillis() ? first : second;
        }
    }

    private static Difference ask(PeerStream stream, FrameChannel answers) throws IOException {
        long before = System.currentTimeMillis();
        stream.output().write(0);
        ClockReading reading = answers.read(ClockReading.parser(), MAX_READING_BYTES);
        if (reading == null) {
            throw new IOException("the other machine does not tell its clock");
        }
        long uncertainty = (System.currentTimeMillis() - before) / 2;
        return new Difference(reading.getEpochMillis() - before - uncertainty, uncertainty);
    }
}
