package cc.node.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A screen's size as given on the command line, in user space units. */
record ScreenSize(int width, int height) {
    private static final int SMALLEST = 100;
    private static final int LARGEST = 16384;

    /** Reads {@code 1440x900}. */
    static final class Converter implements ITypeConverter<ScreenSize> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,6})x(\\d{1,6})");

        @Override
        public ScreenSize convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no screen size; write it as 1440x900");
            }
            return new ScreenSize(inRange(matcher.group(1)), inRange(matcher.group(2)));
        }

        private static int inRange(String number) {
            int value = Integer.parseInt(number);
            if (value < SMALLEST || value > LARGEST) {
                throw new TypeConversionException(
                        value + " is out of range; a screen has " + SMALLEST + " to " + LARGEST + " pixels a side");
            }
            return value;
        }
    }
}
