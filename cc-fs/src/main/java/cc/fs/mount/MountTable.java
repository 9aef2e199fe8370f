package cc.fs.mount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rule of a path: of all that hold for it the one whose own path is longest, and of two that are equally long
 * the one that names it rather than by {@code *}. Immutable; a look makes no objects, since each open and each question
 * for a file's attributes takes one.
 */
public final class MountTable {
    private static final String ANY = "*";

    private final Branch root;
    private final List<Rule> rules;
    private final boolean restricting;

    private MountTable(Branch root, List<Rule> rules) {
        this.root = root;
        this.rules = rules;
        restricting = isAnyRestricting(rules);
    }

    // Loops, not streams, where each program starts: lambdas take a virtual machine milliseconds the first time.

    private static boolean isAnyRestricting(List<Rule> rules) {
        for (Rule rule : rules) {
            if (isClosed(rule) || rule.readOnly()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosed(Rule rule) {
        return rule.mode() == Mode.DENY || rule.mode() == Mode.HIDE;
    }

    /**
     * A table of several layers.
     *
     * @param fixed rules that no layer can change, above or below their paths' own
     * @param layers the first gives way to the second, and so on, where both have a rule for one path; one of them has a
     *     rule for {@code /}
     * @throws RuleException if a layer would change what is fixed
     */
    public static MountTable of(Collection<Rule> fixed, List<? extends Collection<Rule>> layers) throws RuleException {
        Branch fixedOnly = tree(fixed);
        Map<String, Rule> byPath = new LinkedHashMap<>();
        for (Collection<Rule> layer : layers) {
            for (Rule rule : layer) {
                Rule above = fixedOnly.find(rule.path(), 0);
                if (above != null) {
                    throw new RuleException(
                            rule.source(), above.path() + " is each machine's own, and no rule changes that");
                }
                byPath.put(rule.path(), rule);
            }
        }
        if (!byPath.containsKey("/")) {
            throw new IllegalArgumentException("no rule for /");
        }
        for (Rule rule : fixed) {
            byPath.put(rule.path(), rule);
        }
        return new MountTable(tree(byPath.values()), List.copyOf(byPath.values()));
    }

    /** @param path absolute and normal, see {@link PathNames#normal} */
    public Rule find(String path) {
        Rule rule = root.find(path, 0);
        if (rule == null) {
            throw new IllegalStateException("no rule for " + path);
        }
        return rule;
    }

    /** Whether some rule keeps a program from something that its user may do. */
    public boolean isRestricting() {
        return restricting;
    }

    /** Whether something can be seen below a path, whatever holds for the path itself. */
    public boolean leadsOn(String path) {
        return root.leadsOn(path, 0);
    }

    /** The names in a folder that lead on by a rule of their own; those that rules have as {@code *} are not known. */
    public List<String> namesOnTheWay(String folder) {
        List<String> names = new ArrayList<>();
        root.namesOnTheWay(folder, 0, names);
        return names;
    }

    /** All rules, in the order in which they were given. */
    public List<Rule> rules() {
        return rules;
    }

    private static Branch tree(Collection<Rule> rules) {
        Branch root = new Branch("", 0);
        for (Rule rule : rules) {
            Branch branch = root;
            for (String name : rule.path().split("/", -1)) {
                if (!name.isEmpty()) {
                    branch = branch.child(name);
                }
            }
            branch.rule = rule;
        }
        return root;
    }

    /** A name of a rule's path, and what follows it. Few rules begin alike, so that names are compared one by one. */
    private static final class Branch {
        private final String name;
        private final int depth;
        private final List<Branch> children = new ArrayList<>();
        private @Nullable Rule rule;

        Branch(String name, int depth) {
            this.name = name;
            this.depth = depth;
        }

        Branch child(String childName) {
            for (Branch child : children) {
                if (child.name.equals(childName)) {
                    return child;
                }
            }
            Branch added = new Branch(childName, depth + 1);
            // Any name comes after those that are named.
            children.add(childName.equals(ANY) ? children.size() : 0, added);
            return added;
        }

        /** @param slash the index in {@code path} of the slash before the names that are below this one */
        @Nullable
        Rule find(String path, int slash) {
            Branch found = deepest(path, slash);
            return found == null ? null : found.rule;
        }

        private @Nullable Branch deepest(String path, int slash) {
            Branch best = rule == null ? null : this;
            int start = slash + 1;
            if (start >= path.length() || children.isEmpty()) {
                return best;
            }
            int end = end(path, start);
            for (int i = 0; i < children.size(); i++) {
                Branch child = children.get(i);
                if (child.matches(path, start, end)) {
                    Branch below = child.deepest(path, end);
                    if (below != null && (best == null || below.depth > best.depth)) {
                        best = below;
                    }
                }
            }
            return best;
        }

        boolean leadsOn(String path, int slash) {
            int start = slash + 1;
            if (start >= path.length()) {
                return children.stream().anyMatch(Branch::isOpen);
            }
            int end = end(path, start);
            return children.stream().anyMatch(child -> child.matches(path, start, end) && child.leadsOn(path, end));
        }

        void namesOnTheWay(String path, int slash, List<String> names) {
            int start = slash + 1;
            if (start >= path.length()) {
                for (Branch child : children) {
                    if (!child.name.equals(ANY) && child.isOpen() && !names.contains(child.name)) {
                        names.add(child.name);
                    }
                }
                return;
            }
            int end = end(path, start);
            for (Branch child : children) {
                if (child.matches(path, start, end)) {
                    child.namesOnTheWay(path, end, names);
                }
            }
        }

        private boolean isOpen() {
            return (rule != null && !isClosed(rule)) || children.stream().anyMatch(Branch::isOpen);
        }

        private static int end(String path, int start) {
            int end = path.indexOf('/', start);
            return end < 0 ? path.length() : end;
        }

        private boolean matches(String path, int start, int end) {
            return name.equals(ANY) || (name.length() == end - start && path.startsWith(name, start));
        }
    }
}
