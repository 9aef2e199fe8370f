package cc.toolkit.widget;

import java.awt.Container;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.peer.ComponentPeer;
import java.awt.peer.ContainerPeer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import sun.java2d.pipe.Region;

/**
 * The peer of a heavyweight container: knows its heavyweight children and their order from top to bottom.
 *
 * @param <T> the container's type
 */
public abstract class CcContainerPeer<T extends Container> extends CcComponentPeer<T> implements ContainerPeer {
    /** Topmost first; changed under {@link PeerTree#LOCK} only. */
    private final List<CcComponentPeer<?>> children = new CopyOnWriteArrayList<>();

    private volatile boolean layingOut;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    protected CcContainerPeer(T target, @Nullable CcContainerPeer<?> parent) {
        super(target, parent);
    }

    /** The heavyweight children, topmost first. */
    public final List<CcComponentPeer<?>> children() {
        return List.copyOf(children);
    }

    final void attach(CcComponentPeer<?> child) {
        synchronized (PeerTree.LOCK) {
            children.add(child);
        }
    }

    final void detach(CcComponentPeer<?> child) {
        synchronized (PeerTree.LOCK) {
            children.remove(child);
        }
        expose(child.bounds());
    }

    final void restack(CcComponentPeer<?> child, @Nullable ComponentPeer above) {
        synchronized (PeerTree.LOCK) {
            int old = children.indexOf(child);
            if (old < 0 || above == child) {
                return;
            }
            children.remove(old);
            int at = above == null ? 0 : children.indexOf(above) + 1;
            children.add(at, child);
            if (at == old) {
                return;
            }
        }
        expose(child.bounds());
    }

    @Override
    final Region withoutChildren(Region region) {
        return withoutThoseAbove(null, region);
    }

    /** The part of the area that children may cover. */
    Region contentArea() {
        return area();
    }

    /** What is left of a region of this container without the children above the given one (all, if it is null). */
    final Region withoutThoseAbove(@Nullable CcComponentPeer<?> child, Region region) {
        Region left = region;
        for (CcComponentPeer<?> other : children) {
            if (other == child) {
                break;
            }
            left = left.getDifference(other.outline().getIntersection(contentArea()));
        }
        return left;
    }

    @Override
    void expose(Rectangle part) {
        super.expose(part);
        if (!isVisible()) {
            return;
        }
        for (CcComponentPeer<?> child : children) {
            Rectangle in = child.bounds();
            if (in.intersects(part)) {
                child.expose(new Rectangle(part.x - in.x, part.y - in.y, part.width, part.height));
            }
        }
    }

    /**
     * The innermost peer at a point.
     *
     * @param at in this container's coordinates; is changed to those of the peer that is returned
     */
    public final CcComponentPeer<?> peerAt(Point at) {
        CcContainerPeer<?> in = this;
        while (true) {
            CcComponentPeer<?> hit = in.childAt(at);
            if (hit == null) {
                return in;
            }
            Rectangle corner = hit.bounds();
            at.translate(-corner.x, -corner.y);
            if (!(hit instanceof CcContainerPeer<?> container)) {
                return hit;
            }
            in = container;
        }
    }

    private @Nullable CcComponentPeer<?> childAt(Point at) {
        if (!contentArea().contains(at.x, at.y)) {
            return null;
        }
        for (CcComponentPeer<?> child : children) {
            if (child.outline().contains(at.x, at.y)) {
                return child;
            }
        }
        return null;
    }

    // ------------------------------------------------------------------------------------------- layout

    @Override
    public Insets getInsets() {
        return new Insets(0, 0, 0, 0);
    }

    @Override
    public void beginValidate() {}

    @Override
    public void endValidate() {}

    @Override
    public void beginLayout() {
        layingOut = true;
    }

    @Override
    public void endLayout() {
        layingOut = false;
        if (hasDamage()) {
            // An event that came meanwhile has been taken off the queue; this one brings its damage to the screen.
            postPaint(0, 0, 1, 1);
        }
    }

    @Override
    final void paintDamage() {
        if (!layingOut) {
            super.paintDamage();
        }
    }
}
