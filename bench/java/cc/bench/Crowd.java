package cc.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Many viewers of one program, in one thread, since they run on the processors that they measure. Arguments: a view-only
 * address, how many viewers, how many of them stop reading after their first frame. Prints each second how many frames
 * per second a reading viewer got: the least, the median and the most, and how many viewers are connected.
 */
public final class Crowd {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int READ_BYTES = 256 << 10;

    /** The first viewers inflate all they get; they may have streams of their own. */
    private static final int INFLATING = 4;

    private Crowd() {}

    /** Attaches the viewers and reports until it is ended. */
    public static void main(String[] args) throws Exception {
        URI address = URI.create(args[0]);
        int count = Integer.parseInt(args[1]);
        int stopping = Integer.parseInt(args[2]);
        String cookie = ViewerSocket.cookie(address);
        Selector selector = Selector.open();
        SharedPieces shared = new SharedPieces();
        List<CrowdViewer> viewers = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
        for (int i = 0; i < count; i++) {
            CrowdViewer viewer = new CrowdViewer(
                    ViewerSocket.attach(address, cookie).channel(), i < INFLATING ? null : shared, i >= count - stopping);
            viewer.register(selector);
            viewers.add(viewer);
            serve(selector, buffer, System.nanoTime());
        }
        for (long startNs = System.nanoTime(); ; ) {
            serve(selector, buffer, startNs + SECOND_NS);
            long nowNs = System.nanoTime();
            report(viewers, (double) (nowNs - startNs) / SECOND_NS);
            startNs = nowNs;
        }
    }

    /** Reads and acknowledges what comes until a time, and once at least. */
    private static void serve(Selector selector, ByteBuffer buffer, long untilNs) throws IOException {
        do {
            long waitMs = Math.max(0, untilNs - System.nanoTime()) / 1_000_000;
            int ready = waitMs == 0 ? selector.selectNow() : selector.select(waitMs);
            if (ready > 0) {
                for (SelectionKey key : selector.selectedKeys()) {
                    ((CrowdViewer) key.attachment()).read(key, buffer);
                }
                selector.selectedKeys().clear();
            }
        } while (System.nanoTime() < untilNs);
    }

    private static void report(List<CrowdViewer> viewers, double seconds) {
        double[] rates = viewers.stream()
                .filter(viewer -> !viewer.stopsReading())
                .mapToDouble(viewer -> viewer.takeFrames() / seconds)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "fps %.1f %.1f %.1f connected %d%n",
                rates[0],
                rates[rates.length / 2],
                rates[rates.length - 1],
                viewers.stream().filter(CrowdViewer::isConnected).count());
    }
}
