package cc.input;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.TextInput;
import cc.protocol.message.WheelInput;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any input of several sources in any order: the program is never told that a key goes up which is not down, and when all
 * sources have left, nothing is held down. Runs its corpus in normal test runs; fuzzes with {@code JAZZER_FUZZ=1}.
 */
class InputFuzzTest {
    private static final int SOURCES = 3;
    private static final int MAX_MESSAGE_BYTES = 255;

    private final Set<Object> keysDown = new HashSet<>();
    private int buttonsDown;

    @FuzzTest(maxDuration = "5m")
    void nothingStaysDownWhateverComes(byte[] bytes) {
        keysDown.clear();
        buttonsDown = 0;
        InputRouter router = new InputRouter(this::asProgram);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.remaining() >= 2) {
            int source = 1 + (in.get() & 0xFF) % (SOURCES + 1);
            byte[] message = new byte[Math.min(in.get() & MAX_MESSAGE_BYTES, in.remaining())];
            in.get(message);
            if (source > SOURCES) {
                router.leave(1 + message.length % SOURCES);
            } else {
                offer(router, source, message);
            }
        }
        for (int source = 1; source <= SOURCES; source++) {
            router.leave(source);
        }
        assertThat(keysDown).isEmpty();
        assertThat(buttonsDown).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingStaysDownAfterRandomInput(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            for (int i = random.nextInt(60); i >= 0; i--) {
                byte[] message = message(random).toByteArray();
                bytes.put((byte) random.nextInt()).put((byte) message.length).put(message);
            }
            nothingStaysDownWhateverComes(Arrays.copyOf(bytes.array(), bytes.position()));
        }
    }

    private static void offer(InputRouter router, int source, byte[] bytes) {
        FromScreen message;
        try {
            message = FromScreen.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            return;
        }
        switch (message.getMessageCase()) {
            case KEY, POINTER, WHEEL, TEXT, RELEASE -> router.input(source, message);
            default -> {
                // Sessions give the router nothing else.
            }
        }
    }

    private void asProgram(FromScreen message) {
        if (message.hasKey()) {
            Object key = HeldInput.identity(message.getKey());
            if (message.getKey().getPressed()) {
                keysDown.add(key);
            } else {
                assertThat(keysDown.remove(key)).as("%s was down", key).isTrue();
            }
        } else if (message.hasPointer()) {
            buttonsDown = message.getPointer().getButtons();
        }
    }

    private static FromScreen message(Random random) {
        FromScreen.Builder message = FromScreen.newBuilder();
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                message.setKey(KeyInput.newBuilder()
                                .setUsage(random.nextBoolean() ? random.nextInt(6) : 0xE0 + random.nextInt(8))
                                .setKey(random.nextBoolean() ? "a" : "Shift")
                                .setPressed(random.nextBoolean())
                                .setRepeat(random.nextInt(4) == 0)
                                .setModifiers(random.nextInt(256)))
                        .build();
            case 2 ->
                message.setPointer(PointerInput.newBuilder()
                                .setWindow(random.nextInt(3))
                                .setX(random.nextInt())
                                .setButtons(random.nextInt(32))
                                .setModifiers(random.nextInt(256)))
                        .build();
            case 3 ->
                message.setText(TextInput.newBuilder().setCommitted("x").setComposing(random.nextBoolean() ? "yz" : ""))
                        .build();
            default ->
                message.setWheel(WheelInput.newBuilder().setDeltaY(random.nextInt()))
                        .build();
        };
    }
}
