package cc.fs.battery;

/** Some file operations that belong together. */
@FunctionalInterface
interface Group {
    /** Runs them in the scene's folder and tells the scene what came of each. */
    void run(Scene scene) throws Exception;
}
