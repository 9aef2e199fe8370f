package cc.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.TextInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputRouterTest {
    private static final int A = 4;
    private static final int SHIFT = 0xE1;

    private final List<FromScreen> program = new ArrayList<>();
    private final InputRouter router = new InputRouter(program::add);

    @Test
    void keysOfOneSourcePassAsTheyAre() {
        router.input(1, key(A, true, 0));
        router.input(1, key(A, false, 0));
        assertThat(program).containsExactly(key(A, true, 0), key(A, false, 0));
        assertThat(router.lastTypist()).isEqualTo(1);
    }

    @Test
    void whatASourceHoldsIsReleasedWhenItLeaves() {
        router.input(1, pointer(5, 6, 1));
        router.input(1, key(SHIFT, true, 1));
        router.input(1, key(A, true, 1));
        program.clear();
        router.leave(1);
        assertThat(program.get(0).getKey().getUsage()).isEqualTo(A);
        assertThat(program.get(0).getKey().getPressed()).isFalse();
        assertThat(program.get(1).getKey().getUsage()).isEqualTo(SHIFT);
        assertThat(program.get(2).getPointer()).isEqualTo(pointer(5, 6, 0).getPointer());
        assertThat(program.get(3).hasRelease()).isTrue();
        assertThat(router.lastTypist()).isEqualTo(InputRouter.NOBODY);
    }

    @Test
    void aKeyThatTwoHoldGoesUpWithTheSecond() {
        router.input(1, key(A, true, 0));
        router.input(2, key(A, true, 0));
        assertThat(program.get(1).getKey().getRepeat()).isTrue();
        router.input(1, key(A, false, 0));
        assertThat(program).hasSize(2);
        router.input(2, key(A, false, 0));
        assertThat(program.get(2).getKey().getPressed()).isFalse();
    }

    @Test
    void buttonsOfSeveralSourcesAreDownTogether() {
        router.input(1, pointer(1, 1, 1));
        router.input(2, pointer(2, 2, 2));
        assertThat(program.get(1).getPointer().getButtons()).isEqualTo(3);
        router.leave(1);
        assertThat(program.get(2).getPointer().getButtons()).isEqualTo(2);
    }

    @Test
    void aModifierThatIsNoLongerReportedIsReleased() {
        router.input(1, key(SHIFT, true, Modifier.MODIFIER_SHIFT_VALUE));
        router.input(1, pointer(1, 1, 0));
        assertThat(program.get(1).getKey().getUsage()).isEqualTo(SHIFT);
        assertThat(program.get(1).getKey().getPressed()).isFalse();
        assertThat(program.get(2).hasPointer()).isTrue();
    }

    @Test
    void altGraphMayBeReportedAsControlWithAlt() {
        int altGraph = 0xE6;
        router.input(1, key(altGraph, true, Modifier.MODIFIER_ALT_GRAPH_VALUE));
        router.input(1, key(A, true, Modifier.MODIFIER_CTRL_VALUE | Modifier.MODIFIER_ALT_VALUE));
        assertThat(program).hasSize(2);
    }

    @Test
    void releasesOfKeysThatAreNotHeldAreDropped() {
        router.input(1, key(A, false, 0));
        assertThat(program).isEmpty();
    }

    @Test
    void aCompositionEndsWithItsSource() {
        router.input(
                1,
                FromScreen.newBuilder()
                        .setText(TextInput.newBuilder().setWindow(3).setComposing("ni"))
                        .build());
        program.clear();
        router.input(1, release());
        assertThat(program.get(0).getText())
                .isEqualTo(TextInput.newBuilder().setWindow(3).build());
        assertThat(program.get(1).hasRelease()).isTrue();
    }

    @Test
    void whatIsNoInputIsRefused() {
        assertThatThrownBy(() -> router.input(
                        1,
                        FromScreen.newBuilder()
                                .setAck(FrameAck.getDefaultInstance())
                                .build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingStaysDownWhateverSourcesDo(long seed) {
        Random random = new Random(seed);
        Map<Integer, Set<Integer>> held = new HashMap<>();
        for (int step = 0; step < 5000; step++) {
            int source = 1 + random.nextInt(4);
            int usage = random.nextInt(100) < 30 ? 0xE0 + random.nextInt(8) : 4 + random.nextInt(120);
            switch (random.nextInt(10)) {
                case 0 -> router.leave(source);
                case 1 -> router.input(source, release());
                case 2, 3 -> router.input(source, pointer(random.nextInt(9), 0, random.nextInt(4)));
                default -> router.input(source, key(usage, random.nextBoolean(), random.nextInt(256)));
            }
            program.forEach(message -> follow(message, held));
            program.clear();
        }
        for (int source = 1; source <= 4; source++) {
            router.leave(source);
        }
        program.forEach(message -> follow(message, held));
        assertThat(held.getOrDefault(0, Set.of())).as("keys still down").isEmpty();
        assertThat(held.getOrDefault(1, Set.of(0))).as("buttons still down").containsOnly(0);
        assertThat(program.get(program.size() - 1).hasRelease()).isTrue();
    }

    /** What a program that believes every message holds down: 0 keys, 1 buttons. */
    private static void follow(FromScreen message, Map<Integer, Set<Integer>> held) {
        if (message.hasKey()) {
            Set<Integer> keys = held.computeIfAbsent(0, any -> new HashSet<>());
            if (message.getKey().getPressed()) {
                keys.add(message.getKey().getUsage());
            } else {
                assertThat(keys.remove(message.getKey().getUsage()))
                        .as("a key goes up that was down")
                        .isTrue();
            }
        } else if (message.hasPointer()) {
            held.put(1, Set.of(message.getPointer().getButtons()));
        }
    }

    private static FromScreen key(int usage, boolean pressed, int modifiers) {
        return FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder()
                        .setUsage(usage)
                        .setPressed(pressed)
                        .setModifiers(modifiers))
                .build();
    }

    private static FromScreen pointer(int x, int y, int buttons) {
        return FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder().setX(x).setY(y).setButtons(buttons))
                .build();
    }

    private static FromScreen release() {
        return FromScreen.newBuilder()
                .setRelease(ReleaseInput.getDefaultInstance())
                .build();
    }
}
