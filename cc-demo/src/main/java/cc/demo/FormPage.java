package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerDateModel;
import javax.swing.SpinnerListModel;
import javax.swing.SpinnerNumberModel;

/** A form with every kind of field, and a button that sums it up. */
final class FormPage extends JPanel {
    private static final Date FIRST_DEPARTURE = new GregorianCalendar(2026, Calendar.MAY, 1).getTime();

    private final JPanel form = new JPanel(new GridBagLayout());
    private final JTextField name = named("form.name", new JTextField(24));
    private final JPasswordField password = named("form.password", new JPasswordField(24));
    private final JComboBox<String> cabin =
            named("form.cabin", new JComboBox<>(new String[] {"Hammock", "Shared cabin", "Cabin", "Captain's cabin"}));
    private final JComboBox<String> port =
            named("form.port", new JComboBox<>(new String[] {"Bergen", "Dublin", "Lisbon", "Porto"}));
    private final JSpinner guests = named("form.guests", new JSpinner(new SpinnerNumberModel(2, 1, 12, 1)));
    private final JSpinner date =
            named("form.date", new JSpinner(new SpinnerDateModel(FIRST_DEPARTURE, null, null, Calendar.DAY_OF_MONTH)));
    private final JSpinner watch =
            named("form.watch", new JSpinner(new SpinnerListModel(new String[] {"first", "middle", "morning"})));
    private final JSlider nights = named("form.nights", new JSlider(0, 28, 7));
    private final JProgressBar cost = named("form.cost", new JProgressBar(0, 28 * 12));
    private final JCheckBox meals = named("form.meals", new JCheckBox("Meals", true));
    private final JCheckBox lessons = named("form.lessons", new JCheckBox("Sailing lessons"));
    private final JCheckBox dog = named("form.dog", new JCheckBox("A dog comes along"));
    private final JLabel summary = named("form.summary", Layouts.quiet(" "));
    private int rows;

    FormPage(StatusBar status) {
        form.setOpaque(false);
        port.setEditable(true);
        date.setEditor(new JSpinner.DateEditor(date, "d MMM yyyy"));
        nights.setMajorTickSpacing(7);
        nights.setMinorTickSpacing(1);
        nights.setPaintTicks(true);
        nights.setPaintLabels(true);
        nights.setSnapToTicks(true);
        cost.setStringPainted(true);
        dog.setEnabled(false);
        dog.setToolTipText("No dogs on board this year");
        nights.addChangeListener(event -> showCost());
        guests.addChangeListener(event -> showCost());
        showCost();
        row("Name", 'N', name);
        row("Password", 'P', password);
        row("Cabin", 'C', cabin);
        row("Port", 'T', port);
        row("Departure", 'D', date);
        row("Guests and watch", 'G', Layouts.row(guests, watch));
        row("Nights", 'I', nights);
        row("Cost", '\0', cost);
        row("Extras", '\0', Layouts.row(meals, lessons, dog));
        row("Payment", '\0', payment());
        row("", '\0', Layouts.row(book(status), summary));
        JPanel top = new JPanel(new BorderLayout());
        top.setOpaque(false);
        top.add(form, BorderLayout.WEST);
        JPanel content = new JPanel(new BorderLayout());
        content.setOpaque(false);
        content.add(top, BorderLayout.NORTH);
        Layouts.page(this, "Booking form", "Every field can be reached and filled with the keyboard alone.", content);
    }

    private void row(String title, char mnemonic, JComponent field) {
        JLabel label = new JLabel(title);
        if (mnemonic != '\0') {
            label.setDisplayedMnemonic(mnemonic);
            label.setLabelFor(field);
        }
        form.add(label, cell(0, GridBagConstraints.NONE));
        form.add(field, cell(1, GridBagConstraints.HORIZONTAL));
        rows++;
    }

    private GridBagConstraints cell(int column, int fill) {
        return new GridBagConstraints(
                column, rows, 1, 1, column, 0, GridBagConstraints.LINE_START, fill, new Insets(4, 0, 4, 16), 0, 0);
    }

    private static Component radio(ButtonGroup group, String name, String title, boolean selected) {
        JRadioButton button = named("form." + name, new JRadioButton(title, selected));
        button.setOpaque(false);
        group.add(button);
        return button;
    }

    private static JPanel payment() {
        ButtonGroup group = new ButtonGroup();
        return Layouts.row(
                radio(group, "card", "Card", true),
                radio(group, "cash", "Cash", false),
                radio(group, "gold", "Gold coins", false));
    }

    private JButton book(StatusBar status) {
        JButton book = named("form.book", new JButton("Book"));
        book.setMnemonic('B');
        book.addActionListener(event -> {
            String who = name.getText().isBlank() ? "Somebody" : name.getText().strip();
            summary.setText(who + ": " + cabin.getSelectedItem() + " from " + port.getSelectedItem() + ", "
                    + nights.getValue() + " nights, " + guests.getValue() + " guests");
            status.say("Booked");
        });
        return book;
    }

    private void showCost() {
        int value = nights.getValue() * (Integer) guests.getValue();
        cost.setValue(value);
        cost.setString(value * 45 + " €");
    }
}
