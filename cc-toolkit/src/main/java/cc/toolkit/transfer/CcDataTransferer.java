package cc.toolkit.transfer;

import java.awt.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import sun.awt.datatransfer.DataTransferer;
import sun.awt.datatransfer.ToolkitThreadBlockedHandler;

/**
 * Numbers the data formats that AWT's drag and drop asks for. Data never leaves the virtual machine as bytes here: it
 * is dropped where it was dragged from, as the very objects, so nothing is converted.
 */
public final class CcDataTransferer extends DataTransferer {
    private final List<String> formats = new ArrayList<>();
    private final Blocking blocking = new Blocking();

    @Override
    public String getDefaultUnicodeEncoding() {
        return "UTF-8";
    }

    @Override
    public boolean isLocaleDependentTextFormat(long format) {
        return false;
    }

    @Override
    public boolean isFileFormat(long format) {
        return false;
    }

    @Override
    public boolean isImageFormat(long format) {
        return false;
    }

    @Override
    protected Long getFormatForNativeAsLong(String name) {
        synchronized (formats) {
            int known = formats.indexOf(name);
            if (known < 0) {
                known = formats.size();
                formats.add(name);
            }
            return (long) known;
        }
    }

    @Override
    protected @Nullable String getNativeForFormat(long format) {
        synchronized (formats) {
            return format >= 0 && format < formats.size() ? formats.get((int) format) : null;
        }
    }

    @Override
    @SuppressWarnings("NonApiType") // as AWT declares it
    protected ByteArrayOutputStream convertFileListToBytes(ArrayList<String> files) throws IOException {
        throw new IOException("Files are not transferred as bytes.");
    }

    @Override
    protected String[] dragQueryFile(byte[] bytes) {
        return new String[0];
    }

    @Override
    protected Image platformImageBytesToImage(byte[] bytes, long format) throws IOException {
        throw new IOException("Images are not transferred as bytes.");
    }

    @Override
    protected byte[] imageToPlatformBytes(Image image, long format) throws IOException {
        throw new IOException("Images are not transferred as bytes.");
    }

    @Override
    public ToolkitThreadBlockedHandler getToolkitThreadBlockedHandler() {
        return blocking;
    }

    /** How a toolkit's thread would wait for the event thread; ours never does, but AWT takes the lock. */
    private static final class Blocking implements ToolkitThreadBlockedHandler {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition done = lock.newCondition();

        @Override
        public void lock() {
            lock.lock();
        }

        @Override
        public void unlock() {
            lock.unlock();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // the caller loops
        public void enter() {
            done.awaitUninterruptibly();
        }

        @Override
        public void exit() {
            done.signalAll();
        }
    }
}
