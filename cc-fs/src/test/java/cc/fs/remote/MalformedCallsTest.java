package cc.fs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import cc.fs.mount.CachePolicy;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.AccessCall;
import cc.protocol.message.AttributesCall;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FilesAccepted;
import cc.protocol.message.FilesHello;
import cc.protocol.message.FromFiles;
import cc.protocol.message.LockCall;
import cc.protocol.message.MakeDirectoryCall;
import cc.protocol.message.MakeLinkCall;
import cc.protocol.message.OpenCall;
import cc.protocol.message.ReadCall;
import cc.protocol.message.RenameCall;
import cc.protocol.message.SetSizeCall;
import cc.protocol.message.SetUserAttributeCall;
import cc.protocol.message.SizeCall;
import cc.protocol.message.WriteCall;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no shell of ours would send closes the connection by which it came, and nothing else. */
class MalformedCallsTest {
    @TempDir
    Path folder;

    private TestMachine machine;
    private long refused;

    @BeforeEach
    void begin() throws IOException {
        machine = new TestMachine();
    }

    @AfterEach
    void end() throws IOException {
        machine.close();
    }

    static Stream<FileCall.Builder> malformed() {
        return Stream.of(
                FileCall.newBuilder(),
                path("relative"),
                path(""),
                path("/a/../b"),
                path("/a//b"),
                path("/a/"),
                path("/a/."),
                path("/nul\0"),
                path("/" + "x".repeat(4096)),
                path("/a").setHandle(3),
                path("/a").setAccess(AccessCall.getDefaultInstance()).setPath("../../etc"),
                path("/a").setRename(RenameCall.newBuilder().setTo("b")),
                path("/a").setMakeDirectory(MakeDirectoryCall.newBuilder().setPermissions(1 << 20)),
                path("/a").setMakeLink(MakeLinkCall.getDefaultInstance()),
                path("/a").setMakeLink(MakeLinkCall.newBuilder().setTarget("y".repeat(5000))),
                path("/a").setOpen(OpenCall.getDefaultInstance()),
                path("/a").setHandle(1).setOpen(OpenCall.newBuilder().setReadBytes(1 << 21)),
                path("/a").setSetUserAttribute(SetUserAttributeCall.newBuilder().setName("z".repeat(300))),
                handle().setRead(ReadCall.newBuilder().setCount((1 << 20) + 1)),
                handle().setRead(ReadCall.newBuilder().setCount(-1)),
                handle().setRead(ReadCall.newBuilder().setCount(0)),
                handle().setRead(ReadCall.newBuilder().setPosition(-1).setCount(1)),
                handle().setWrite(WriteCall.newBuilder().setBytes(ByteString.copyFrom(new byte[(1 << 20) + 1]))),
                handle().setSetSize(SetSizeCall.newBuilder().setBytes(Long.MIN_VALUE)),
                handle().setLock(LockCall.newBuilder().setSize(-5)),
                FileCall.newBuilder().setSize(SizeCall.getDefaultInstance()));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("malformed")
    void closeTheirConnection(FileCall.Builder call) throws IOException {
        FrameChannel channel = greeted();
        channel.write(call.setId(1).build());
        assertRefused(channel);
    }

    @Test
    void bytesThatAreNoMessageCloseTheConnectionAndLeaveOthersAlone() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (OpenFile file = machine.files(CachePolicy.CLOSE_TO_OPEN)
                .open(folder.toRealPath().resolve("a").toString(), OpenFlags.WRITE | OpenFlags.CREATE, 0666)) {
            FrameChannel tooLong = greeted();
            tryToWrite(
                    tooLong,
                    handle().setId(1)
                            .setWrite(WriteCall.newBuilder().setBytes(ByteString.copyFrom(new byte[2 << 20])))
                            .build());
            assertRefused(tooLong);
            FrameChannel shortSession = machine.dial(FilesHello.newBuilder()
                    .setSession(ByteString.copyFromUtf8("x"))
                    .build());
            assertRefused(shortSession);
            for (int i = 0; i < 50; i++) {
                byte[] bytes = new byte[1 + random.nextInt(40)];
                random.nextBytes(bytes);
                BreakableChannel plain = machine.dialPlainly(TestMachine.hello());
                FrameChannel channel = new FrameChannel(plain);
                // Some bytes are a call all the same; what comes after them is none.
                plain.write(ByteBuffer.allocate(4 + bytes.length)
                        .putInt(bytes.length)
                        .put(bytes)
                        .flip());
                tryToWrite(channel, FileCall.getDefaultInstance());
                assertEnds(channel);
            }
            file.write(0, new byte[10], 0, 10);
            file.force(true);
        }
        assertThat(folder.resolve("a")).hasSize(10);
    }

    @Test
    void handlesThatAreNotOpenAreOnlyBad() throws IOException {
        FrameChannel channel = greeted();
        channel.write(handle().setId(1).setClose(CloseCall.getDefaultInstance()).build());
        FromFiles result = channel.read(FromFiles.parser(), FileLimits.MAX_RESULT_BYTES);
        assertThat(result)
                .isNotNull()
                .extracting(message -> message.getResult().getError().getErrno())
                .isEqualTo("EBADF");
        channel.close();
        assertThat(machine.proxy().malformed()).isZero();
    }

    private FrameChannel greeted() throws IOException {
        FrameChannel channel = machine.dial(TestMachine.hello());
        assertThat(channel.read(FilesAccepted.parser(), 100)).isNotNull();
        return channel;
    }

    private void assertRefused(FrameChannel channel) throws IOException {
        assertEnds(channel);
        refused++;
        Awaitility.await().until(() -> machine.proxy().malformed() == refused);
    }

    private static void tryToWrite(FrameChannel channel, FileCall call) {
        try {
            channel.write(call);
        } catch (IOException e) {
            // Refused before.
            assertThat(e).isNotNull();
        }
    }

    private static void assertEnds(FrameChannel channel) throws IOException {
        try {
            byte[] message = channel.read(FileLimits.MAX_RESULT_BYTES);
            while (message != null) {
                message = channel.read(FileLimits.MAX_RESULT_BYTES);
            }
        } catch (IOException e) {
            // Closed while something was on its way to it.
            assertThat(e).isNotNull();
        }
        channel.close();
    }

    private static FileCall.Builder path(String path) {
        return FileCall.newBuilder().setPath(path).setAttributes(AttributesCall.getDefaultInstance());
    }

    private static FileCall.Builder handle() {
        return FileCall.newBuilder().setHandle(7);
    }
}
