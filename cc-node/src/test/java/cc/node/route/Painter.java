package cc.node.route;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.CopyArea;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.Fill;
import cc.protocol.command.DrawCommand.SetPixels;
import cc.protocol.command.PixelFormat;
import cc.protocol.message.Frame;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import cc.protocol.message.WindowState;
import cc.protocol.raster.Replica;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A program with one window, on which it paints at random. */
final class Painter {
    static final int SURFACE = 1;
    private static final int SIDE = 400;

    private final Random random;
    private final Replica truth = new Replica();
    private final CommandEncoder encoder = new CommandEncoder();
    private int sequence;

    Painter(Random random) {
        this.random = random;
    }

    int crc32() {
        return truth.crc32(SURFACE);
    }

    static ToScreen window() {
        return ToScreen.newBuilder()
                .setWindow(WindowState.newBuilder()
                        .setWindow(1)
                        .setSurface(SURFACE)
                        .setWidth(SIDE)
                        .setHeight(SIDE)
                        .setScale(1)
                        .setVisible(true))
                .build();
    }

    static ToScreen windowClosed() {
        return ToScreen.newBuilder()
                .setWindowClosed(WindowClosed.newBuilder().setWindow(1))
                .build();
    }

    ToScreen frame() {
        List<DrawCommand> commands = new ArrayList<>();
        if (!truth.has(SURFACE)) {
            commands.add(new DefineSurface(SURFACE, PixelFormat.RGB, SIDE, SIDE));
        }
        for (int i = 0; i < 8; i++) {
            commands.add(command());
        }
        commands.forEach(truth::apply);
        return ToScreen.newBuilder()
                .setFrame(Frame.newBuilder()
                        .setSequence(++sequence)
                        .setCommands(ByteString.copyFrom(encoder.encode(commands))))
                .build();
    }

    private DrawCommand command() {
        int w = 1 + random.nextInt(SIDE / 4);
        int h = 1 + random.nextInt(SIDE / 4);
        int x = random.nextInt(SIDE - w);
        int y = random.nextInt(SIDE - h);
        return switch (random.nextInt(3)) {
            case 0 -> new Fill(SURFACE, x, y, w, h, random.nextInt() | 0xFF000000);
            case 1 -> new CopyArea(SURFACE, x, y, w, h, random.nextInt(SIDE - w) - x, random.nextInt(SIDE - h) - y);
            default ->
                new SetPixels(
                        SURFACE,
                        x,
                        y,
                        w,
                        h,
                        random.ints((long) w * h)
                                .map(pixel -> pixel | 0xFF000000)
                                .toArray());
        };
    }
}
