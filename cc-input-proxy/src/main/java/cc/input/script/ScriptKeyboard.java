package cc.input.script;

import cc.protocol.input.PhysicalKey;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;
import cc.protocol.message.TextInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the messages of a keyboard that a script plays. Used by one thread. */
final class ScriptKeyboard {
    private static final Map<String, PhysicalKey> SHORT_NAMES = Map.of(
            "shift", PhysicalKey.SHIFT_LEFT,
            "ctrl", PhysicalKey.CONTROL_LEFT,
            "control", PhysicalKey.CONTROL_LEFT,
            "alt", PhysicalKey.ALT_LEFT,
            "meta", PhysicalKey.META_LEFT,
            "altgr", PhysicalKey.ALT_RIGHT,
            "esc", PhysicalKey.ESCAPE,
            "return", PhysicalKey.ENTER,
            "del", PhysicalKey.DELETE);

    private static final Map<PhysicalKey, Integer> MODIFIERS = Map.of(
            PhysicalKey.SHIFT_LEFT, Modifier.MODIFIER_SHIFT_VALUE,
            PhysicalKey.SHIFT_RIGHT, Modifier.MODIFIER_SHIFT_VALUE,
            PhysicalKey.CONTROL_LEFT, Modifier.MODIFIER_CTRL_VALUE,
            PhysicalKey.CONTROL_RIGHT, Modifier.MODIFIER_CTRL_VALUE,
            PhysicalKey.ALT_LEFT, Modifier.MODIFIER_ALT_VALUE,
            PhysicalKey.ALT_RIGHT, Modifier.MODIFIER_ALT_GRAPH_VALUE,
            PhysicalKey.META_LEFT, Modifier.MODIFIER_META_VALUE,
            PhysicalKey.META_RIGHT, Modifier.MODIFIER_META_VALUE);

    /** Keys that are down, and what they produced. */
    private final Map<PhysicalKey, String> down = new LinkedHashMap<>();

    /** Bits of {@link Modifier}. */
    int modifiers() {
        return down.keySet().stream()
                .mapToInt(key -> MODIFIERS.getOrDefault(key, 0))
                .reduce(0, (a, b) -> a | b);
    }

    /** Types a text; what this keyboard does not have comes as an input method would say it. */
    List<FromScreen> type(String text) {
        List<FromScreen> said = new ArrayList<>();
        text.codePoints().forEach(point -> {
            UsKeyboard.Stroke stroke = UsKeyboard.stroke(point);
            if (stroke == null) {
                said.add(FromScreen.newBuilder()
                        .setText(TextInput.newBuilder().setCommitted(Character.toString(point)))
                        .build());
                return;
            }
            boolean shifts = stroke.shift() && (modifiers() & Modifier.MODIFIER_SHIFT_VALUE) == 0;
            if (shifts) {
                said.add(press(PhysicalKey.SHIFT_LEFT, "Shift"));
            }
            said.add(press(stroke.key(), Character.toString(point)));
            said.add(release(stroke.key()));
            if (shifts) {
                said.add(release(PhysicalKey.SHIFT_LEFT));
            }
        });
        return said;
    }

    /** Presses keys one after the other and lets them go, as {@code ctrl+shift+s} says. */
    List<FromScreen> chord(String chord) throws ScriptException {
        List<FromScreen> said = new ArrayList<>();
        List<String> names = names(chord);
        for (String name : names) {
            said.add(press(name));
        }
        for (int i = names.size() - 1; i >= 0; i--) {
            said.add(release(names.get(i)));
        }
        return said;
    }

    FromScreen press(String name) throws ScriptException {
        PhysicalKey key = key(name);
        return press(key, produced(name, key));
    }

    FromScreen release(String name) throws ScriptException {
        return release(key(name));
    }

    private FromScreen press(PhysicalKey key, String produced) {
        boolean repeat = down.containsKey(key);
        down.put(key, produced);
        return message(key, produced, true, repeat);
    }

    private FromScreen release(PhysicalKey key) {
        String produced = down.remove(key);
        return message(key, produced == null ? "" : produced, false, false);
    }

    private FromScreen message(PhysicalKey key, String produced, boolean pressed, boolean repeat) {
        return FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder()
                        .setUsage(key.usage())
                        .setKey(produced)
                        .setPressed(pressed)
                        .setRepeat(repeat)
                        .setModifiers(modifiers()))
                .build();
    }

    /** A plus after a plus is the key. */
    private static List<String> names(String chord) {
        List<String> names = new ArrayList<>();
        int from = 0;
        while (from < chord.length()) {
            int plus = chord.indexOf('+', from + 1);
            names.add(chord.substring(from, plus < 0 ? chord.length() : plus));
            from = plus < 0 ? chord.length() : plus + 1;
        }
        return names;
    }

    private String produced(String name, PhysicalKey key) {
        if (name.codePointCount(0, name.length()) == 1) {
            return name;
        }
        Integer modifier = MODIFIERS.get(key);
        if (modifier == null) {
            return key.code();
        }
        return switch (modifier) {
            case Modifier.MODIFIER_SHIFT_VALUE -> "Shift";
            case Modifier.MODIFIER_CTRL_VALUE -> "Control";
            case Modifier.MODIFIER_ALT_VALUE -> "Alt";
            case Modifier.MODIFIER_META_VALUE -> "Meta";
            default -> "AltGraph";
        };
    }

    private static PhysicalKey key(String name) throws ScriptException {
        PhysicalKey key = SHORT_NAMES.get(name.toLowerCase(Locale.ROOT));
        if (key == null) {
            key = PhysicalKey.ofCode(name);
        }
        if (key == null) {
            key = ofCharacter(name);
        }
        if (key == null) {
            throw new ScriptException("there is no key '" + name
                    + "'; keys are characters, or names as KeyboardEvent.code has them: Enter, ArrowLeft, F5, KeyA");
        }
        return key;
    }

    private static @Nullable PhysicalKey ofCharacter(String name) {
        UsKeyboard.Stroke stroke =
                name.codePointCount(0, name.length()) == 1 ? UsKeyboard.stroke(name.codePointAt(0)) : null;
        return stroke == null ? null : stroke.key();
    }
}
