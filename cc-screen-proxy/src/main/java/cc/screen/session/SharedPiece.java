package cc.screen.session;

import cc.protocol.message.ToScreen;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Messages that several viewers are sent as the same bytes. What a transport makes of them is made once, whoever needs
 * it first. Safe for use by several threads.
 */
public final class SharedPiece {
    private final List<ToScreen> messages;
    private byte @Nullable [] encoded;

    SharedPiece(List<ToScreen> messages) {
        this.messages = List.copyOf(messages);
    }

    public List<ToScreen> messages() {
        return messages;
    }

    /**
     * The messages as bytes, to be read only.
     *
     * @param encoding the same with each call; what it gives depends on nothing that was sent before
     */
    public synchronized byte[] encoded(Function<List<ToScreen>, byte[]> encoding) {
        if (encoded == null) {
            encoded = encoding.apply(messages);
        }
        return encoded;
    }
}
