package cc.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.Hello;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MessageWriterTest {
    @Test
    void whatWasSaidIsWrittenInOrderBeforeTheEnd() throws Exception {
        PipedInputStream there = new PipedInputStream();
        try (MessageWriter writer = new MessageWriter(
                new FrameChannel(InputStream.nullInputStream(), new PipedOutputStream(there)), "writer")) {
            FrameChannel reader = new FrameChannel(there, OutputStream.nullOutputStream());
            for (int version = 1; version <= 1_000; version++) {
                writer.send(Hello.newBuilder().setProtocolVersion(version).build());
            }
            writer.finish();
            for (int version = 1; version <= 1_000; version++) {
                assertThat(reader.read(Hello.parser(), 100))
                        .extracting(Hello::getProtocolVersion)
                        .isEqualTo(version);
            }
            assertThat(reader.read(Hello.parser(), 100)).isNull();
        }
    }

    @Test
    void whoSpeaksIsNotHeldUpByWhoDoesNotListen() throws Exception {
        PipedInputStream there = new PipedInputStream(16);
        MessageWriter writer = new MessageWriter(
                new FrameChannel(InputStream.nullInputStream(), new PipedOutputStream(there)), "writer");
        for (int version = 1; version <= 1_000; version++) {
            writer.send(Hello.newBuilder().setProtocolVersion(version).build());
        }
        // Nothing was read, and here we are.
        writer.close();
        writer.send(Hello.getDefaultInstance());
    }
}
