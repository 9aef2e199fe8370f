package cc.node.cli;

import java.util.List;

/** Writes the few flat JSON documents that listings need. */
final class Json {
    private Json() {}

    /** @param objects texts of JSON values */
    static String array(List<String> objects) {
        return "[" + String.join(",", objects) + "]";
    }

    /** A JSON string, with its quotes. */
    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** One flat object. */
    static final class ObjectText {
        private final StringBuilder text = new StringBuilder("{");

        ObjectText put(String name, String value) {
            return member(name, string(value));
        }

        ObjectText put(String name, long value) {
            return member(name, Long.toString(value));
        }

        ObjectText put(String name, double value) {
            return member(name, Double.toString(value));
        }

        ObjectText put(String name, boolean value) {
            return member(name, Boolean.toString(value));
        }

        ObjectText put(String name, List<String> values) {
            return member(name, array(values.stream().map(Json::string).toList()));
        }

        private ObjectText member(String name, String value) {
            if (text.length() > 1) {
                text.append(',');
            }
            text.append(string(name)).append(':').append(value);
            return this;
        }

        @Override
        public String toString() {
            return text + "}";
        }
    }
}
