package cc.toolkit;

import cc.agent.boot.ToolkitProvider;
import cc.toolkit.link.NodeLink;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;

/** What the agent makes when a program first uses AWT; named in {@code cc.agent.ToolkitSource}. */
public final class CcToolkitProvider implements ToolkitProvider {
    public CcToolkitProvider() {
        ToolkitStart.connectBy(NodeLink::open);
    }

    @Override
    public GraphicsEnvironment createGraphicsEnvironment() {
        return ToolkitStart.createGE();
    }

    @Override
    public Toolkit createToolkit() {
        return ToolkitStart.createToolkit();
    }
}
