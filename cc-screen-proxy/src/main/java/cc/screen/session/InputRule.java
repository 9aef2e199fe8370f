package cc.screen.session;

import java.util.List;

/**
 * From which machines a program may be driven.
 *
 * @param here the machine on which this rule is applied; empty if there is no community
 * @param machines those that may; empty: all
 */
public record InputRule(String here, List<String> machines) {
    /** Whoever sees the program and has the right to control it may. */
    public static final InputRule ALL = new InputRule("", List.of());

    public InputRule {
        machines = List.copyOf(machines);
    }

    /** @param machine empty: this one */
    boolean permits(String machine) {
        return machines.isEmpty() || machines.contains(nameOf(machine));
    }

    /** @param machine empty: this one */
    String nameOf(String machine) {
        return machine.isEmpty() ? here : machine;
    }
}
