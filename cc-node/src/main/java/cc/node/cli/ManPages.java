package cc.node.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;

/** Writes the manual's pages and the shell's completion for an installation; the build of the package runs it. */
public final class ManPages {
    private ManPages() {}

    /**
     * @param arguments the folder for the pages, the file for the completion, and what the command is called besides cc
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path completion = Path.of(arguments[1]);
        String longName = arguments[2];
        CommandLine cc = Cc.commandLine();
        write(folder, longName, ManPage.of(cc));
        for (CommandLine command : cc.getSubcommands().values()) {
            write(folder, ManPage.name(command), ManPage.of(command));
        }
        Files.createDirectories(completion.toAbsolutePath().getParent());
        Files.writeString(completion, CompletionScript.of(longName, cc));
    }

    private static void write(Path folder, String name, String page) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".1.gz")))) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
