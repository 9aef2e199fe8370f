package cc.toolkit.widget;

import java.awt.Canvas;
import java.awt.GraphicsConfiguration;
import java.awt.peer.CanvasPeer;

/** An area that the program paints alone. */
public final class CcCanvasPeer extends CcComponentPeer<Canvas> implements CanvasPeer {
    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcCanvasPeer(Canvas target, CcContainerPeer<?> parent) {
        super(target, parent);
    }

    @Override
    public GraphicsConfiguration getAppropriateGraphicsConfiguration(GraphicsConfiguration configuration) {
        return configuration;
    }
}
