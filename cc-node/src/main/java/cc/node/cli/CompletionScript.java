package cc.node.cli;

import java.util.Map;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * What lets bash or zsh complete the command: its words and options as picocli writes them down, and names of
 * applications and machines, which the node is asked for at that moment.
 */
final class CompletionScript {
    private static final String MACHINES = String.join(
            "|", "--on", "--also-on", "--not-on", "--from", "--also-from", "--not-from", "--input", "--machine");

    private static final String NAMES = """
            # Names of applications and machines.
            function _cc_names() {
              local word=${COMP_WORDS[COMP_CWORD]} kind=
              case ${COMP_WORDS[COMP_CWORD-1]} in
                @MACHINES@) kind=machines ;;
                --screen) [[ ${COMP_WORDS[1]} == view ]] || kind=machines ;;
                *) [[ $word == -* ]] || case ${COMP_WORDS[1]} in
                  @COMMANDS@) [[ $COMP_CWORD == 1 ]] || kind=applications ;;
                esac ;;
              esac
              if [[ -n $kind ]]; then
                COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" completion --names "$kind" 2>/dev/null)" -- "$word"))
              else
                _complete_@FUNCTION@ "$@"
              fi
            }
            complete -F _cc_names -o default @NAME@
            """;

    private CompletionScript() {}

    /** @param name what the command is called */
    static String of(String name, CommandLine cc) {
        String ofApplications = cc.getSubcommands().entrySet().stream()
                .filter(command -> command.getValue().getCommandSpec().positionalParameters().stream()
                        .anyMatch(parameter -> parameter.paramLabel().contains("APP")))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining("|"));
        return AutoComplete.bash(name, cc)
                + NAMES.replace("@MACHINES@", MACHINES)
                        .replace("@COMMANDS@", ofApplications)
                        .replace("@FUNCTION@", name)
                        .replace("@NAME@", name);
    }
}
