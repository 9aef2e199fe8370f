package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.Component;
import java.awt.Dimension;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.RowFilter;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;

/** The orders in a table that sorts by its headers and filters as one types. */
final class TablePage extends JPanel {
    private static final int ROW_HEIGHT_PX = 22;
    private static final int[] WIDTHS_PX = {60, 150, 90, 110, 70, 80, 90, 90, 50};

    private final StatusBar status;
    private final OrdersModel orders = new OrdersModel();
    private final JTable table = named("table.orders", new JTable(orders));
    private final TableRowSorter<OrdersModel> sorter = new TableRowSorter<>(orders);
    private final JTextField filter = named("table.filter", new JTextField(18));
    private final JLabel count = named("table.count", Layouts.quiet(""));

    TablePage(StatusBar status) {
        this.status = status;
        table.setRowSorter(sorter);
        table.setRowHeight(ROW_HEIGHT_PX);
        table.setIntercellSpacing(new Dimension(1, 1));
        table.setFillsViewportHeight(true);
        table.setDefaultRenderer(Double.class, new Money());
        for (int column = 0; column < WIDTHS_PX.length; column++) {
            table.getColumnModel().getColumn(column).setPreferredWidth(WIDTHS_PX[column]);
        }
        table.getSelectionModel().addListSelectionListener(event -> saySelection());
        JLabel label = new JLabel("Filter:");
        label.setDisplayedMnemonic('I');
        label.setLabelFor(filter);
        JButton clear = named("table.clear", new JButton("Clear"));
        clear.addActionListener(event -> filter.setText(""));
        filter.setToolTipText("Shows only orders whose customer, city or product contains this");
        filter.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                applyFilter();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                applyFilter();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {}
        });
        applyFilter();
        Layouts.page(
                this,
                "Orders",
                "Click a header to sort. Customer, quantity and payment can be edited.",
                Layouts.below(Layouts.row(label, filter, clear, count), named("table.scroll", new JScrollPane(table))));
    }

    private void applyFilter() {
        String wanted = filter.getText().toLowerCase(Locale.ROOT);
        sorter.setRowFilter(wanted.isEmpty() ? null : containing(wanted));
        count.setText(String.format(Locale.ROOT, "%,d of %,d orders", table.getRowCount(), OrdersModel.ROWS));
    }

    private static RowFilter<OrdersModel, Integer> containing(String wanted) {
        return new RowFilter<>() {
            @Override
            public boolean include(Entry<? extends OrdersModel, ? extends Integer> entry) {
                return contains(entry, OrdersModel.CUSTOMER)
                        || contains(entry, OrdersModel.CITY)
                        || contains(entry, OrdersModel.PRODUCT);
            }

            private boolean contains(Entry<? extends OrdersModel, ? extends Integer> entry, int column) {
                return entry.getStringValue(column).toLowerCase(Locale.ROOT).contains(wanted);
            }
        };
    }

    private void saySelection() {
        int selected = table.getSelectedRowCount();
        if (selected == 1) {
            Object order = table.getModel()
                    .getValueAt(table.convertRowIndexToModel(table.getSelectedRow()), OrdersModel.ORDER);
            status.at("Order " + order);
        } else {
            status.at(selected + " orders selected");
        }
    }

    /** Amounts with two decimals, aligned at the right. */
    private static final class Money extends DefaultTableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            String text = String.format(Locale.ROOT, "%,.2f", (Double) value);
            super.getTableCellRendererComponent(table, text, selected, focused, row, column);
            setHorizontalAlignment(SwingConstants.TRAILING);
            return this;
        }
    }
}
