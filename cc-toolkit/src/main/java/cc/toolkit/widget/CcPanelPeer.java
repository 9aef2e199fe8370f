package cc.toolkit.widget;

import java.awt.Panel;
import java.awt.peer.PanelPeer;

/** A plain heavyweight container. */
public final class CcPanelPeer extends CcContainerPeer<Panel> implements PanelPeer {
    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcPanelPeer(Panel target, CcContainerPeer<?> parent) {
        super(target, parent);
    }
}
