package cc.protocol.input;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a keyboard by where they are, whatever the layout prints on them: usage ids on the keyboard page (7) of
 * the USB HID usage tables, with the names that browsers give to the same keys ({@code KeyboardEvent.code}).
 */
public enum PhysicalKey {
    KEY_A(0x04, "KeyA"),
    KEY_B(0x05, "KeyB"),
    KEY_C(0x06, "KeyC"),
    KEY_D(0x07, "KeyD"),
    KEY_E(0x08, "KeyE"),
    KEY_F(0x09, "KeyF"),
    KEY_G(0x0a, "KeyG"),
    KEY_H(0x0b, "KeyH"),
    KEY_I(0x0c, "KeyI"),
    KEY_J(0x0d, "KeyJ"),
    KEY_K(0x0e, "KeyK"),
    KEY_L(0x0f, "KeyL"),
    KEY_M(0x10, "KeyM"),
    KEY_N(0x11, "KeyN"),
    KEY_O(0x12, "KeyO"),
    KEY_P(0x13, "KeyP"),
    KEY_Q(0x14, "KeyQ"),
    KEY_R(0x15, "KeyR"),
    KEY_S(0x16, "KeyS"),
    KEY_T(0x17, "KeyT"),
    KEY_U(0x18, "KeyU"),
    KEY_V(0x19, "KeyV"),
    KEY_W(0x1a, "KeyW"),
    KEY_X(0x1b, "KeyX"),
    KEY_Y(0x1c, "KeyY"),
    KEY_Z(0x1d, "KeyZ"),
    DIGIT_1(0x1e, "Digit1"),
    DIGIT_2(0x1f, "Digit2"),
    DIGIT_3(0x20, "Digit3"),
    DIGIT_4(0x21, "Digit4"),
    DIGIT_5(0x22, "Digit5"),
    DIGIT_6(0x23, "Digit6"),
    DIGIT_7(0x24, "Digit7"),
    DIGIT_8(0x25, "Digit8"),
    DIGIT_9(0x26, "Digit9"),
    DIGIT_0(0x27, "Digit0"),
    ENTER(0x28, "Enter"),
    ESCAPE(0x29, "Escape"),
    BACKSPACE(0x2a, "Backspace"),
    TAB(0x2b, "Tab"),
    SPACE(0x2c, "Space"),
    MINUS(0x2d, "Minus"),
    EQUAL(0x2e, "Equal"),
    BRACKET_LEFT(0x2f, "BracketLeft"),
    BRACKET_RIGHT(0x30, "BracketRight"),
    BACKSLASH(0x31, "Backslash"),
    SEMICOLON(0x33, "Semicolon"),
    QUOTE(0x34, "Quote"),
    BACKQUOTE(0x35, "Backquote"),
    COMMA(0x36, "Comma"),
    PERIOD(0x37, "Period"),
    SLASH(0x38, "Slash"),
    CAPS_LOCK(0x39, "CapsLock"),
    F1(0x3a, "F1"),
    F2(0x3b, "F2"),
    F3(0x3c, "F3"),
    F4(0x3d, "F4"),
    F5(0x3e, "F5"),
    F6(0x3f, "F6"),
    F7(0x40, "F7"),
    F8(0x41, "F8"),
    F9(0x42, "F9"),
    F10(0x43, "F10"),
    F11(0x44, "F11"),
    F12(0x45, "F12"),
    PRINT_SCREEN(0x46, "PrintScreen"),
    SCROLL_LOCK(0x47, "ScrollLock"),
    PAUSE(0x48, "Pause"),
    INSERT(0x49, "Insert"),
    HOME(0x4a, "Home"),
    PAGE_UP(0x4b, "PageUp"),
    DELETE(0x4c, "Delete"),
    END(0x4d, "End"),
    PAGE_DOWN(0x4e, "PageDown"),
    ARROW_RIGHT(0x4f, "ArrowRight"),
    ARROW_LEFT(0x50, "ArrowLeft"),
    ARROW_DOWN(0x51, "ArrowDown"),
    ARROW_UP(0x52, "ArrowUp"),
    NUM_LOCK(0x53, "NumLock"),
    NUMPAD_DIVIDE(0x54, "NumpadDivide"),
    NUMPAD_MULTIPLY(0x55, "NumpadMultiply"),
    NUMPAD_SUBTRACT(0x56, "NumpadSubtract"),
    NUMPAD_ADD(0x57, "NumpadAdd"),
    NUMPAD_ENTER(0x58, "NumpadEnter"),
    NUMPAD_1(0x59, "Numpad1"),
    NUMPAD_2(0x5a, "Numpad2"),
    NUMPAD_3(0x5b, "Numpad3"),
    NUMPAD_4(0x5c, "Numpad4"),
    NUMPAD_5(0x5d, "Numpad5"),
    NUMPAD_6(0x5e, "Numpad6"),
    NUMPAD_7(0x5f, "Numpad7"),
    NUMPAD_8(0x60, "Numpad8"),
    NUMPAD_9(0x61, "Numpad9"),
    NUMPAD_0(0x62, "Numpad0"),
    NUMPAD_DECIMAL(0x63, "NumpadDecimal"),
    INTL_BACKSLASH(0x64, "IntlBackslash"),
    CONTEXT_MENU(0x65, "ContextMenu"),
    POWER(0x66, "Power"),
    NUMPAD_EQUAL(0x67, "NumpadEqual"),
    F13(0x68, "F13"),
    F14(0x69, "F14"),
    F15(0x6a, "F15"),
    F16(0x6b, "F16"),
    F17(0x6c, "F17"),
    F18(0x6d, "F18"),
    F19(0x6e, "F19"),
    F20(0x6f, "F20"),
    F21(0x70, "F21"),
    F22(0x71, "F22"),
    F23(0x72, "F23"),
    F24(0x73, "F24"),
    OPEN(0x74, "Open"),
    HELP(0x75, "Help"),
    SELECT(0x77, "Select"),
    AGAIN(0x79, "Again"),
    UNDO(0x7a, "Undo"),
    CUT(0x7b, "Cut"),
    COPY(0x7c, "Copy"),
    PASTE(0x7d, "Paste"),
    FIND(0x7e, "Find"),
    AUDIO_VOLUME_MUTE(0x7f, "AudioVolumeMute"),
    AUDIO_VOLUME_UP(0x80, "AudioVolumeUp"),
    AUDIO_VOLUME_DOWN(0x81, "AudioVolumeDown"),
    NUMPAD_COMMA(0x85, "NumpadComma"),
    INTL_RO(0x87, "IntlRo"),
    KANA_MODE(0x88, "KanaMode"),
    INTL_YEN(0x89, "IntlYen"),
    CONVERT(0x8a, "Convert"),
    NON_CONVERT(0x8b, "NonConvert"),
    LANG_1(0x90, "Lang1"),
    LANG_2(0x91, "Lang2"),
    LANG_3(0x92, "Lang3"),
    LANG_4(0x93, "Lang4"),
    LANG_5(0x94, "Lang5"),
    ABORT(0x9b, "Abort"),
    PROPS(0xa3, "Props"),
    NUMPAD_PAREN_LEFT(0xb6, "NumpadParenLeft"),
    NUMPAD_PAREN_RIGHT(0xb7, "NumpadParenRight"),
    NUMPAD_BACKSPACE(0xbb, "NumpadBackspace"),
    NUMPAD_MEMORY_STORE(0xd0, "NumpadMemoryStore"),
    NUMPAD_MEMORY_RECALL(0xd1, "NumpadMemoryRecall"),
    NUMPAD_MEMORY_CLEAR(0xd2, "NumpadMemoryClear"),
    NUMPAD_MEMORY_ADD(0xd3, "NumpadMemoryAdd"),
    NUMPAD_MEMORY_SUBTRACT(0xd4, "NumpadMemorySubtract"),
    NUMPAD_CLEAR(0xd8, "NumpadClear"),
    NUMPAD_CLEAR_ENTRY(0xd9, "NumpadClearEntry"),
    CONTROL_LEFT(0xe0, "ControlLeft"),
    SHIFT_LEFT(0xe1, "ShiftLeft"),
    ALT_LEFT(0xe2, "AltLeft"),
    META_LEFT(0xe3, "MetaLeft"),
    CONTROL_RIGHT(0xe4, "ControlRight"),
    SHIFT_RIGHT(0xe5, "ShiftRight"),
    ALT_RIGHT(0xe6, "AltRight"),
    META_RIGHT(0xe7, "MetaRight");

    private static final @Nullable PhysicalKey[] BY_USAGE = new @Nullable PhysicalKey[256];
    private static final Map<String, PhysicalKey> BY_CODE = new HashMap<>();

    static {
        for (PhysicalKey key : values()) {
            BY_USAGE[key.usage] = key;
            BY_CODE.put(key.code, key);
        }
    }

    private final int usage;
    private final String code;

    PhysicalKey(int usage, String code) {
        this.usage = usage;
        this.code = code;
    }

    /** The key with this usage id, or null. */
    public static @Nullable PhysicalKey ofUsage(int usage) {
        return usage >= 0 && usage < BY_USAGE.length ? BY_USAGE[usage] : null;
    }

    /** The key with this {@code KeyboardEvent.code}, or null. */
    public static @Nullable PhysicalKey ofCode(String code) {
        return BY_CODE.get(code);
    }

    public int usage() {
        return usage;
    }

    /** The name as in {@code KeyboardEvent.code}. */
    public String code() {
        return code;
    }
}
