package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Programs of others that work hard with files say the same whether the files are this machine's or served to them. */
class ProgramsTest {
    private static TestNode node;

    @BeforeAll
    static void startNode() throws Exception {
        node = new TestNode(TestUser.SELF);
    }

    @AfterAll
    static void endNode() throws Exception {
        node.close();
    }

    private static List<String> run(ChildProgram program, Class<?> main, String... words) throws Exception {
        String[] all = List.of(words).stream()
                .map(word -> word.equals("FOLDER") ? program.folder().toString() : word)
                .toArray(String[]::new);
        return program.run(main, all);
    }

    private static void saysTheSame(String run, Class<?> main, String verdict, String... words) throws Exception {
        List<String> plain = run(ChildProgram.plain(WorkFolder.empty(run)), main, words);
        assertThat(plain).as("what the program says").anyMatch(line -> line.startsWith(verdict));
        List<String> served = run(ChildProgram.served(WorkFolder.empty(run + "-served"), node), main, words);
        assertThat(served).isEqualTo(plain);
    }

    @Test
    void aDatabaseKeepsItsBooks() throws Exception {
        Path plain = WorkFolder.empty("database");
        Path served = WorkFolder.empty("database-served");
        for (ChildProgram database : List.of(ChildProgram.plain(plain), ChildProgram.served(served, node))) {
            String folder = database.folder().toString();
            assertThat(database.run(DatabaseWork.class, "load", folder, "300"))
                    .last()
                    .isEqualTo("safe 300");
            // Again, on what is there.
            assertThat(database.run(DatabaseWork.class, "load", folder, "55"))
                    .last()
                    .isEqualTo("safe 355");
            assertThat(database.run(DatabaseWork.class, "check", folder, "355"))
                    .containsExactly("consistent: 100 accounts with 100000, 355 transfers up to 355,"
                            + " 0 wrong balances; called safe 355");
        }
    }

    @Test
    void anIndexIsCleanWhenReadByChannels() throws Exception {
        saysTheSame("index-read", IndexWork.class, "index is clean", "FOLDER", "read");
    }

    @Test
    void anIndexIsCleanWhenMapped() throws Exception {
        saysTheSame("index-mapped", IndexWork.class, "index is clean", "FOLDER", "mapped");
    }

    @Test
    void aCompilerMakesTheSameClasses() throws Exception {
        saysTheSame("compile", CompileWork.class, "sum 3160", "FOLDER");
    }

    @Test
    void aGitRepositoryIsWhole() throws Exception {
        saysTheSame("git", GitWork.class, "clean when packed true", "FOLDER");
    }
}
