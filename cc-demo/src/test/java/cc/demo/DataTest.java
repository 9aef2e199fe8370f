package cc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DataTest {
    @Test
    void theTreeIsIndentedAsItsText() {
        DefaultTreeModel tree = Places.parse("a\n  b\n    c\n      d\n    e\n  f\n");
        DefaultMutableTreeNode root = (DefaultMutableTreeNode) tree.getRoot();
        assertThat(root.getChildCount()).isEqualTo(2);
        assertThat(root.getFirstChild().getChildCount()).isEqualTo(2);
        assertThat(root.getLastLeaf()).hasToString("f");
        assertThat(root.getFirstLeaf()).hasToString("d");
    }

    @Test
    void theTextPageHasNoTwoLinesAlike() {
        List<String> lines = TextPage.text().lines().toList();
        assertThat(lines).hasSize(TextPage.LINES);
        assertThat(lines.stream().map(line -> line.substring(4)).distinct()).hasSize(TextPage.LINES);
    }

    @Test
    void theHandsOfTheClockPointAtTheTime() {
        Offset<Double> exact = Offset.offset(1e-9);
        LocalTime halfPastThree = LocalTime.of(15, 30, 15);
        assertThat(ClockFace.secondAngle(halfPastThree)).isCloseTo(Math.PI / 2, exact);
        assertThat(ClockFace.minuteAngle(LocalTime.of(15, 30))).isCloseTo(Math.PI, exact);
        assertThat(ClockFace.hourAngle(LocalTime.of(15, 30))).isCloseTo(Math.PI * 2 * 3.5 / 12, exact);
    }

    @Test
    void theDrawingLosesItsLastShapeFirst() {
        Drawing drawing = Drawing.sample();
        int shapes = drawing.size();
        assertThat(drawing.removeLast()).isTrue();
        assertThat(drawing.size()).isEqualTo(shapes - 1);
        drawing.clear();
        assertThat(drawing.removeLast()).isFalse();
    }
}
