package cc.protocol.link;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Hello;
import cc.protocol.message.ToScreen;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Any bytes from a connection. Runs its corpus in normal test runs; fuzzes with {@code JAZZER_FUZZ=1}. */
class MessageFuzzTest {
    private static final List<Parser<? extends MessageLite>> PARSERS =
            List.of(Hello.parser(), ToScreen.parser(), FromScreen.parser());

    @FuzzTest(maxDuration = "5m")
    void anyBytesAreMessagesOrRefused(byte[] bytes) throws IOException {
        for (Parser<? extends MessageLite> parser : PARSERS) {
            try (FrameChannel channel =
                    new FrameChannel(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream())) {
                MessageLite message;
                do {
                    message = channel.read(parser, 1 << 16);
                } while (message != null);
            } catch (ProtocolException | EOFException e) {
                // Refused.
            }
        }
    }
}
