package cc.screen.local;

import cc.protocol.command.ProtocolException;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.Reply;
import cc.protocol.message.ToScreen;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves a program on the channel on which it said hello. */
public final class ProgramConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramConnection.class);

    private ProgramConnection() {}

    /**
     * Takes part in the conversation with one program until it ends; the calling thread becomes that program's reader.
     * Closes the channel.
     *
     * @param greet makes the reply to the program's hello, now that its session is there
     */
    public static void serve(
            ScreenProxy proxy, ProgramHello hello, FrameChannel channel, Function<ProgramSession, Reply> greet) {
        ProgramOutbox outbox = new ProgramOutbox(channel, hello.getName());
        ProgramSession session = proxy.open(hello, outbox);
        try (channel) {
            channel.write(greet.apply(session));
            outbox.start();
            for (ToScreen message = read(channel); message != null; message = read(channel)) {
                session.receive(message);
            }
        } catch (ProtocolException e) {
            session.malformed(outbox, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.debug("Connection to {} lost", session.name(), e);
        } finally {
            outbox.close("the connection ended");
            session.disconnected(outbox);
        }
    }

    private static @Nullable ToScreen read(FrameChannel channel) throws IOException {
        return channel.read(ToScreen.parser(), LinkLimits.MAX_TO_SCREEN_BYTES);
    }
}
