package cc.input.script;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.input.PhysicalKey;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import cc.protocol.message.WindowState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputScriptTest {
    private final List<FromScreen> said = new ArrayList<>();
    private final InputScript script = new InputScript(said::add);

    @Test
    void textIsTypedKeyByKey() {
        assertThat(script.command("type aB")).containsExactly("ok");
        assertThat(keys())
                .extracting(key -> key.getKey() + (key.getPressed() ? " down" : " up"))
                .containsExactly("a down", "a up", "Shift down", "B down", "B up", "Shift up");
        assertThat(keys().get(3).getModifiers()).isEqualTo(Modifier.MODIFIER_SHIFT_VALUE);
        assertThat(keys().get(3).getUsage()).isEqualTo(PhysicalKey.KEY_B.usage());
        assertThat(keys().get(5).getModifiers()).isZero();
    }

    @Test
    void whatTheKeyboardDoesNotHaveComesAsText() {
        script.command("type x\u00e4\ud83d\ude00");
        assertThat(said)
                .filteredOn(FromScreen::hasText)
                .extracting(message -> message.getText().getCommitted())
                .containsExactly("\u00e4", "\ud83d\ude00");
        assertThat(keys()).hasSize(2);
    }

    @Test
    void chordsGoDownInOrderAndUpInTheOtherOne() {
        assertThat(script.command("key ctrl+shift+s")).containsExactly("ok");
        assertThat(keys())
                .extracting(KeyInput::getKey)
                .containsExactly("Control", "Shift", "s", "s", "Shift", "Control");
        assertThat(keys().get(2).getModifiers())
                .isEqualTo(Modifier.MODIFIER_CTRL_VALUE | Modifier.MODIFIER_SHIFT_VALUE);
        said.clear();
        script.command("key ctrl++");
        assertThat(keys()).extracting(KeyInput::getKey).containsExactly("Control", "+", "+", "Control");
        said.clear();
        script.command("key F5");
        assertThat(keys()).extracting(KeyInput::getKey).containsExactly("F5", "F5");
    }

    @Test
    void nothingIsTypedIntoAProgramThatIsNotReached() {
        script.take(viewers("m2"));
        assertThat(script.command("type a"))
                .containsExactly("error: m2, where the program runs, is not reached at the moment");
        assertThat(script.command("windows")).containsExactly("ok");
        assertThat(said).isEmpty();
        script.take(viewers(""));
        assertThat(script.command("type a")).containsExactly("ok");
        assertThat(said).isNotEmpty();
    }

    private static ToScreen viewers(String unreached) {
        return ToScreen.newBuilder()
                .setViewers(Viewers.newBuilder().setUnreached(unreached))
                .build();
    }

    @Test
    void thePointerFindsTheFrontWindow() {
        open(1, 0, 0, 100, 100, 1);
        open(2, 50, 50, 100, 100, 2);
        script.command("move 60 70");
        assertThat(said).singleElement().satisfies(message -> {
            assertThat(message.getPointer().getWindow()).isEqualTo(2);
            assertThat(message.getPointer().getX()).isEqualTo(10);
            assertThat(message.getPointer().getY()).isEqualTo(20);
        });
    }

    @Test
    void whatThePointerDoesIsTimed() {
        open(1, 0, 0, 100, 100, 1);
        script.command("click");
        assertThat(said)
                .filteredOn(FromScreen::hasPointer)
                .extracting(message -> message.getPointer().getTimeMs())
                .hasSize(2)
                .doesNotContain(0)
                .isSorted();
    }

    @Test
    void aWindowKeepsThePointerWhileAButtonIsDown() {
        open(1, 0, 0, 100, 100, 1);
        script.command("move 10 10");
        script.command("press");
        script.command("move 300 -5");
        script.command("release");
        script.command("move 300 5");
        assertThat(said)
                .filteredOn(FromScreen::hasPointer)
                .extracting(message -> message.getPointer().getWindow() + ":"
                        + message.getPointer().getX() + ","
                        + message.getPointer().getY() + ":"
                        + message.getPointer().getButtons())
                .containsExactly("1:10,10:0", "1:10,10:1", "1:300,-5:1", "1:300,-5:0", "0:300,5:0");
    }

    @Test
    void aPressBringsAWindowForwardThatDoesNotHaveTheFocus() {
        open(1, 0, 0, 100, 100, 1);
        script.command("move 10 10");
        script.command("click 3");
        assertThat(said)
                .extracting(FromScreen::getMessageCase)
                .containsExactly(
                        FromScreen.MessageCase.POINTER,
                        FromScreen.MessageCase.WINDOW,
                        FromScreen.MessageCase.WINDOW,
                        FromScreen.MessageCase.POINTER,
                        FromScreen.MessageCase.POINTER);
        assertThat(said.get(3).getPointer().getButtons()).isEqualTo(4);
    }

    @Test
    void windowsTellsWhereTheyAre() {
        open(4, 5, 6, 70, 80, 1);
        assertThat(script.command("windows")).containsExactly("window 4 at 5 6 size 70 80 title Window 4", "ok");
    }

    @Test
    void theWheelNeedsAWindow() {
        assertThat(script.command("wheel 3")).singleElement().asString().startsWith("error: no window is at 0 0");
        open(1, 0, 0, 100, 100, 1);
        assertThat(script.command("wheel -2")).containsExactly("ok");
        assertThat(said)
                .singleElement()
                .satisfies(message -> assertThat(message.getWheel().getDeltaY()).isEqualTo(-240));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "key",
                "key NoSuchKey",
                "move",
                "move 1",
                "move 1 2 3",
                "move a b",
                "move 99999999999 1",
                "click 9",
                "press -1",
                "wheel",
                "wheel 100000"
            })
    void nonsenseIsAnsweredAndDoesNothing(String line) {
        assertThat(script.command(line)).singleElement().asString().startsWith("error: ");
        assertThat(said).isEmpty();
    }

    private void open(int window, int x, int y, int width, int height, int stacking) {
        script.take(ToScreen.newBuilder()
                .setWindow(WindowState.newBuilder()
                        .setWindow(window)
                        .setX(x)
                        .setY(y)
                        .setWidth(width)
                        .setHeight(height)
                        .setStacking(stacking)
                        .setVisible(true)
                        .setFocusable(true)
                        .setTitle("Window " + window))
                .build());
    }

    private List<KeyInput> keys() {
        return said.stream().filter(FromScreen::hasKey).map(FromScreen::getKey).toList();
    }
}
