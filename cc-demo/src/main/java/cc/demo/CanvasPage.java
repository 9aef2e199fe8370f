package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;

/** The canvas with its tools. */
final class CanvasPage extends JPanel {
    private static final int MAX_WIDTH_PX = 20;

    private final StatusBar status;
    private final DrawingCanvas canvas = named("canvas.canvas", new DrawingCanvas(this::sayShapes));

    CanvasPage(StatusBar status) {
        this.status = status;
        canvas.setBorder(BorderFactory.createLineBorder(new Color(0, 0, 0, 60)));
        JComboBox<Drawing.Fill> fill = named("canvas.fill", new JComboBox<>(Drawing.Fill.values()));
        fill.setSelectedItem(Drawing.Fill.RADIAL);
        fill.setToolTipText("How boxes and ovals are filled");
        fill.addActionListener(event -> canvas.setFill((Drawing.Fill) fill.getSelectedItem()));
        JSlider width = named("canvas.width", new JSlider(1, MAX_WIDTH_PX, 3));
        width.setPreferredSize(new Dimension(100, width.getPreferredSize().height));
        width.setToolTipText("Line width");
        width.addChangeListener(event -> canvas.setLineWidth(width.getValue()));
        List<Component> strip = new ArrayList<>();
        ButtonGroup group = new ButtonGroup();
        for (DrawingCanvas.Tool tool : DrawingCanvas.Tool.values()) {
            strip.add(toolButton(tool, group));
        }
        strip.add(fill);
        strip.add(width);
        strip.add(colourButton());
        strip.add(button("undo", "Remove last", canvas::removeLast));
        strip.add(button("clear", "Clear", canvas::clear));
        strip.add(button("sample", "Sample", canvas::showSample));
        Layouts.page(
                this,
                "Canvas",
                "Drag with the left mouse button to draw.",
                Layouts.below(Layouts.row(strip.toArray(Component[]::new)), canvas));
    }

    private void sayShapes() {
        status.at(canvas.shapes() + " shapes");
    }

    private JToggleButton toolButton(DrawingCanvas.Tool tool, ButtonGroup group) {
        JToggleButton button = named(
                "canvas." + tool.name().toLowerCase(Locale.ROOT),
                new JToggleButton(tool.title(), tool == DrawingCanvas.Tool.PEN));
        button.addActionListener(event -> canvas.setTool(tool));
        group.add(button);
        return button;
    }

    private JButton colourButton() {
        JButton button = named("canvas.colour", new JButton("Colour", new Swatch(canvas.colour())));
        button.addActionListener(event -> {
            Color chosen = JColorChooser.showDialog(this, "Colour", canvas.colour());
            if (chosen != null) {
                canvas.setColour(chosen);
                button.setIcon(new Swatch(chosen));
            }
        });
        return button;
    }

    private static JButton button(String name, String title, Runnable effect) {
        JButton button = named("canvas." + name, new JButton(title));
        button.addActionListener(event -> effect.run());
        return button;
    }
}
