package cc.node.cli;

import cc.protocol.message.OpenFileEntry;
import cc.protocol.message.OpenFilesReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cc files}: what a program has open, and where that lives. */
@Command(
        name = "files",
        description = {
            "Lists what a program has open, where it lives, and its traffic.",
            "What rules leave to the machine that the program runs on is not listed: 'lsof -p PID' does that there."
        },
        mixinStandardHelpOptions = true)
final class FilesCommand implements Callable<Integer> {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final int UNIT = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "APP", description = "the program's name or id; 'cc ps' lists them")
    private String application = "";

    @Option(names = "--json", description = "one JSON object a line, with exact figures")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        OpenFilesReport report = NodeClient.openFiles(application);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.getFilesList().forEach(file -> out.println(json(file)));
        } else {
            print(report, out);
        }
        out.flush();
        return 0;
    }

    static void print(OpenFilesReport report, PrintWriter out) {
        Table table = new Table()
                .words("FILE")
                .words("MODE")
                .quantities("READ")
                .quantities("WRITTEN")
                .words("WHERE");
        for (OpenFileEntry file : report.getFilesList()) {
            table.row(
                    file.getPath(),
                    (file.getReads() ? "r" : "") + (file.getWrites() ? "w" : ""),
                    bytes(file.getBytesRead()),
                    bytes(file.getBytesWritten()),
                    where(file));
        }
        table.print(out);
        if (report.getFilesLeftOut() > 0) {
            out.println("and " + report.getFilesLeftOut() + " more");
        }
        if (report.getClosedFiles() > 0) {
            out.println("closed since its start: " + report.getClosedFiles() + ", "
                    + bytes(report.getClosedBytesRead()) + " read, " + bytes(report.getClosedBytesWritten())
                    + " written");
        }
    }

    /** The place is of interest only where it is called otherwise. */
    private static String where(OpenFileEntry file) {
        return file.getPlace().equals(file.getPath()) ? file.getWhere() : file.getWhere() + ":" + file.getPlace();
    }

    static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= UNIT && unit < UNITS.size() - 1) {
            amount /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS.get(unit));
    }

    private static String json(OpenFileEntry file) {
        return new Json.ObjectText()
                .put("path", file.getPath())
                .put("where", file.getWhere())
                .put("place", file.getPlace())
                .put("reads", file.getReads())
                .put("writes", file.getWrites())
                .put("bytesRead", file.getBytesRead())
                .put("bytesWritten", file.getBytesWritten())
                .toString();
    }
}
