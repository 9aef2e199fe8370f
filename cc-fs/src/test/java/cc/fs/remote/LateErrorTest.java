package cc.fs.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.fs.mount.CachePolicy;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.NioFileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that has returned and fails afterwards, as on a full disk. */
class LateErrorTest {
    private static final int NEW = OpenFlags.READ | OpenFlags.WRITE | OpenFlags.CREATE_NEW;
    private static final long FULL_FROM_BYTES = 1000;

    @TempDir
    Path folder;

    private TestMachine machine;
    private FileService files;
    private final CountDownLatch mayWrite = new CountDownLatch(1);

    @BeforeEach
    void begin() throws IOException {
        machine = new TestMachine(
                () -> full(FileService.class, new NioFileService(FileSystems.getDefault())), Duration.ofSeconds(60));
        files = machine.files(CachePolicy.CLOSE_TO_OPEN);
    }

    @AfterEach
    void end() throws IOException {
        mayWrite.countDown();
        machine.close();
    }

    @Test
    void isToldByForceOnce() throws IOException {
        OpenFile file = open(NEW);
        file.write(FULL_FROM_BYTES, new byte[10], 0, 10);
        mayWrite.countDown();
        assertNoSpace(() -> file.force(false));
        file.force(false);
        file.write(0, new byte[10], 0, 10);
        file.close();
    }

    @Test
    void isToldByTheNextWriteAtTheLatestByClose() throws IOException {
        OpenFile file = open(NEW);
        file.write(FULL_FROM_BYTES, new byte[10], 0, 10);
        mayWrite.countDown();
        assertNoSpace(() -> {
            file.size();
            file.close();
        });
        file.close();
    }

    @Test
    void isToldByClose() throws IOException {
        OpenFile file = open(NEW);
        file.write(FULL_FROM_BYTES, new byte[10], 0, 10);
        mayWrite.countDown();
        assertNoSpace(file::close);
    }

    @Test
    void isNotLateWhereWritesGoThrough() throws IOException {
        mayWrite.countDown();
        OpenFile file = open(NEW | OpenFlags.DSYNC);
        assertNoSpace(() -> file.write(FULL_FROM_BYTES, new byte[10], 0, 10));
        file.close();
    }

    @Test
    void writesReturnBeforeTheyAreDone() throws IOException {
        OpenFile file = open(NEW);
        // Nothing can be written yet: these come back all the same.
        for (int i = 0; i < 100; i++) {
            file.write(3L * i, new byte[] {1, 2, 3}, 0, 3);
        }
        mayWrite.countDown();
        assertThat(file.size()).isEqualTo(300);
        file.close();
    }

    private OpenFile open(int flags) throws IOException {
        return files.open(folder.toRealPath().resolve("a").toString(), flags, 0666);
    }

    private static void assertNoSpace(ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        FileFault.class, fault -> assertThat(fault.errno()).isEqualTo(Errno.ENOSPC))
                .hasMessage("No space left on device");
    }

    /** The same, but for writes, which wait until they may, and fail from some position on. */
    private <T> T full(Class<T> type, T real) {
        Object full =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        mayWrite.await();
                        if ((long) arguments[0] >= FULL_FROM_BYTES) {
                            throw new FileFault(Errno.ENOSPC);
                        }
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof OpenFile file ? full(OpenFile.class, file) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(full);
    }
}
