package cc.toolkit.window;

import sun.awt.image.BufImgVolatileSurfaceManager;
import sun.awt.image.SunVolatileImage;
import sun.awt.image.VolatileSurfaceManager;

/**
 * Makes volatile images plain rasters. JDKs up to 24 ask a factory that the platform's graphics environment installs;
 * later ones have no such factory and do the same on their own.
 */
final class VolatileImages {
    private VolatileImages() {}

    static void install() {
        try {
            Class.forName("sun.java2d.SurfaceManagerFactory", false, Object.class.getClassLoader());
        } catch (ClassNotFoundException laterJdk) {
            return;
        }
        FactoryOfEarlierJdks.install();
    }

    /** Loaded only where the class that it extends exists. */
    private static final class FactoryOfEarlierJdks extends sun.java2d.SurfaceManagerFactory {
        static void install() {
            setInstance(new FactoryOfEarlierJdks());
        }

        @Override
        public VolatileSurfaceManager createVolatileManager(SunVolatileImage image, Object context) {
            return new BufImgVolatileSurfaceManager(image, context);
        }
    }
}
