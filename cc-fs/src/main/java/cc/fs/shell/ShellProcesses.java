package cc.fs.shell;

import cc.agent.boot.FileGuard;
import cc.agent.boot.VirtualProcesses;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes whose standard streams are redirected to virtual files. A process writes to files of this machine, and
 * a thread brings that to where it is meant to be, about as fast as somebody can look at it, and the rest before anybody is
 * told that the process has ended. What it reads is brought here before it starts.
 *
 * <p>What is written by processes that outlive the one that was started is not followed. Thread-safe.
 */
final class ShellProcesses implements VirtualProcesses {
    private static final int STEP_BYTES = 1 << 20;
    private static final int DEFAULT_PERMISSIONS = 0666;
    private static final long PAUSE_MILLIS = 100;
    private final Namespace namespace;
    private final Map<Process, FollowedProcess> followed = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile boolean any;

    ShellProcesses(Namespace namespace) {
        this.namespace = namespace;
    }

    /** Made when the first process is started, as few programs start one. */
    private static final class Starter {
        static final MethodHandle START = start();

        private Starter() {}

        private static MethodHandle start() {
            try {
                Method start = Class.forName("java.lang.ProcessImpl")
                        .getDeclaredMethod(
                                "start", String[].class, Map.class, String.class, Redirect[].class, boolean.class);
                start.setAccessible(true);
                return MethodHandles.lookup().unreflect(start);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    @Override
    public boolean isFollowed(Process process) {
        return any && followed.containsKey(process) && !ShellThread.isInside();
    }

    @Override
    public Process start(
            String[] command,
            Map<String, String> environment,
            @Nullable String directory,
            Redirect @Nullable [] redirects,
            boolean redirectErrorStream)
            throws IOException {
        requireHere(directory);
        // None at all stands for pipes.
        Redirect[] here =
                redirects == null ? new Redirect[] {Redirect.PIPE, Redirect.PIPE, Redirect.PIPE} : redirects.clone();
        FollowedProcess followedProcess = new FollowedProcess();
        try (Spool input = input(here)) {
            for (int stream = 1; stream < here.length; stream++) {
                here[stream] = output(here[stream], followedProcess);
            }
            Process process = startHere(command, environment, directory, here, redirectErrorStream);
            follow(process, followedProcess);
            return process;
        } catch (IOException | RuntimeException | Error e) {
            followedProcess.end();
            throw e;
        }
    }

    /** @throws IOException if it is a directory that a process of this machine cannot work in */
    private static void requireHere(@Nullable String directory) throws IOException {
        if (directory == null || !FileGuard.isVirtual(directory)) {
            return;
        }
        ShellThread.enter();
        try {
            if (!new File(directory).isDirectory()) {
                throw new IOException(directory + " is not on this machine, and processes can work in directories of"
                        + " the machine that they run on only");
            }
        } finally {
            ShellThread.leave();
        }
    }

    /** @return what is to be closed when the process has it; nothing if its input is not a virtual file */
    private @Nullable Spool input(Redirect[] redirects) throws IOException {
        if (!isVirtual(redirects[0])) {
            return null;
        }
        String path = redirects[0].file().getPath();
        Spool spool = new Spool();
        try (OpenFile source = open(path, OpenFlags.READ)) {
            byte[] bytes = new byte[STEP_BYTES];
            long position = 0;
            for (int count = source.read(0, bytes, 0, STEP_BYTES);
                    count > 0;
                    count = source.read(position, bytes, 0, STEP_BYTES)) {
                Native.write(spool.descriptor(), position, bytes, 0, count);
                position += count;
            }
        } catch (FileFault e) {
            spool.close();
            throw JavaIo.notOpened(path, e);
        }
        redirects[0] = Redirect.from(spool.file());
        return spool;
    }

    private Redirect output(Redirect redirect, FollowedProcess process) throws IOException {
        if (!isVirtual(redirect)) {
            return redirect;
        }
        String path = redirect.file().getPath();
        boolean append = redirect.type() == Redirect.Type.APPEND;
        int flags = OpenFlags.WRITE | OpenFlags.CREATE | (append ? OpenFlags.APPEND : OpenFlags.TRUNCATE);
        try {
            OpenFile target = open(path, flags);
            Spool spool = new Spool();
            process.add(path, spool, target, append);
            return append ? Redirect.appendTo(spool.file()) : Redirect.to(spool.file());
        } catch (FileFault e) {
            throw JavaIo.notOpened(path, e);
        }
    }

    private static boolean isVirtual(Redirect redirect) {
        return redirect.file() != null && FileGuard.isVirtual(redirect.file());
    }

    private OpenFile open(String path, int flags) throws FileFault {
        if (path.isEmpty()) {
            throw new FileFault(Errno.ENOENT);
        }
        return namespace.at(
                path, (service, place) -> service.open(place, flags | OpenFlags.FILE_ONLY, DEFAULT_PERMISSIONS));
    }

    private static Process startHere(
            String[] command,
            Map<String, String> environment,
            @Nullable String directory,
            Redirect[] redirects,
            boolean redirectErrorStream)
            throws IOException {
        ShellThread.enter();
        try {
            return (Process) Starter.START.invoke(command, environment, directory, redirects, redirectErrorStream);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        } finally {
            ShellThread.leave();
        }
    }

    private void follow(Process process, FollowedProcess files) {
        boolean first;
        synchronized (followed) {
            first = followed.isEmpty();
            followed.put(process, files);
            any = true;
        }
        if (first) {
            Thread thread = new Thread(null, this::copyAll, "cc-files-redirects", 0, false);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Until no process is left. */
    private void copyAll() {
        ShellThread.enter();
        try {
            while (true) {
                List<Map.Entry<Process, FollowedProcess>> now;
                synchronized (followed) {
                    if (followed.isEmpty()) {
                        return;
                    }
                    now = followed.entrySet().stream()
                            .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                            .toList();
                }
                for (Map.Entry<Process, FollowedProcess> entry : now) {
                    if (entry.getKey().isAlive()) {
                        entry.getValue().copy();
                    } else {
                        end(entry.getKey());
                    }
                }
                now = List.of();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody has the thread, so nobody interrupts it.
            return;
        } finally {
            ShellThread.leave();
        }
    }

    /** Never with the process' files locked: whoever asks for it may hold the process. */
    private void end(Process process) {
        FollowedProcess files = followed.get(process);
        if (files != null) {
            files.end();
            followed.remove(process);
        }
    }

    @Override
    public int waitFor(Process process) throws InterruptedException {
        ShellThread.enter();
        try {
            int code = process.waitFor();
            end(process);
            return code;
        } finally {
            ShellThread.leave();
        }
    }

    @Override
    public boolean waitFor(Process process, long timeout, TimeUnit unit) throws InterruptedException {
        ShellThread.enter();
        try {
            boolean ended = process.waitFor(timeout, unit);
            if (ended) {
                end(process);
            }
            return ended;
        } finally {
            ShellThread.leave();
        }
    }

    @Override
    public void asked(Process process) {
        ShellThread.enter();
        try {
            if (!process.isAlive()) {
                end(process);
            }
        } finally {
            ShellThread.leave();
        }
    }

    /** Brings what was written until now, before the program ends. */
    void copyNow() {
        List<FollowedProcess> now;
        synchronized (followed) {
            now = List.copyOf(followed.values());
        }
        for (FollowedProcess files : now) {
            files.copy();
        }
    }
}
