package cc.node.route;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A way between two machines that can be cut, can stand still, and counts what passes. */
final class Wire implements Closeable {
    private static final int PIECE_BYTES = 4096;

    final AtomicLong bytesUp = new AtomicLong();
    final AtomicLong bytesDown = new AtomicLong();

    private final int target;
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private boolean still;
    private volatile boolean cut;

    Wire(int target) throws IOException {
        this.target = target;
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Breaks all connections. */
    void breakOff() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** While it is cut, there are no connections. */
    void cut(boolean isCut) throws IOException {
        cut = isCut;
        if (isCut) {
            breakOff();
        }
    }

    /** While it stands still, nothing passes, and nobody is told. */
    synchronized void still(boolean isStill) {
        still = isStill;
        notifyAll();
    }

    private synchronized void awaitMotion() throws InterruptedException {
        while (still) {
            wait();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                if (cut) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                sockets.add(near);
                sockets.add(far);
                thread(() -> pass(near, far, bytesUp));
                thread(() -> pass(far, near, bytesDown));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void pass(Socket from, Socket to, AtomicLong count) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE_BYTES];
            for (int got = in.read(piece); got > 0; got = in.read(piece)) {
                awaitMotion();
                count.addAndGet(got);
                out.write(piece, 0, got);
            }
        } catch (IOException e) {
            // Broken off.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        still(false);
        server.close();
        breakOff();
    }
}
