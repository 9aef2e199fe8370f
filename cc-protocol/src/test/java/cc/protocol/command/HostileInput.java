package cc.protocol.command;

import cc.protocol.raster.Scene;

/** Applies bytes that may be anything, as a node would, but on small surfaces only. */
final class HostileInput {
    private static final int MAX_PIXELS = 1 << 20;

    /** Ends an input that is allowed but would take long. */
    private static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final CommandDecoder decoder = new CommandDecoder();
    private final Scene scene = new Scene();
    private long pixels;

    /** Returns whether the frame was well-formed; anything but the documented exception comes out. */
    boolean feed(byte[] frame) {
        try {
            decoder.decode(frame, command -> {
                if (command instanceof DrawCommand.DefineSurface define) {
                    pixels += (long) define.width() * define.height();
                    if (pixels > MAX_PIXELS) {
                        throw new TooLarge();
                    }
                }
                scene.apply(command);
            });
            scene.replica().surfaces().forEach(scene::snapshot);
            return true;
        } catch (ProtocolException | TooLarge e) {
            return false;
        }
    }
}
