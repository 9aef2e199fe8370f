package cc.protocol.link;

/** The version that both ends name first; ends of different versions part with a clear message. */
public final class ProtocolVersion {
    public static final int CURRENT = 1;

    private ProtocolVersion() {}
}
