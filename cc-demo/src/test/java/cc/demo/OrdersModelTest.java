package cc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.swing.event.TableModelEvent;
import org.junit.jupiter.api.Test;

class OrdersModelTest {
    private final OrdersModel orders = new OrdersModel();

    @Test
    void hasTenThousandOrdersThatAreTheSameEveryTime() {
        assertThat(orders.getRowCount()).isEqualTo(10_000);
        OrdersModel again = new OrdersModel();
        for (int row = 0; row < orders.getRowCount(); row += 997) {
            for (int column = 0; column < orders.getColumnCount(); column++) {
                assertThat(again.getValueAt(row, column)).isEqualTo(orders.getValueAt(row, column));
            }
        }
    }

    @Test
    void everyValueIsOfItsColumnsType() {
        for (int column = 0; column < orders.getColumnCount(); column++) {
            assertThat(orders.getValueAt(0, column)).isInstanceOf(orders.getColumnClass(column));
        }
    }

    @Test
    void theTotalFollowsTheQuantity() {
        List<TableModelEvent> events = new ArrayList<>();
        orders.addTableModelListener(events::add);
        orders.setValueAt(3, 5, OrdersModel.QUANTITY);
        double price = (Double) orders.getValueAt(5, OrdersModel.PRICE);
        assertThat((Double) orders.getValueAt(5, OrdersModel.TOTAL)).isCloseTo(price * 3, within());
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.getFirstRow()).isEqualTo(5));
    }

    @Test
    void aQuantityBelowOneIsNotTaken() {
        Object before = orders.getValueAt(5, OrdersModel.QUANTITY);
        orders.setValueAt(0, 5, OrdersModel.QUANTITY);
        assertThat(orders.getValueAt(5, OrdersModel.QUANTITY)).isEqualTo(before);
    }

    @Test
    void customerAndPaymentMayBeEditedButNotThePrice() {
        orders.setValueAt("Nobody", 1, OrdersModel.CUSTOMER);
        orders.setValueAt(true, 1, OrdersModel.PAID);
        assertThat(orders.getValueAt(1, OrdersModel.CUSTOMER)).isEqualTo("Nobody");
        assertThat(orders.getValueAt(1, OrdersModel.PAID)).isEqualTo(true);
        assertThat(orders.isCellEditable(1, OrdersModel.PRICE)).isFalse();
        assertThat(orders.isCellEditable(1, OrdersModel.CUSTOMER)).isTrue();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.001);
    }
}
