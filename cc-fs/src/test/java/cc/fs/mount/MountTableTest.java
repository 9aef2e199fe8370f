package cc.fs.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MountTableTest {
    private static final RuleReader READER = new RuleReader(name -> null);

    @Test
    void theLongestPathWins() throws RuleException {
        MountTable table = table("/ home", "/usr local", "/usr/share/data node=nas1", "/home/*/.ssh deny");
        assertThat(found(table, "/")).isEqualTo("/ home");
        assertThat(found(table, "/us")).isEqualTo("/ home");
        assertThat(found(table, "/usr")).isEqualTo("/usr local");
        assertThat(found(table, "/usr/share")).isEqualTo("/usr local");
        assertThat(found(table, "/usr/share/data/x/y")).isEqualTo("/usr/share/data node=nas1");
        assertThat(found(table, "/usr/share/database")).isEqualTo("/usr local");
        assertThat(found(table, "/home/ann/.ssh/id")).isEqualTo("/home/*/.ssh deny");
        assertThat(found(table, "/home/ann/x")).isEqualTo("/ home");
    }

    @Test
    void ofTwoEquallyLongTheOneThatNamesItWins() throws RuleException {
        MountTable table = table("/ home", "/home/*/x deny", "/home/ann hide", "/home/ann/* local");
        assertThat(found(table, "/home/ann/x")).isEqualTo("/home/ann/* local");
        assertThat(found(table, "/home/bob/x")).isEqualTo("/home/*/x deny");
    }

    @Test
    void laterLayersReplaceEarlierOnesPathByPath() throws RuleException {
        MountTable table = MountTable.of(
                List.of(), List.of(rules("/ home", "/data local"), rules("/data node=nas1"), rules("/x deny")));
        assertThat(found(table, "/data/y")).isEqualTo("/data node=nas1");
        assertThat(found(table, "/x")).isEqualTo("/x deny");
    }

    @Test
    void noLayerChangesWhatIsFixed() throws RuleException {
        assertThatThrownBy(() -> MountTable.of(rules("/proc local"), List.of(rules("/ home", "/proc/self deny"))))
                .hasMessageContaining("rules:2: /proc is each machine's own");
        MountTable table = MountTable.of(rules("/proc local"), List.of(rules("/ deny")));
        assertThat(found(table, "/proc/self")).isEqualTo("/proc local");
    }

    @Test
    void aTableFindsWhatALookAtAllRulesFinds() throws RuleException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Rule> rules = new ArrayList<>(rules("/ home"));
            for (int i = 0; i < 8; i++) {
                String path = path(random, true);
                rules.removeIf(rule -> rule.path().equals(path));
                rules.addAll(rules(path + " local"));
            }
            MountTable table = MountTable.of(List.of(), List.of(rules));
            for (int i = 0; i < 50; i++) {
                String path = path(random, false);
                Rule slow = rules.stream()
                        .filter(rule -> holds(rule.path(), path))
                        .max(Comparator.comparingInt(
                                (Rule rule) -> names(rule.path()).size()))
                        .orElseThrow();
                assertThat(names(table.find(path).path()).size())
                        .as("%s in %s, seed %d", path, rules, seed)
                        .isEqualTo(names(slow.path()).size());
                assertThat(holds(table.find(path).path(), path)).isTrue();
            }
        }
    }

    private static boolean holds(String rule, String path) {
        List<String> wanted = names(rule);
        List<String> has = names(path);
        if (wanted.size() > has.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).equals("*") && !wanted.get(i).equals(has.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }

    private static String path(Random random, boolean wild) {
        String[] names = {"a", "b", "ab", wild ? "*" : "c"};
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            path.append('/').append(names[random.nextInt(names.length)]);
        }
        return path.toString();
    }

    private static MountTable table(String... lines) throws RuleException {
        return MountTable.of(List.of(), List.of(rules(lines)));
    }

    private static List<Rule> rules(String... lines) throws RuleException {
        return READER.read(String.join("\n", lines), "rules");
    }

    private static String found(MountTable table, String path) {
        return table.find(path).toString();
    }
}
