package cc.fs.battery;

/** An operation without a result, which may fail in any way. */
@FunctionalInterface
interface Action {
    void run() throws Exception;
}
