package cc.gui.awt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Canvas;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.FileDialog;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDialogTest {
    private final Stage stage = Stage.of(new Canvas(), 600, 400);

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "a");
        Files.writeString(directory.resolve("b.png"), "b");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private FileDialog open(int mode) {
        FileDialog dialog = new FileDialog(stage.frame, "Files", mode);
        dialog.setDirectory(directory.toString());
        return dialog;
    }

    private static void show(FileDialog dialog) {
        EventQueue.invokeLater(() -> {
            dialog.setVisible(true);
            dialog.setName("answered");
        });
        Stage.until(dialog::isShowing);
    }

    private static JFileChooser chooser(FileDialog dialog) {
        return choosers(dialog).findFirst().orElseThrow();
    }

    private static Stream<JFileChooser> choosers(Component in) {
        if (in instanceof JFileChooser found) {
            return Stream.of(found);
        }
        return in instanceof Container container
                ? Arrays.stream(container.getComponents()).flatMap(FileDialogTest::choosers)
                : Stream.empty();
    }

    @Test
    void answersWithTheFileThatWasChosen() {
        FileDialog dialog = open(FileDialog.LOAD);
        show(dialog);
        Stage.run(() -> {
            JFileChooser chooser = chooser(dialog);
            chooser.setSelectedFile(directory.resolve("a.txt").toFile());
            chooser.approveSelection();
        });
        Stage.until(() -> "answered".equals(dialog.getName()));
        assertThat(dialog.isShowing()).isFalse();
        assertThat(dialog.getFile()).isEqualTo("a.txt");
        assertThat(new File(dialog.getDirectory())).isEqualTo(directory.toFile());
        assertThat(dialog.getDirectory()).endsWith(File.separator);
        Stage.run(dialog::dispose);
    }

    @Test
    void answersWithSeveralFilesWhereThatIsAllowed() {
        FileDialog dialog = open(FileDialog.LOAD);
        dialog.setMultipleMode(true);
        show(dialog);
        Stage.run(() -> {
            JFileChooser chooser = chooser(dialog);
            chooser.setSelectedFiles(new File[] {
                directory.resolve("a.txt").toFile(), directory.resolve("b.png").toFile()
            });
            chooser.approveSelection();
        });
        Stage.until(() -> "answered".equals(dialog.getName()));
        assertThat(dialog.getFiles()).extracting(File::getName).containsExactly("a.txt", "b.png");
        Stage.run(dialog::dispose);
    }

    @Test
    void closingItIsNoAnswer() {
        FileDialog dialog = open(FileDialog.SAVE);
        dialog.setFile("new.txt");
        show(dialog);
        assertThat(Stage.get(() -> chooser(dialog).getSelectedFile().getName())).isEqualTo("new.txt");
        Stage.run(() -> dialog.dispatchEvent(new WindowEvent(dialog, WindowEvent.WINDOW_CLOSING)));
        Stage.until(() -> "answered".equals(dialog.getName()));
        assertThat(dialog.getFile()).isNull();
        Stage.run(dialog::dispose);
    }

    @Test
    void theProgramsFilterDecidesWhichFilesAreShown() {
        FileDialog dialog = open(FileDialog.LOAD);
        dialog.setFilenameFilter((folder, name) -> name.endsWith(".txt"));
        show(dialog);
        assertThat(Stage.get(
                        () -> chooser(dialog).accept(directory.resolve("a.txt").toFile())))
                .isTrue();
        assertThat(Stage.get(
                        () -> chooser(dialog).accept(directory.resolve("b.png").toFile())))
                .isFalse();
        Stage.run(dialog::dispose);
    }
}
