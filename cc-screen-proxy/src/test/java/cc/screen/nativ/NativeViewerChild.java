package cc.screen.nativ;

import cc.protocol.input.PhysicalKey;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.KeyInput;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** A native viewer as a process of its own, since a process has one desktop. Speaks over its standard streams. */
final class NativeViewerChild {
    private NativeViewerChild() {}

    public static void main(String[] arguments) throws IOException {
        FrameChannel channel =
                new FrameChannel(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        String end = NativeViewer.run(
                channel,
                event -> KeyInput.newBuilder()
                        .setUsage(PhysicalKey.KEY_A.usage())
                        .setKey(String.valueOf(event.getKeyChar())));
        System.err.println("ended: " + end);
        System.exit(0);
    }
}
