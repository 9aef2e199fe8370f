package cc.fs.battery;

import java.util.function.Supplier;

/** A class that is loaded out of the folder, where its class file is copied to. */
public final class Loaded implements Supplier<String> {
    @Override
    public String get() {
        return "loaded";
    }
}
