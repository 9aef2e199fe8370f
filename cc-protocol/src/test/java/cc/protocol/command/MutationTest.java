package cc.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutationTest {
    private static final int INPUTS = 6_000;

    @Test
    void damagedFramesAreDrawnOrRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<byte[]>> originals = new ArrayList<>(GoldenCases.all().values());
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            HostileInput input = new HostileInput();
            List<byte[]> frames = originals.get(random.nextInt(originals.size()));
            int damaged = random.nextInt(frames.size());
            for (int frame = 0; frame <= damaged; frame++) {
                byte[] bytes = frame < damaged ? frames.get(frame) : damage(frames.get(frame), random);
                try {
                    if (!input.feed(bytes)) {
                        refused++;
                        break;
                    }
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", input " + i, e);
                }
            }
        }
        assertThat(refused).as("refused, seed %d", seed).isBetween(INPUTS / 10, INPUTS - 1);
    }

    @Test
    void everyTruncationIsRefusedOrEndsBetweenCommands() {
        for (List<byte[]> frames : GoldenCases.all().values()) {
            byte[] whole = frames.get(frames.size() - 1);
            for (int length = 0; length < whole.length; length += 1 + length / 40) {
                HostileInput input = new HostileInput();
                frames.subList(0, frames.size() - 1).forEach(input::feed);
                input.feed(Arrays.copyOf(whole, length));
            }
        }
    }

    private static byte[] damage(byte[] original, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int hits = 1 + random.nextInt(4);
        int from = 0;
        for (int i = 0; i < hits; i++) {
            // Early bytes are commands more often than late ones, which are payload.
            int at = from + (int) ((original.length - from) * Math.pow(random.nextDouble(), 2));
            out.write(original, from, at - from);
            from = at;
            switch (random.nextInt(6)) {
                case 0 -> from = Math.min(original.length, from + 1 + random.nextInt(4));
                case 1 -> out.write(random.nextInt(256));
                case 2 -> {
                    int start = random.nextInt(original.length);
                    out.write(original, start, Math.min(random.nextInt(40), original.length - start));
                }
                case 3 -> {
                    for (int n = random.nextInt(5); n >= 0; n--) {
                        out.write(0xff);
                    }
                }
                default -> {
                    if (from < original.length) {
                        out.write(original[from++] ^ 1 << random.nextInt(8));
                    }
                }
            }
        }
        if (random.nextInt(8) > 0) {
            out.write(original, from, original.length - from);
        }
        return out.toByteArray();
    }
}
