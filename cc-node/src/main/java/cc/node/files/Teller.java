package cc.node.files;

import cc.protocol.link.FrameChannel;
import cc.protocol.message.OpenFilesQuestion;
import cc.protocol.message.OpenFilesReport;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** An application that tells what it has open. One question at a time. */
final class Teller {
    private static final int MAX_REPORT_BYTES = 16 << 20;
    private static final long PATIENCE_SECONDS = 5;

    private final String name;
    private final FrameChannel channel;
    private final BlockingQueue<OpenFilesReport> answers = new ArrayBlockingQueue<>(1);

    /** @param name what people call it */
    Teller(String name, FrameChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    String name() {
        return name;
    }

    /** Hears answers until the application ends. An answer that nobody waits for any more is dropped. */
    void serve() throws IOException {
        OpenFilesReport report = channel.read(OpenFilesReport.parser(), MAX_REPORT_BYTES);
        while (report != null) {
            var unused = answers.offer(report);
            report = channel.read(OpenFilesReport.parser(), MAX_REPORT_BYTES);
        }
    }

    /** @throws IOException if it does not answer in time */
    synchronized OpenFilesReport ask() throws IOException {
        // What came too late for somebody else.
        answers.clear();
        channel.write(OpenFilesQuestion.getDefaultInstance());
        OpenFilesReport report;
        try {
            report = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (report == null) {
            throw new IOException("it does not answer");
        }
        return report;
    }
}
