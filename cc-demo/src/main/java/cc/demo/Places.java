package cc.demo;

import java.util.List;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;

/** The tree of places, read from an indented text so that its source looks like the tree. */
final class Places {
    private static final int INDENT = 2;
    private static final String TEXT = """
            World
              Africa
                Egypt
                  Alexandria
                  Cairo
                  Luxor
                Kenya
                  Mombasa
                  Nairobi
                Nigeria
                  Abuja
                  Lagos
              Americas
                Canada
                  Montreal
                  Toronto
                  Vancouver
                Ecuador
                  Guayaquil
                  Quito
                Peru
                  Cusco
                  Lima
              Asia
                Japan
                  Kyoto
                  Osaka
                  Sapporo
                  Tokyo
                Türkiye
                  Ankara
                  Istanbul
                Vietnam
                  Da Nang
                  Hanoi
              Europe
                Finland
                  Helsinki
                  Turku
                Portugal
                  Lisbon
                  Porto
                Switzerland
                  Bern
                  Geneva
                  Zürich
              Oceania
                Australia
                  Hobart
                  Sydney
                New Zealand
                  Auckland
                  Wellington
            """;

    private Places() {}

    static DefaultTreeModel model() {
        return parse(TEXT);
    }

    /** Reads a tree whose nodes are lines, each deeper than its parent by one indent. */
    static DefaultTreeModel parse(String text) {
        List<String> lines = text.lines().toList();
        DefaultMutableTreeNode root = new DefaultMutableTreeNode(lines.get(0));
        DefaultMutableTreeNode last = root;
        for (String line : lines.subList(1, lines.size())) {
            int depth = (line.length() - line.stripLeading().length()) / INDENT;
            while (last.getLevel() >= depth) {
                last = (DefaultMutableTreeNode) last.getParent();
            }
            DefaultMutableTreeNode node = new DefaultMutableTreeNode(line.strip());
            last.add(node);
            last = node;
        }
        return new DefaultTreeModel(root);
    }
}
