package cc.node.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A listing for people: columns as wide as what is in them. */
final class Table {
    private static final String GAP = "  ";

    private final List<String> headings = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** One more column, of words. */
    Table words(String heading) {
        headings.add(heading);
        right.add(false);
        return this;
    }

    /** One more column, of quantities, which stand below each other by their ends. */
    Table quantities(String heading) {
        headings.add(heading);
        right.add(true);
        return this;
    }

    /** @param cells one for each column; only the last may be left out */
    void row(Object... cells) {
        rows.add(IntStream.range(0, headings.size())
                .mapToObj(column -> column < cells.length ? String.valueOf(cells[column]) : "")
                .toList());
    }

    void print(PrintWriter out) {
        int[] widths = IntStream.range(0, headings.size()).map(this::width).toArray();
        print(out, headings, widths);
        rows.forEach(row -> print(out, row, widths));
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).length(), Math::max);
    }

    private void print(PrintWriter out, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP).append(right.get(column) ? padding + cell : cell + padding);
        }
        out.println(line.toString().stripTrailing());
    }
}
