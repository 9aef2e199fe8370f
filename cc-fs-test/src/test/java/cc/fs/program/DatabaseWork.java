package cc.fs.program;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * A program that keeps accounts in an H2 database and moves money between them, and one that checks the books. The
 * first may be killed at any moment: whatever it has called safe must be there then, and the books must be right.
 *
 * <p>Usage: {@code load FOLDER TRANSFERS} or {@code check FOLDER TRANSFERS-CALLED-SAFE}.
 */
final class DatabaseWork {
    private static final int ACCOUNTS = 100;
    private static final int FIRST_BALANCE = 1000;
    private static final int TRANSFERS_BETWEEN_SYNCS = 10;
    private static final long SEED = 20260101;

    private DatabaseWork() {}

    public static void main(String[] words) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                "jdbc:h2:file:" + words[1] + "/bank;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa", "")) {
            int number = Integer.parseInt(words[2]);
            if (words[0].equals("load")) {
                load(database, number);
            } else {
                check(database, number);
            }
        }
    }

    private static void load(Connection database, int transfers) throws SQLException {
        database.setAutoCommit(false);
        int done = open(database);
        Random random = new Random(SEED + done);
        try (PreparedStatement change =
                        database.prepareStatement("update account set balance = balance + ? where id = ?");
                PreparedStatement note = database.prepareStatement("insert into transfer values (?, ?, ?, ?, ?)");
                Statement sync = database.createStatement()) {
            for (int id = done + 1; id <= done + transfers; id++) {
                int from = random.nextInt(ACCOUNTS);
                int to = random.nextInt(ACCOUNTS);
                int amount = random.nextInt(50);
                change(change, from, -amount);
                change(change, to, amount);
                note.setInt(1, id);
                note.setInt(2, from);
                note.setInt(3, to);
                note.setInt(4, amount);
                note.setString(5, "x".repeat(random.nextInt(400)));
                note.executeUpdate();
                database.commit();
                if (id % TRANSFERS_BETWEEN_SYNCS == 0) {
                    sync.execute("checkpoint sync");
                    System.out.println("safe " + id);
                }
            }
            sync.execute("checkpoint sync");
        }
        System.out.println("safe " + (done + transfers));
    }

    private static void change(PreparedStatement change, int account, int amount) throws SQLException {
        change.setInt(1, amount);
        change.setInt(2, account);
        change.executeUpdate();
    }

    /** Makes the tables unless they are there; returns how many transfers were done before. */
    private static int open(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("create table if not exists account (id int primary key, balance int)");
            statement.execute("create table if not exists transfer"
                    + " (id int primary key, origin int, target int, amount int, remark varchar)");
            if (number(statement, "select count(*) from account") == 0) {
                statement.execute("insert into account select x, " + FIRST_BALANCE + " from system_range(0, "
                        + (ACCOUNTS - 1) + ")");
            }
            database.commit();
            return number(statement, "select count(*) from transfer");
        }
    }

    private static void check(Connection database, int safe) throws SQLException {
        try (Statement statement = database.createStatement()) {
            int accounts = number(statement, "select count(*) from account");
            int money = number(statement, "select sum(balance) from account");
            int transfers = number(statement, "select count(*) from transfer");
            int last = number(statement, "select coalesce(max(id), 0) from transfer");
            int wrong = number(
                    statement,
                    "select count(*) from account a where balance <> " + FIRST_BALANCE
                            + " + (select coalesce(sum(amount), 0) from transfer where target = a.id)"
                            + " - (select coalesce(sum(amount), 0) from transfer where origin = a.id)");
            boolean right = accounts == ACCOUNTS
                    && money == ACCOUNTS * FIRST_BALANCE
                    && transfers == last
                    && transfers >= safe
                    && wrong == 0;
            System.out.println((right ? "consistent: " : "INCONSISTENT: ") + accounts + " accounts with " + money + ", "
                    + transfers + " transfers up to " + last + ", " + wrong + " wrong balances; called safe " + safe);
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }
}
