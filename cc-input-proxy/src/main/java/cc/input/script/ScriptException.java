package cc.input.script;

/** A line is no command, or cannot be carried out. Its message says what is wrong, and how it is meant. */
final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    ScriptException(String message) {
        super(message);
    }
}
