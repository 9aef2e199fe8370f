package cc.screen.session;

import cc.protocol.message.FromScreen;
import java.util.function.Consumer;

/** Makes the input path of a program that has just connected. */
@FunctionalInterface
public interface InputBinding {
    /**
     * Makes the input path of one program.
     *
     * @param program the program's unique name
     * @param toProgram where routed input goes; does not block
     */
    InputSink bind(String program, Consumer<FromScreen> toProgram);
}
