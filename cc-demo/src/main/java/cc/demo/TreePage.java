package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTree;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;

/** A tree whose nodes can be renamed, added and removed, beside what is known of the selected one. */
final class TreePage extends JPanel {
    private static final int TREE_WIDTH_PX = 330;

    private final StatusBar status;
    private final DefaultTreeModel places = Places.model();
    private final JTree tree = named("tree.places", new JTree(places));
    private final JLabel name = named("tree.name", new JLabel(" "));
    private final JLabel path = named("tree.path", Layouts.quiet(" "));
    private final JLabel children = named("tree.children", new JLabel(" "));
    private final Action add = MenuAction.of("Add a place", "", this::add);
    private final Action rename = MenuAction.of("Rename", "", this::rename);
    private final Action remove = MenuAction.of("Delete", "", this::remove);

    TreePage(StatusBar status) {
        this.status = status;
        tree.setEditable(true);
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        tree.addTreeSelectionListener(event -> showSelected());
        tree.setComponentPopupMenu(popup());
        expand(4);
        tree.setSelectionRow(0);
        JSplitPane split = named(
                "tree.split",
                new JSplitPane(
                        JSplitPane.HORIZONTAL_SPLIT, true, named("tree.scroll", new JScrollPane(tree)), details()));
        split.setDividerLocation(TREE_WIDTH_PX);
        split.setBorder(null);
        Layouts.page(this, "Places", "Click twice slowly or press F2 to rename, right-click for more.", split);
    }

    /** Opens the branches that begin in the first rows, so that some are open and some closed. */
    private void expand(int rows) {
        for (int row = rows; row >= 0; row--) {
            tree.expandRow(row);
        }
        tree.expandRow(2);
    }

    private JPopupMenu popup() {
        JPopupMenu popup = named("tree.popup", new JPopupMenu());
        popup.add(add).setName("tree.add");
        popup.add(rename).setName("tree.rename");
        popup.addSeparator();
        popup.add(remove).setName("tree.remove");
        return popup;
    }

    private JPanel details() {
        name.setFont(name.getFont().deriveFont(Font.PLAIN, name.getFont().getSize2D() * 2));
        JPanel text = new JPanel(new GridLayout(0, 1, 0, 4));
        text.add(path);
        text.add(name);
        text.add(children);
        text.add(Layouts.row(new JButton(add), new JButton(rename), new JButton(remove)));
        JPanel details = new JPanel(new BorderLayout());
        details.setBorder(BorderFactory.createEmptyBorder(12, 20, 12, 12));
        details.add(text, BorderLayout.NORTH);
        return details;
    }

    private DefaultMutableTreeNode selected() {
        TreePath selection = tree.getSelectionPath();
        return (DefaultMutableTreeNode) (selection == null ? places.getRoot() : selection.getLastPathComponent());
    }

    private void showSelected() {
        DefaultMutableTreeNode node = selected();
        name.setText(node.toString());
        path.setText(Arrays.stream(node.getPath()).map(Object::toString).collect(Collectors.joining("  ›  ")));
        int below = node.getChildCount();
        children.setText(
                below == 0 ? "No places below it" : below == 1 ? "1 place below it" : below + " places below it");
        remove.setEnabled(!node.isRoot());
        status.at("Level " + node.getLevel());
    }

    private void add() {
        DefaultMutableTreeNode parent = selected();
        DefaultMutableTreeNode node = new DefaultMutableTreeNode("New place");
        places.insertNodeInto(node, parent, parent.getChildCount());
        TreePath added = new TreePath(node.getPath());
        tree.scrollPathToVisible(added);
        tree.setSelectionPath(added);
        tree.startEditingAtPath(added);
        status.say("Added a place to " + parent);
    }

    private void rename() {
        tree.startEditingAtPath(new TreePath(selected().getPath()));
    }

    private void remove() {
        DefaultMutableTreeNode node = selected();
        DefaultMutableTreeNode parent = (DefaultMutableTreeNode) node.getParent();
        if (parent != null) {
            places.removeNodeFromParent(node);
            tree.setSelectionPath(new TreePath(parent.getPath()));
            status.say("Removed " + node);
        }
    }
}
