package cc.fs.mount;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules: one a line, {@code PATH MODE [OPTION..]}, as docs/files.md describes them. What makes no sense is an error
 * with the place and the reason, never a rule that is silently something else.
 */
public final class RuleReader {
    static final String READ_ONLY = "read-only";
    static final String CACHE = "cache";
    static final String MAP = "map";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([kmgKMG]?)");
    private static final Pattern MACHINE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,62}");
    private static final int MAX_PATH_CHARS = 4096;

    private final Function<String, @Nullable String> variables;

    /** @param variables values of <code>${NAME}</code> in rules; null: there is none of that name */
    public RuleReader(Function<String, @Nullable String> variables) {
        this.variables = variables;
    }

    /**
     * Reads a text of several lines.
     *
     * @param source what to call it in errors
     */
    public List<Rule> read(String text, String source) throws RuleException {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            String place = source + ":" + number;
            List<String> words = Words.of(line, place);
            if (!words.isEmpty()) {
                rules.add(rule(words, place));
            }
        }
        return rules;
    }

    /** Reads a rule of a command line: {@code PATH=MODE[,OPTION..]}. */
    public Rule readOption(String option) throws RuleException {
        String source = "--mount " + option;
        int equals = option.indexOf('=');
        if (equals < 0) {
            throw new RuleException(source, "write PATH=MODE, for example /data=node=nas1");
        }
        List<String> words = new ArrayList<>();
        words.add(option.substring(0, equals));
        words.addAll(List.of(option.substring(equals + 1).split(",", -1)));
        return rule(words, source);
    }

    private Rule rule(List<String> words, String source) throws RuleException {
        String path = path(words.get(0), source);
        if (words.size() < 2) {
            throw new RuleException(source, "what is to become of " + path + "? Write PATH MODE");
        }
        if (words.get(1).equals(READ_ONLY)) {
            // Where it would be anyway, but not to be changed.
            return withOptions(Rule.of(path, Mode.HOME, source), words.subList(1, words.size()), source);
        }
        String[] mode = keyAndValue(words.get(1));
        Rule rule = Rule.of(path, mode(mode, source), source);
        rule = withTarget(rule, mode.length > 1 ? mode[1] : "", source);
        return withOptions(rule, words.subList(2, words.size()), source);
    }

    private static Rule withOptions(Rule rule, List<String> options, String source) throws RuleException {
        Rule with = rule;
        for (String option : options) {
            with = withOption(with, option, source);
        }
        return with;
    }

    private static Mode mode(String[] word, String source) throws RuleException {
        Mode mode = Mode.of(word[0])
                .orElseThrow(() -> new RuleException(
                        source,
                        "'" + word[0]
                                + "' is no mode; there are local, home, node=NAME[:PATH], shared, ship, private, deny,"
                                + " hide, read-only, provider=URI"));
        if (mode.hasTarget() != word.length > 1) {
            throw new RuleException(
                    source,
                    mode.hasTarget()
                            ? mode.word() + " needs to be told which: " + mode.word() + "=..."
                            : mode.word() + " takes no '='");
        }
        return mode;
    }

    private Rule withTarget(Rule rule, String target, String source) throws RuleException {
        return switch (rule.mode()) {
            case NODE -> {
                int colon = target.indexOf(':');
                String machine = colon < 0 ? target : target.substring(0, colon);
                if (!MACHINE.matcher(machine).matches()) {
                    throw new RuleException(source, "'" + machine + "' is no machine's name");
                }
                String place = colon < 0 ? rule.path() : path(target.substring(colon + 1), source);
                if (place.contains("*") && !place.equals(rule.path())) {
                    throw new RuleException(source, "a path on another machine cannot have a '*'");
                }
                yield with(rule, machine, place, rule.readOnly(), rule.cache(), rule.mapLimitBytes());
            }
            case PROVIDER -> {
                if (rule.path().contains("*")) {
                    throw new RuleException(source, "what a provider makes has one place: its path cannot have a '*'");
                }
                try {
                    if (new URI(target).getScheme() == null) {
                        throw new RuleException(source, "'" + target + "' has no scheme, such as jar: or sftp:");
                    }
                } catch (URISyntaxException e) {
                    throw new RuleException(source, "'" + target + "' is no URI: " + e.getMessage());
                }
                yield with(rule, "", target, rule.readOnly(), rule.cache(), rule.mapLimitBytes());
            }
            default -> rule;
        };
    }

    private static Rule withOption(Rule rule, String option, String source) throws RuleException {
        String[] word = keyAndValue(option);
        String value = word.length > 1 ? word[1] : "";
        switch (word[0]) {
            case READ_ONLY -> {
                return with(rule, rule.machine(), rule.place(), true, rule.cache(), rule.mapLimitBytes());
            }
            case CACHE -> {
                for (CachePolicy cache : CachePolicy.values()) {
                    if (cache.word().equals(value)) {
                        return with(rule, rule.machine(), rule.place(), rule.readOnly(), cache, rule.mapLimitBytes());
                    }
                }
                throw new RuleException(source, "cache is close-to-open or none, not '" + value + "'");
            }
            case MAP -> {
                return with(rule, rule.machine(), rule.place(), rule.readOnly(), rule.cache(), bytes(value, source));
            }
            default ->
                throw new RuleException(
                        source, "'" + option + "' is no option; there are read-only, cache=..., map=SIZE");
        }
    }

    private static Rule with(
            Rule rule, String machine, String place, boolean readOnly, CachePolicy cache, long mapLimitBytes) {
        return new Rule(rule.path(), rule.mode(), machine, place, readOnly, cache, mapLimitBytes, rule.source());
    }

    private static long bytes(String size, String source) throws RuleException {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new RuleException(source, "'" + size + "' is no size; write for example 64m");
        }
        int shift = switch (matcher.group(2).toLowerCase(java.util.Locale.ROOT)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift);
    }

    private String path(String text, String source) throws RuleException {
        String path = substituted(text, source);
        if (!path.startsWith("/")) {
            throw new RuleException(source, "'" + path + "' is no absolute path: it has to begin with /");
        } else if (path.indexOf('\0') >= 0) {
            throw new RuleException(source, "a path cannot have a NUL");
        } else if (path.length() > MAX_PATH_CHARS) {
            throw new RuleException(source, "a path has " + MAX_PATH_CHARS + " characters at most");
        }
        return PathNames.normal(path, "/");
    }

    private String substituted(String text, String source) throws RuleException {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder path = new StringBuilder();
        while (matcher.find()) {
            String value = variables.apply(matcher.group(1));
            if (value == null) {
                throw new RuleException(source, "nothing is known as ${" + matcher.group(1) + "}");
            }
            matcher.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(path).toString();
    }

    private static String[] keyAndValue(String word) {
        return word.split("=", 2);
    }
}
