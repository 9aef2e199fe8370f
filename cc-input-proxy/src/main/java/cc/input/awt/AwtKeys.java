package cc.input.awt;

import cc.protocol.input.PhysicalKey;
import cc.protocol.message.KeyInput;
import java.awt.event.KeyEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Translates key events of this machine's desktop: where the key is, and what the layout makes of it. */
public final class AwtKeys {
    /** The only place where AWT tells a key's hardware code is the event's description. */
    private static final Pattern RAW_CODE = Pattern.compile("rawCode=(\\d{1,9})");

    private AwtKeys() {}

    /**
     * The key and what it produces; window, modifiers and whether it is pressed are left to the caller.
     *
     * @param event pressed or released
     * @return with usage (0 if the key is unknown) and key set
     */
    public static KeyInput.Builder translate(KeyEvent event) {
        PhysicalKey key = physicalKey(event);
        return KeyInput.newBuilder().setUsage(key == null ? 0 : key.usage()).setKey(KeyNames.of(event));
    }

    private static @Nullable PhysicalKey physicalKey(KeyEvent event) {
        Matcher rawCode = RAW_CODE.matcher(event.paramString());
        PhysicalKey key = rawCode.find() ? XKeyCodes.key(Long.parseLong(rawCode.group(1))) : null;
        return key == null ? KeyPlaces.of(event.getKeyCode(), event.getKeyLocation()) : key;
    }
}
