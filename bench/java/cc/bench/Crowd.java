package cc.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many viewers of one program. Arguments: a view-only address, how many viewers, how many of them stop reading after
 * their first frame. Prints each second how many frames per second a reading viewer got: the least, the median and the
 * most, and how many viewers are connected.
 */
public final class Crowd {
    private static final long SECOND_MS = 1_000;

    private Crowd() {}

    /** One viewer's thread and counter. */
    private static final class Member extends Thread {
        final AtomicLong frames = new AtomicLong();
        final boolean stopsReading;
        private final ViewerSocket viewer;

        Member(ViewerSocket viewer, boolean stopsReading) {
            this.viewer = viewer;
            this.stopsReading = stopsReading;
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                do {
                    viewer.nextFrame();
                    frames.incrementAndGet();
                } while (!stopsReading);
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException | InterruptedException e) {
                System.out.println("viewer ended: " + e.getMessage());
            }
        }
    }

    /** Attaches the viewers and reports until it is ended. */
    public static void main(String[] args) throws Exception {
        URI address = URI.create(args[0]);
        int count = Integer.parseInt(args[1]);
        int stopping = Integer.parseInt(args[2]);
        String cookie = ViewerSocket.cookie(address);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Member member = new Member(ViewerSocket.attach(address, cookie), i >= count - stopping);
            member.start();
            members.add(member);
        }
        List<Member> reading = members.stream().filter(member -> !member.stopsReading).toList();
        long lastNs = System.nanoTime();
        for (;;) {
            Thread.sleep(SECOND_MS);
            long nowNs = System.nanoTime();
            double seconds = (nowNs - lastNs) / 1e9;
            double[] rates = reading.stream()
                    .mapToDouble(member -> member.frames.getAndSet(0) / seconds)
                    .sorted()
                    .toArray();
            long connected = members.stream().filter(Thread::isAlive).count();
            lastNs = nowNs;
            System.out.printf(
                    Locale.ROOT,
                    "fps %.1f %.1f %.1f connected %d%n",
                    rates[0],
                    rates[rates.length / 2],
                    rates[rates.length - 1],
                    connected);
        }
    }
}
