package cc.fs.provider;

import java.io.IOException;

/** Libraries look for parts of themselves by the thread's class loader: by the program's they would find the program's. */
final class Context {
    private Context() {}

    /** What is done there. */
    interface Call<T> {
        T call() throws IOException;
    }

    /** Does something with a class loader as the thread's. */
    static <T> T of(ClassLoader loader, Call<T> call) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
