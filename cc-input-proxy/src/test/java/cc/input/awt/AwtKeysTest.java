package cc.input.awt;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.input.PhysicalKey;
import cc.protocol.message.KeyInput;
import java.awt.Component;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;

class AwtKeysTest {
    private static final Component ANYWHERE = new Component() {
        private static final long serialVersionUID = 1L;
    };

    @Test
    void lettersAreThoseThatTheLayoutMakes() {
        KeyInput.Builder key = translate(KeyEvent.VK_A, 'ä', 0, KeyEvent.KEY_LOCATION_STANDARD);
        assertThat(key.getKey()).isEqualTo("ä");
        assertThat(key.getUsage()).isEqualTo(PhysicalKey.KEY_A.usage());
    }

    @Test
    void aLetterWithControlIsStillALetter() {
        assertThat(translate(KeyEvent.VK_C, '\u0003', InputEvent.CTRL_DOWN_MASK, KeyEvent.KEY_LOCATION_STANDARD)
                        .getKey())
                .isEqualTo("c");
        assertThat(translate(
                                KeyEvent.VK_C,
                                '\u0003',
                                InputEvent.CTRL_DOWN_MASK | InputEvent.SHIFT_DOWN_MASK,
                                KeyEvent.KEY_LOCATION_STANDARD)
                        .getKey())
                .isEqualTo("C");
    }

    @Test
    void modifiersAreToldApartByTheirSide() {
        assertThat(translate(KeyEvent.VK_SHIFT, KeyEvent.CHAR_UNDEFINED, 0, KeyEvent.KEY_LOCATION_RIGHT)
                        .getUsage())
                .isEqualTo(PhysicalKey.SHIFT_RIGHT.usage());
        assertThat(translate(KeyEvent.VK_SHIFT, KeyEvent.CHAR_UNDEFINED, 0, KeyEvent.KEY_LOCATION_LEFT)
                        .getUsage())
                .isEqualTo(PhysicalKey.SHIFT_LEFT.usage());
    }

    @Test
    void theNumberPadIsAPlaceOfItsOwn() {
        KeyInput.Builder enter = translate(KeyEvent.VK_ENTER, '\n', 0, KeyEvent.KEY_LOCATION_NUMPAD);
        assertThat(enter.getUsage()).isEqualTo(PhysicalKey.NUMPAD_ENTER.usage());
        assertThat(enter.getKey()).isEqualTo("Enter");
    }

    @Test
    void deadKeysSaySo() {
        assertThat(translate(KeyEvent.VK_DEAD_ACUTE, '\u00b4', 0, KeyEvent.KEY_LOCATION_STANDARD)
                        .getKey())
                .isEqualTo("Dead");
    }

    @Test
    void everyHardwareCodeWithANameHasAKey() {
        for (int code = 9; code < 9 + 127; code++) {
            PhysicalKey key = XKeyCodes.key(code);
            int index = code;
            if (key == null) {
                assertThat(code - 8).as("code %d", index).isIn(84, 95, 101, 112, 118, 120);
            }
        }
        assertThat(XKeyCodes.key(29)).isEqualTo(PhysicalKey.KEY_Y);
        assertThat(XKeyCodes.key(36)).isEqualTo(PhysicalKey.ENTER);
        assertThat(XKeyCodes.key(108)).isEqualTo(PhysicalKey.ofCode("AltRight"));
        assertThat(XKeyCodes.key(135)).isEqualTo(PhysicalKey.ofCode("ContextMenu"));
        assertThat(XKeyCodes.key(191)).isEqualTo(PhysicalKey.ofCode("F13"));
        assertThat(XKeyCodes.key(0)).isNull();
    }

    private static KeyInput.Builder translate(int code, char character, int modifiers, int location) {
        return AwtKeys.translate(new KeyEvent(ANYWHERE, KeyEvent.KEY_PRESSED, 0, modifiers, code, character, location));
    }
}
