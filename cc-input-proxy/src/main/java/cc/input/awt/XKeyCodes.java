package cc.input.awt;

import cc.protocol.input.PhysicalKey;
import org.jspecify.annotations.Nullable;

/**
 * Keys by the codes that X servers on Linux give to them: 8 more than the kernel's (linux/input-event-codes.h), whatever
 * the layout.
 */
final class XKeyCodes {
    private static final int OFFSET = 8;

    /** Browsers' names by the kernel's codes from 1 on; "-" where a code has no key of its own. */
    private static final String[] NAMES = ("Escape Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9"
                    + " Digit0 Minus Equal Backspace Tab KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft"
                    + " BracketRight Enter ControlLeft KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote"
                    + " Backquote ShiftLeft Backslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash ShiftRight"
                    + " NumpadMultiply AltLeft Space CapsLock F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 NumLock ScrollLock Numpad7"
                    + " Numpad8 Numpad9 NumpadSubtract Numpad4 Numpad5 Numpad6 NumpadAdd Numpad1 Numpad2 Numpad3 Numpad0"
                    + " NumpadDecimal - Lang5 IntlBackslash F11 F12 IntlRo Lang3 Lang4 Convert KanaMode NonConvert -"
                    + " NumpadEnter ControlRight NumpadDivide PrintScreen AltRight - Home ArrowUp PageUp ArrowLeft"
                    + " ArrowRight End ArrowDown PageDown Insert Delete - AudioVolumeMute AudioVolumeDown AudioVolumeUp"
                    + " Power NumpadEqual - Pause - NumpadComma Lang1 Lang2 IntlYen MetaLeft MetaRight ContextMenu")
            .split(" ");

    private static final int FIRST_FUNCTION_KEY = 183;
    private static final int FUNCTION_KEYS_FROM = 13;
    private static final int FUNCTION_KEYS_TO = 24;

    private XKeyCodes() {}

    /** The key, or null if the code is of none that is known. */
    static @Nullable PhysicalKey key(long xKeyCode) {
        long code = xKeyCode - OFFSET;
        if (code >= 1 && code <= NAMES.length) {
            return PhysicalKey.ofCode(NAMES[(int) code - 1]);
        }
        long function = code - FIRST_FUNCTION_KEY + FUNCTION_KEYS_FROM;
        return function >= FUNCTION_KEYS_FROM && function <= FUNCTION_KEYS_TO
                ? PhysicalKey.ofCode("F" + function)
                : null;
    }
}
