package cc.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.swing.table.AbstractTableModel;

/** Ten thousand orders, the same in every run. Customer, quantity and payment may be edited; the total follows. */
final class OrdersModel extends AbstractTableModel {
    static final int ROWS = 10_000;
    static final int ORDER = 0;
    static final int CUSTOMER = 1;
    static final int CITY = 2;
    static final int PRODUCT = 3;
    static final int QUANTITY = 4;
    static final int PRICE = 5;
    static final int TOTAL = 6;
    static final int DATE = 7;
    static final int PAID = 8;

    private static final long SEED = 20_260_101;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final String[] TITLES = {
        "Order", "Customer", "City", "Product", "Quantity", "Price", "Total", "Date", "Paid"
    };
    private static final Class<?>[] TYPES = {
        Integer.class,
        String.class,
        String.class,
        String.class,
        Integer.class,
        Double.class,
        Double.class,
        LocalDate.class,
        Boolean.class
    };
    private static final String[] FIRST_NAMES = {
        "Ada",
        "Alan",
        "Barbara",
        "Claude",
        "Dennis",
        "Donald",
        "Edsger",
        "Frances",
        "Grace",
        "Jean",
        "John",
        "Katherine",
        "Ken",
        "Leslie",
        "Niklaus",
        "Radia"
    };
    private static final String[] LAST_NAMES = {
        "Adams", "Baker", "Castillo", "Dubois", "Eriksen", "Fischer", "Garcia", "Haas", "Ivanova", "Jensen",
        "Kowalski", "Lindholm", "Moreau", "Novak", "Okafor", "Petrov", "Rossi", "Silva", "Tanaka", "Weber"
    };
    private static final String[] CITIES = {
        "Amsterdam",
        "Bergen",
        "Cairo",
        "Dublin",
        "Geneva",
        "Helsinki",
        "Istanbul",
        "Kyoto",
        "Lagos",
        "Lima",
        "Montreal",
        "Nairobi",
        "Porto",
        "Quito",
        "Sydney",
        "Zürich"
    };
    private static final String[] PRODUCTS = {
        "Atlas",
        "Barometer",
        "Binoculars",
        "Camera",
        "Chart paper",
        "Compass",
        "Deck lamp",
        "Fountain pen",
        "Hourglass",
        "Ledger",
        "Sextant",
        "Ship's clock",
        "Telescope",
        "Thermometer"
    };

    private final List<Order> orders = new ArrayList<>(ROWS);

    OrdersModel() {
        Random random = new Random(SEED);
        for (int row = 0; row < ROWS; row++) {
            orders.add(new Order(
                    row + 1,
                    pick(random, FIRST_NAMES) + " " + pick(random, LAST_NAMES),
                    pick(random, CITIES),
                    pick(random, PRODUCTS),
                    1 + random.nextInt(40),
                    500 + random.nextInt(49_500),
                    FIRST_DAY.plusDays(random.nextInt(2_000)),
                    random.nextInt(4) > 0));
        }
    }

    private record Order(
            int number,
            String customer,
            String city,
            String product,
            int quantity,
            int priceCents,
            LocalDate date,
            boolean paid) {}

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    @Override
    public int getRowCount() {
        return orders.size();
    }

    @Override
    public int getColumnCount() {
        return TITLES.length;
    }

    @Override
    public String getColumnName(int column) {
        return TITLES[column];
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return TYPES[column];
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return column == CUSTOMER || column == QUANTITY || column == PAID;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Order order = orders.get(row);
        return switch (column) {
            case ORDER -> order.number;
            case CUSTOMER -> order.customer;
            case CITY -> order.city;
            case PRODUCT -> order.product;
            case QUANTITY -> order.quantity;
            case PRICE -> order.priceCents / 100.0;
            case TOTAL -> (long) order.priceCents * order.quantity / 100.0;
            case DATE -> order.date;
            case PAID -> order.paid;
            default -> throw new IndexOutOfBoundsException("column " + column);
        };
    }

    /** Takes an edited value; a quantity below one is not taken. */
    @Override
    public void setValueAt(Object value, int row, int column) {
        Order old = orders.get(row);
        String customer = column == CUSTOMER ? String.valueOf(value) : old.customer;
        int quantity = column == QUANTITY && value instanceof Integer number ? number : old.quantity;
        boolean paid = column == PAID ? Boolean.TRUE.equals(value) : old.paid;
        if (quantity < 1) {
            return;
        }
        orders.set(
                row, new Order(old.number, customer, old.city, old.product, quantity, old.priceCents, old.date, paid));
        fireTableRowsUpdated(row, row);
    }
}
