package cc.toolkit.surface;

import sun.awt.image.SurfaceManager;
import sun.java2d.SurfaceData;

/** Gives an image a recording surface of its own, which is never lost. */
final class RecordedSurfaceManager extends SurfaceManager {
    private final SurfaceData data;

    RecordedSurfaceManager(SurfaceData data) {
        this.data = data;
    }

    @Override
    public SurfaceData getPrimarySurfaceData() {
        return data;
    }

    @Override
    public SurfaceData restoreContents() {
        return data;
    }
}
