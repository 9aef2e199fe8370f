package cc.input;

import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.TextInput;
import cc.protocol.message.WheelInput;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings the input of several sources (viewers, devices) into one order for one program. A program has one keyboard and
 * one pointer, so the router knows what each source holds down: a key stays down until its last holder lets go, and when
 * a source leaves, loses the person's attention or forgets to tell that a modifier went up, the router lets go for it.
 *
 * <p>Any thread may call; the program is called under the router's lock, so it must not block.
 */
public final class InputRouter {
    /** No source. */
    public static final int NOBODY = 0;

    private final Consumer<FromScreen> program;
    private final Map<Integer, HeldInput> sources = new HashMap<>();
    private int lastTypist = NOBODY;
    private int locks;

    /** @param program where input goes, in order */
    public InputRouter(Consumer<FromScreen> program) {
        this.program = program;
    }

    /**
     * Takes one message of a source.
     *
     * @throws IllegalArgumentException if the message is not input
     */
    public synchronized void input(int source, FromScreen message) {
        HeldInput held = sources.computeIfAbsent(source, number -> new HeldInput());
        switch (message.getMessageCase()) {
            case KEY -> key(source, held, message.getKey());
            case POINTER -> pointer(source, held, message.getPointer());
            case WHEEL -> wheel(source, held, message);
            case TEXT -> text(source, held, message);
            case RELEASE -> release(held);
            default -> throw new IllegalArgumentException("not input: " + message.getMessageCase());
        }
    }

    /** A source is gone: what it holds down is released. */
    public synchronized void leave(int source) {
        HeldInput held = sources.get(source);
        if (held != null) {
            release(held);
            sources.remove(source);
        }
        if (lastTypist == source) {
            lastTypist = NOBODY;
        }
    }

    /** The source that pressed a key or a button or entered text last, or {@link #NOBODY}. */
    public synchronized int lastTypist() {
        return lastTypist;
    }

    /** The lock keys that are on, as the newest input tells: bits of {@link cc.protocol.message.Modifier}. */
    public synchronized int locks() {
        return locks;
    }

    private void key(int source, HeldInput held, KeyInput key) {
        Object identity = HeldInput.identity(key);
        repairModifiers(held, key.getModifiers(), identity);
        if (key.getPressed()) {
            lastTypist = source;
            if (!held.holds(identity) && held.isFull()) {
                letGo(held, held.oldestKey(), key.getModifiers());
            }
            boolean alreadyDown = isDown(identity);
            held.press(key);
            send(
                    alreadyDown && !key.getRepeat()
                            ? key.toBuilder().setRepeat(true).build()
                            : key);
        } else if (held.release(identity) && !isDown(identity)) {
            send(key);
        }
    }

    private void pointer(int source, HeldInput held, PointerInput pointer) {
        repairModifiers(held, pointer.getModifiers(), "");
        if ((pointer.getButtons() & ~held.buttons()) != 0) {
            lastTypist = source;
        }
        held.pointer(pointer.getWindow(), pointer.getX(), pointer.getY(), pointer.getButtons());
        int everybody = buttonsDown();
        send(
                everybody == pointer.getButtons()
                        ? pointer
                        : pointer.toBuilder().setButtons(everybody).build());
    }

    private void wheel(int source, HeldInput held, FromScreen message) {
        WheelInput wheel = message.getWheel();
        repairModifiers(held, wheel.getModifiers(), "");
        lastTypist = source;
        program.accept(message);
    }

    private void text(int source, HeldInput held, FromScreen message) {
        TextInput text = message.getText();
        lastTypist = source;
        held.composing(text.getWindow(), !text.getComposing().isEmpty());
        program.accept(message);
    }

    private void release(HeldInput held) {
        if (held.isComposing()) {
            program.accept(FromScreen.newBuilder()
                    .setText(TextInput.newBuilder().setWindow(held.textWindow()))
                    .build());
            held.composing(0, false);
        }
        for (KeyInput key : held.keysNewestFirst()) {
            letGo(held, key, locks);
        }
        if (held.buttons() != 0) {
            held.pointer(held.pointerWindow(), held.pointerX(), held.pointerY(), 0);
            send(PointerInput.newBuilder()
                    .setWindow(held.pointerWindow())
                    .setX(held.pointerX())
                    .setY(held.pointerY())
                    .setButtons(buttonsDown())
                    .setModifiers(locks)
                    .build());
        }
        if (nothingIsDown()) {
            program.accept(FromScreen.newBuilder()
                    .setRelease(ReleaseInput.getDefaultInstance())
                    .build());
        }
    }

    /** A modifier key that is held but no longer reported went up where the source could not see it. */
    private void repairModifiers(HeldInput held, int modifiers, Object exceptKey) {
        locks = modifiers & Modifiers.LOCKS;
        for (KeyInput down : held.keysNewestFirst()) {
            int bits = Modifiers.bitsWhileDown(down);
            if (bits != 0
                    && (modifiers & bits) == 0
                    && !HeldInput.identity(down).equals(exceptKey)) {
                letGo(held, down, modifiers);
            }
        }
    }

    private void letGo(HeldInput held, KeyInput key, int modifiers) {
        Object identity = HeldInput.identity(key);
        held.release(identity);
        if (!isDown(identity)) {
            send(key.toBuilder()
                    .setPressed(false)
                    .setRepeat(false)
                    .setModifiers(modifiers)
                    .build());
        }
    }

    private boolean isDown(Object key) {
        return sources.values().stream().anyMatch(held -> held.holds(key));
    }

    private int buttonsDown() {
        return sources.values().stream().mapToInt(HeldInput::buttons).reduce(0, (a, b) -> a | b);
    }

    private boolean nothingIsDown() {
        return sources.values().stream()
                .allMatch(held -> held.buttons() == 0 && held.keysNewestFirst().isEmpty());
    }

    private void send(KeyInput key) {
        program.accept(FromScreen.newBuilder().setKey(key).build());
    }

    private void send(PointerInput pointer) {
        program.accept(FromScreen.newBuilder().setPointer(pointer).build());
    }
}
