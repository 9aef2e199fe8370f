package cc.protocol.command;

import java.io.IOException;

/** What was received is not what the protocol allows; says what is wrong and where. The connection is to be closed. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1;

    public ProtocolException(String message) {
        super(message);
    }
}
