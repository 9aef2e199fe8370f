package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;

/** A dialog that was not made by {@code JOptionPane}, modal to the whole application. */
final class OrderDialog extends JDialog {
    private static final int UNIT_PRICE = 12;
    private static final int EXPRESS_PRICE = 8;

    private final JComboBox<String> product =
            named("order.product", new JComboBox<>(new String[] {"Compass", "Hourglass", "Sextant", "Telescope"}));
    private final JSpinner quantity = named("order.quantity", new JSpinner(new SpinnerNumberModel(1, 1, 99, 1)));
    private final JCheckBox express = named("order.express", new JCheckBox("Express delivery"));
    private final JLabel total = named("order.total", new JLabel());
    private String result = "Cancelled";

    private OrderDialog(Window owner) {
        super(owner, "Order", ModalityType.APPLICATION_MODAL);
        setName("order");
        JPanel form = new JPanel(new GridLayout(0, 2, 10, 8));
        form.add(new JLabel("Product"));
        form.add(product);
        form.add(new JLabel("Quantity"));
        form.add(quantity);
        form.add(new JLabel("Delivery"));
        form.add(express);
        form.add(new JLabel("Total"));
        form.add(total);
        quantity.addChangeListener(event -> showTotal());
        express.addActionListener(event -> showTotal());
        showTotal();
        JPanel content = new JPanel(new BorderLayout(0, 14));
        content.setBorder(BorderFactory.createEmptyBorder(14, 14, 14, 14));
        content.add(form, BorderLayout.CENTER);
        content.add(buttons(), BorderLayout.SOUTH);
        setContentPane(content);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        setResizable(false);
        pack();
        setLocationRelativeTo(owner);
    }

    /** Shows the form, waits, and says what was ordered. */
    static String ask(Window owner) {
        OrderDialog dialog = new OrderDialog(owner);
        dialog.setVisible(true);
        return dialog.result;
    }

    private JPanel buttons() {
        JButton order = named("order.ok", new JButton("Order"));
        order.addActionListener(event -> {
            result = "Ordered " + quantity.getValue() + " x " + product.getSelectedItem() + ", " + total.getText();
            dispose();
        });
        JButton cancel = named("order.cancel", new JButton("Cancel"));
        cancel.addActionListener(event -> dispose());
        getRootPane().setDefaultButton(order);
        getRootPane()
                .registerKeyboardAction(
                        event -> dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
        buttons.add(order);
        buttons.add(cancel);
        return buttons;
    }

    private void showTotal() {
        int amount = (Integer) quantity.getValue() * UNIT_PRICE + (express.isSelected() ? EXPRESS_PRICE : 0);
        total.setText(amount + " €");
    }
}
