package cc.node.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a program's windows are shown at first.
 *
 * @param machines of {@link Kind#MACHINES}; else none
 */
record ScreenChoice(Kind kind, List<String> machines) {
    static final ScreenChoice WEB = new ScreenChoice(Kind.WEB, List.of());

    enum Kind {
        WEB,
        NATIVE,
        NONE,
        MACHINES
    }

    /** Reads {@code web}, {@code native}, {@code none} or machines' names with commas between. */
    static final class Converter implements ITypeConverter<ScreenChoice> {
        @Override
        public ScreenChoice convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "web" -> WEB;
                case "native" -> new ScreenChoice(Kind.NATIVE, List.of());
                case "none" -> new ScreenChoice(Kind.NONE, List.of());
                default -> {
                    List<String> machines = List.of(text.split(",", -1));
                    if (machines.contains("")) {
                        throw new TypeConversionException(
                                "'" + text + "': write web, native, none, or machines as M1,M2");
                    }
                    yield new ScreenChoice(Kind.MACHINES, machines);
                }
            };
        }
    }
}
