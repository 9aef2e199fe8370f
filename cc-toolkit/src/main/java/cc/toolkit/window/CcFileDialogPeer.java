package cc.toolkit.window;

import java.awt.AWTEvent;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FileDialog;
import java.awt.Rectangle;
import java.awt.event.WindowEvent;
import java.awt.peer.FileDialogPeer;
import java.io.File;
import java.io.FilenameFilter;
import javax.swing.JFileChooser;
import javax.swing.JRootPane;
import javax.swing.filechooser.FileFilter;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;

/**
 * The peer of a file dialog: a dialog with Swing's file chooser in it. It blocks and is blocked as every dialog, and
 * gives its answer to the AWT object before it closes.
 */
public final class CcFileDialogPeer extends CcDialogPeer<FileDialog> implements FileDialogPeer {
    private final JFileChooser chooser = new JFileChooser();
    private final JRootPane root = new JRootPane();

    /** Makes the peer of a file dialog that is not visible yet. */
    public CcFileDialogPeer(Desk desk, FileDialog target) {
        super(desk, target);
        boolean save = target.getMode() == FileDialog.SAVE;
        chooser.setDialogType(save ? JFileChooser.SAVE_DIALOG : JFileChooser.OPEN_DIALOG);
        chooser.setMultiSelectionEnabled(AWTAccessor.getFileDialogAccessor().isMultipleMode(target));
        chooser.addActionListener(event -> {
            if (JFileChooser.APPROVE_SELECTION.equals(event.getActionCommand())) {
                approve();
            } else {
                cancel();
            }
        });
        root.getContentPane().add(chooser);
        target.setLayout(new BorderLayout());
        target.add(root);
        setDirectory(target.getDirectory());
        setFile(target.getFile());
        setFilenameFilter(target.getFilenameFilter());
        place();
    }

    /** A program gives a file dialog no size of its own; it stands in the middle of its owner or screen. */
    private void place() {
        if (target.getWidth() > 0 && target.getHeight() > 0) {
            return;
        }
        Dimension size = root.getPreferredSize();
        Rectangle around = target.getOwner() != null && target.getOwner().isShowing()
                ? target.getOwner().getBounds()
                : target.getGraphicsConfiguration().getBounds();
        int x = Math.max(0, around.x + (around.width - size.width) / 2);
        int y = Math.max(0, around.y + (around.height - size.height) / 2);
        target.setBounds(x, y, size.width, size.height);
        setBounds(x, y, size.width, size.height, SET_BOUNDS);
    }

    @Override
    public void setFile(@Nullable String file) {
        if (file != null && !file.isEmpty()) {
            File given = new File(file);
            chooser.setSelectedFile(given.isAbsolute() ? given : new File(chooser.getCurrentDirectory(), file));
        }
    }

    @Override
    public void setDirectory(@Nullable String directory) {
        if (directory != null && !directory.isEmpty()) {
            chooser.setCurrentDirectory(new File(directory));
        }
    }

    @Override
    public void setFilenameFilter(@Nullable FilenameFilter filter) {
        chooser.setFileFilter(filter == null ? chooser.getAcceptAllFileFilter() : new Filter(filter));
    }

    private void approve() {
        File[] files =
                chooser.isMultiSelectionEnabled() ? chooser.getSelectedFiles() : new File[] {chooser.getSelectedFile()};
        if (files.length == 0 || files[0] == null) {
            cancel();
            return;
        }
        var dialog = AWTAccessor.getFileDialogAccessor();
        File parent = files[0].getAbsoluteFile().getParentFile();
        String directory = parent == null ? File.separator : parent.getPath();
        dialog.setDirectory(target, directory.endsWith(File.separator) ? directory : directory + File.separator);
        dialog.setFile(target, files[0].getName());
        dialog.setFiles(target, files);
        target.setVisible(false);
    }

    private void cancel() {
        var dialog = AWTAccessor.getFileDialogAccessor();
        dialog.setFile(target, null);
        dialog.setFiles(target, new File[0]);
        target.setVisible(false);
    }

    @Override
    protected void handleOther(AWTEvent event) {
        if (event.getID() == WindowEvent.WINDOW_CLOSING) {
            cancel();
        } else {
            super.handleOther(event);
        }
    }

    @Override
    public void dispose() {
        target.remove(root);
        super.dispose();
    }

    /** A program's filter on names, which does not hide directories. */
    private static final class Filter extends FileFilter {
        private final FilenameFilter filter;

        Filter(FilenameFilter filter) {
            this.filter = filter;
        }

        @Override
        public boolean accept(File file) {
            return file.isDirectory() || filter.accept(file.getParentFile(), file.getName());
        }

        @Override
        public String getDescription() {
            return "Files that the program accepts";
        }
    }
}
