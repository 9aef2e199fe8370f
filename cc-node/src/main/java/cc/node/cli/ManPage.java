package cc.node.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One command's page of the manual, in the macros of man(7), out of what its help says. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /** What the page is called, without its section: {@code cc-run}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    static String of(CommandLine command) {
        ManPage page = new ManPage();
        page.write(command);
        return page.page.toString();
    }

    private void write(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        String[] description = spec.usageMessage().description();
        macro("TH " + quoted(name(command).toUpperCase(Locale.ROOT)) + " 1 \"\" " + quoted(release(spec))
                + " \"Computing Community\"");
        macro("SH NAME");
        text(name(command) + " - " + String.join(" ", description));
        macro("SH SYNOPSIS");
        text(synopsis(command));
        macro("SH DESCRIPTION");
        for (String paragraph : description) {
            text(paragraph);
        }
        arguments(spec);
        commands(command);
        macro("SH SEE ALSO");
        text(
                spec.parent() == null
                        ? "The commands' own pages, for example cc-run(1)."
                        : "computing-community(1), which lists all commands.");
    }

    private void arguments(CommandSpec spec) {
        List<PositionalParamSpec> positional = spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .toList();
        if (!positional.isEmpty()) {
            macro("SH ARGUMENTS");
            positional.forEach(parameter -> item(parameter.paramLabel(), description(parameter)));
        }
        List<OptionSpec> options =
                spec.options().stream().filter(option -> !option.hidden()).toList();
        if (!options.isEmpty()) {
            macro("SH OPTIONS");
            options.forEach(option -> item(names(option), description(option)));
        }
    }

    private void commands(CommandLine command) {
        if (!command.getSubcommands().isEmpty()) {
            macro("SH COMMANDS");
            command.getSubcommands()
                    .values()
                    .forEach(sub -> item(
                            sub.getCommandName(),
                            String.join(" ", sub.getCommandSpec().usageMessage().description())));
        }
    }

    private static String synopsis(CommandLine command) {
        return new Help(command.getCommandSpec(), Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .replaceAll("\\s+", " ")
                .trim();
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }

    private static String release(CommandSpec spec) {
        String[] version = spec.root().version();
        return version.length == 0 ? "" : version[0];
    }

    private void macro(String line) {
        page.append('.').append(line).append('\n');
    }

    private void text(String line) {
        page.append(escaped(line)).append('\n');
        macro("PP");
    }

    private void item(String term, String description) {
        macro("TP");
        page.append("\\fB").append(escaped(term)).append("\\fR\n");
        page.append(escaped(description)).append('\n');
    }

    private static String quoted(String word) {
        return "\"" + escaped(word).replace("\"", "\\(dq") + "\"";
    }

    /**
     * What is said, so that nothing of it is taken for a request. picocli's descriptions write a percent sign twice.
     */
    private static String escaped(String text) {
        String plain = text.replace("%%", "%").replace("%n", " ");
        String safe = plain.lines()
                .map(line -> line.replace("\\", "\\(rs").replace("-", "\\-"))
                .collect(Collectors.joining(" "));
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
