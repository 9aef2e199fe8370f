package cc.toolkit.input;

/**
 * A pressed key as AWT tells it.
 *
 * @param code AWT's key code
 * @param extendedCode the code that includes characters without a key code of their own
 * @param location AWT's key location
 * @param keyChar the character for the pressed and released events, or {@code CHAR_UNDEFINED}
 * @param typed what the key types, empty for nothing
 */
record KeyStroke(int code, long extendedCode, int location, char keyChar, String typed) {}
