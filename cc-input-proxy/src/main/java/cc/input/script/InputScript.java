package cc.input.script;

import cc.protocol.input.ProgramPointer;
import cc.protocol.input.WindowMap;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A keyboard and a pointer that are played by commands, one a line:
 *
 * <pre>
 * type TEXT            key CHORD (ctrl+s, Enter)     keydown KEY      keyup KEY
 * move X Y             press [BUTTON]                release [BUTTON]
 * click [BUTTON]       wheel NOTCHES                 windows
 * </pre>
 *
 * <p>Places are in the program's screen coordinates. Any thread may call.
 */
public final class InputScript {
    private static final int NOTCH = 120;
    private static final int MAX_NOTCHES = 1000;
    private static final int MAX_BUTTON = 5;
    private static final int MAX_PLACE = 1 << 20;

    private final Consumer<FromScreen> out;
    private final WindowMap windows = new WindowMap();
    private final ProgramPointer pointer = new ProgramPointer(windows);
    private final ScriptKeyboard keyboard = new ScriptKeyboard();
    private String unreached = "";

    /** @param out takes the input; must not block */
    public InputScript(Consumer<FromScreen> out) {
        this.out = out;
    }

    /** Follows where the program's windows are, and whether it is reached. */
    public synchronized void take(ToScreen message) {
        windows.take(message);
        if (message.hasViewers()) {
            unreached = message.getViewers().getUnreached();
        }
    }

    /**
     * Carries out a command.
     *
     * @return what there is to answer, by lines; the last is {@code ok}, or begins with {@code error:}
     */
    public synchronized List<String> command(String line) {
        try {
            List<String> answer = new ArrayList<>(carryOut(line));
            answer.add("ok");
            return answer;
        } catch (ScriptException e) {
            return List.of("error: " + e.getMessage());
        }
    }

    private List<String> carryOut(String line) throws ScriptException {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        if (!unreached.isEmpty() && !verb.equals("windows")) {
            throw new ScriptException(unreached + ", where the program runs, is not reached at the moment");
        }
        String rest = space < 0 ? "" : line.substring(space + 1);
        switch (verb) {
            case "type" -> keyboard.type(rest).forEach(out);
            case "key" -> keyboard.chord(word(verb, rest)).forEach(out);
            case "keydown" -> out.accept(keyboard.press(word(verb, rest)));
            case "keyup" -> out.accept(keyboard.release(word(verb, rest)));
            case "move" -> move(rest);
            case "press" -> buttons(pointer.buttons() | button(rest));
            case "release" -> buttons(pointer.buttons() & ~button(rest));
            case "click" -> {
                buttons(pointer.buttons() | button(rest));
                buttons(pointer.buttons() & ~button(rest));
            }
            case "wheel" -> wheel(rest);
            case "windows" -> {
                return windows.fromBack().stream().map(InputScript::describe).toList();
            }
            default ->
                throw new ScriptException("'" + verb
                        + "' is no command; there are type, key, keydown, keyup, move, press, release, click, wheel,"
                        + " windows");
        }
        return List.of();
    }

    private void move(String place) throws ScriptException {
        String[] numbers = place.strip().split(" +", -1);
        if (numbers.length != 2) {
            throw new ScriptException("move takes two numbers: move X Y");
        }
        point(
                number("X", numbers[0], -MAX_PLACE, MAX_PLACE),
                number("Y", numbers[1], -MAX_PLACE, MAX_PLACE),
                pointer.buttons());
    }

    private void buttons(int buttons) {
        point(pointer.x(), pointer.y(), buttons);
    }

    private void point(int x, int y, int buttons) {
        long nowMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        pointer.at(x, y, buttons, keyboard.modifiers(), nowMs).forEach(out);
    }

    private void wheel(String notches) throws ScriptException {
        int delta = NOTCH * number("NOTCHES", notches.strip(), -MAX_NOTCHES, MAX_NOTCHES);
        Optional<FromScreen> turned = pointer.wheel(0, delta, keyboard.modifiers());
        out.accept(turned.orElseThrow(
                () -> new ScriptException("no window is at " + pointer.x() + " " + pointer.y() + " that can be used")));
    }

    private static int button(String which) throws ScriptException {
        return which.isBlank() ? 1 : 1 << (number("BUTTON", which.strip(), 1, MAX_BUTTON) - 1);
    }

    private static String word(String verb, String rest) throws ScriptException {
        String word = rest.strip();
        if (word.isEmpty()) {
            throw new ScriptException(verb + " needs to be told which key");
        }
        return word;
    }

    private static int number(String what, String text, int least, int most) throws ScriptException {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new ScriptException(what + " is to be a number from " + least + " to " + most + ", not '" + text + "'");
    }

    private static String describe(WindowState window) {
        return "window " + window.getWindow()
                + " at " + window.getX() + " " + window.getY()
                + " size " + window.getWidth() + " " + window.getHeight()
                + (window.getFocused() ? " focused" : "")
                + (window.getBlocked() ? " blocked" : "")
                + " title " + window.getTitle().replace('\n', ' ');
    }
}
