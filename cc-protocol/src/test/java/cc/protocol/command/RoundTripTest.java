package cc.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.raster.Replica;
import cc.protocol.raster.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private final Replica sent = new Replica();
    private final Replica received = new Replica();
    private final CommandEncoder encoder = new CommandEncoder();
    private final CommandDecoder decoder = new CommandDecoder();

    @Test
    void randomDrawingArrivesExactly() throws Exception {
        for (int round = 0; round < 15; round++) {
            long seed = System.nanoTime();
            RandomCommands commands = new RandomCommands(new Random(seed), 90);
            RoundTripTest pair = new RoundTripTest();
            for (int frame = 0; frame < 20; frame++) {
                pair.send(commands.next(40));
                pair.compare("seed " + seed + " frame " + frame);
            }
        }
    }

    @Test
    void storesAreEvictedInStep() throws Exception {
        Random random = new Random(1);
        send(List.of(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 600, 600)));
        List<Mask> masks = new ArrayList<>();
        List<PixelImage> images = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] coverage = new byte[500 * (400 + random.nextInt(100))];
            random.nextBytes(coverage);
            masks.add(new Mask(Mask.Kind.GRAY, 500, coverage.length / 500, coverage));
        }
        for (int i = 0; i < 30; i++) {
            int[] pixels = new int[500 * (480 + random.nextInt(20))];
            for (int j = 0; j < pixels.length; j++) {
                pixels[j] = i << 8 | j & 0xff;
            }
            images.add(new PixelImage(PixelFormat.RGB, 500, pixels.length / 500, pixels));
        }
        for (int i = 0; i < 60; i++) {
            Mask mask = masks.get(random.nextInt(masks.size()));
            PixelImage image = images.get(random.nextInt(images.size()));
            send(List.of(
                    new DrawCommand.GlyphRun(
                            1, 0, 0, 600, 600, i, null, new Mask[] {mask}, new int[] {i}, new int[] {-i}),
                    new DrawCommand.FillMask(1, 50, 60, 80, 90, mask, 10, 20, -i, Rule.SRC_OVER),
                    new DrawCommand.DrawImage(1, i, i, 400, 300, image, 7, 9, Rule.SRC, 255)));
        }
        compare("after evictions");
    }

    @Test
    void moreSmallMasksThanSlotsAreCycled() throws Exception {
        send(List.of(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 100, 100)));
        for (int round = 0; round < 2; round++) {
            Mask[] glyphs = new Mask[9_000];
            int[] xs = new int[glyphs.length];
            int[] ys = new int[glyphs.length];
            for (int i = 0; i < glyphs.length; i++) {
                glyphs[i] = new Mask(Mask.Kind.GRAY, 2, 1, new byte[] {(byte) i, (byte) (i >> 8)});
                xs[i] = i % 99;
                ys[i] = i / 99;
            }
            send(List.of(new DrawCommand.GlyphRun(1, 0, 0, 100, 100, round * 999, null, glyphs, xs, ys)));
        }
        compare("after cycling");
    }

    @Test
    void largeImagesPixelsAndMasksGoInBands() throws Exception {
        int side = 1_500;
        int[] pixels = new int[side * side];
        byte[] coverage = new byte[side * 600];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff000000 | i * 31;
        }
        new Random(2).nextBytes(coverage);
        send(List.of(
                new DrawCommand.DefineSurface(1, PixelFormat.RGB, side, side),
                new DrawCommand.SetPixels(1, 0, 0, side, side, pixels),
                new DrawCommand.DrawImage(
                        1,
                        3,
                        5,
                        1000,
                        1100,
                        new PixelImage(PixelFormat.RGB, side, side, pixels),
                        400,
                        371,
                        Rule.SRC_OVER,
                        99),
                new DrawCommand.FillMask(
                        1,
                        3,
                        5,
                        1000,
                        500,
                        new Mask(Mask.Kind.GRAY, side, 600, coverage),
                        400,
                        71,
                        0xff123456,
                        Rule.SRC_OVER)));
        compare("bands");
    }

    @Test
    void whoJoinsIsSentWhatTheOthersAreSentFromThereOn() throws Exception {
        long seed = System.nanoTime();
        RandomCommands commands = new RandomCommands(new Random(seed), 90);
        Scene scene = new Scene();
        CommandEncoder old = new CommandEncoder();
        CommandDecoder joiner = new CommandDecoder();
        Replica joined = new Replica();
        RandomCommands elsewhere = new RandomCommands(new Random(~seed), 60);
        joiner.decode(old.encode(elsewhere.next(200)), joined::apply);
        for (int frame = 0; frame < 10; frame++) {
            List<DrawCommand> drawn = commands.next(40);
            drawn.forEach(scene::apply);
            send(drawn);
        }
        List<DrawCommand> last = commands.next(40);
        last.forEach(scene::apply);
        last.forEach(sent::apply);
        decoder.decode(encoder.encodeAndForget(last), received::apply);
        CommandEncoder shared = new CommandEncoder();
        shared.beginAnew();
        List<DrawCommand> all = new ArrayList<>();
        for (int surface : sent.surfaces()) {
            all.add(new DrawCommand.DefineSurface(
                    surface, sent.format(surface), sent.width(surface), sent.height(surface)));
            all.addAll(scene.snapshot(surface));
        }
        joiner.decode(shared.encodeAndForget(all), joined::apply);
        for (int frame = 0; frame < 10; frame++) {
            List<DrawCommand> drawn = commands.next(40);
            drawn.forEach(sent::apply);
            byte[] bytes = shared.encode(drawn);
            decoder.decode(bytes, received::apply);
            joiner.decode(bytes, joined::apply);
        }
        compare("seed " + seed);
        for (int surface : sent.surfaces()) {
            assertThat(joined.crc32(surface)).as("seed %d", seed).isEqualTo(sent.crc32(surface));
        }
        assertThat(joined.surfaces()).isEqualTo(sent.surfaces());
    }

    @Test
    void aKeystrokeTakesFewBytes() {
        Mask glyph = new Mask(Mask.Kind.GRAY, 6, 9, new byte[54]);
        encoder.encode(List.of(
                new DrawCommand.DefineSurface(1, PixelFormat.RGB, 800, 600),
                new DrawCommand.Fill(1, 0, 0, 800, 600, 0xffffffff),
                new DrawCommand.Fill(1, 100, 200, 1, 15, 0xff000000),
                run(glyph, 100, 203)));
        byte[] key = encoder.encode(List.of(
                new DrawCommand.Fill(1, 100, 200, 8, 15, 0xffffffff),
                run(glyph, 107, 203),
                new DrawCommand.Fill(1, 108, 200, 1, 15, 0xff000000)));
        assertThat(key.length).isLessThanOrEqualTo(25);
    }

    @Test
    void surfacesThatTheReceiverHasAreKnown() {
        assertThat(encoder.knows(3, PixelFormat.RGB, 10, 20)).isFalse();
        encoder.encode(List.of(new DrawCommand.DefineSurface(3, PixelFormat.RGB, 10, 20)));
        assertThat(encoder.knows(3, PixelFormat.RGB, 10, 20)).isTrue();
        assertThat(encoder.knows(3, PixelFormat.RGB, 10, 21)).isFalse();
        encoder.encode(List.of(new DrawCommand.DropSurface(3)));
        assertThat(encoder.knows(3, PixelFormat.RGB, 10, 20)).isFalse();
    }

    @Test
    void whatDoesNotFitIsNotEncoded() {
        assertThatThrownBy(() -> encoder.encode(List.of(new DrawCommand.Fill(1, 0, 0, 1, 1, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no surface 1");
        encoder.encode(List.of(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 10, 20)));
        assertThatThrownBy(() -> encoder.encode(List.of(new DrawCommand.CopyArea(1, 0, 0, 5, 5, 6, 0))))
                .hasMessageContaining("not within");
    }

    private static DrawCommand run(Mask glyph, int x, int y) {
        return new DrawCommand.GlyphRun(
                1, 0, 0, 800, 600, 0xff000000, null, new Mask[] {glyph}, new int[] {x}, new int[] {y});
    }

    private void send(List<DrawCommand> commands) throws ProtocolException {
        commands.forEach(sent::apply);
        decoder.decode(encoder.encode(commands), received::apply);
    }

    private void compare(String what) {
        assertThat(received.surfaces()).isEqualTo(sent.surfaces());
        for (int surface : sent.surfaces()) {
            assertThat(received.crc32(surface))
                    .as("%s, surface %d", what, surface)
                    .isEqualTo(sent.crc32(surface));
        }
    }
}
