package cc.fs.mount;

import java.util.ArrayList;
import java.util.List;

/** The words of a line: separated by blanks, with double quotes around those that have some; {@code #} begins a comment. */
final class Words {
    private static final char QUOTE = '"';
    private static final char ESCAPE = '\\';
    private static final char COMMENT = '#';

    private Words() {}

    /** @throws RuleException if a quote is not closed */
    static List<String> of(String line, String source) throws RuleException {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ESCAPE && quoted && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (c == QUOTE) {
                quoted = !quoted;
                inWord = true;
            } else if (!quoted && c == COMMENT && !inWord) {
                break;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (quoted) {
            throw new RuleException(source, "a quote (\") is not closed");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** The word as a line has to write it. */
    static String quoted(String word) {
        boolean plain = !word.isEmpty()
                && word.charAt(0) != COMMENT
                && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == QUOTE || c == ESCAPE);
        return plain ? word : QUOTE + word.replace("\\", "\\\\").replace("\"", "\\\"") + QUOTE;
    }
}
