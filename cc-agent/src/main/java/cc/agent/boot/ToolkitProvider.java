package cc.agent.boot;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;

/** What the JDK's platform hooks need of a toolkit; implemented beyond the boot loader's sight. */
public interface ToolkitProvider {
    /** Called once per virtual machine, by {@link GraphicsEnvironment#getLocalGraphicsEnvironment}. */
    GraphicsEnvironment createGraphicsEnvironment();

    /** Called once per virtual machine, by {@link Toolkit#getDefaultToolkit}. */
    Toolkit createToolkit();
}
