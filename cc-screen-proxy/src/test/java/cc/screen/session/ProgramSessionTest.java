package cc.screen.session;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.Attach;
import cc.protocol.message.ClipboardText;
import cc.protocol.message.ControlRequest;
import cc.protocol.message.Frame;
import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.Image;
import cc.protocol.message.KeyInput;
import cc.protocol.message.OpenLink;
import cc.protocol.message.Ping;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowRequest;
import cc.protocol.message.WindowState;
import cc.screen.session.TestSession.RecordingLink;
import com.google.protobuf.ByteString;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgramSessionTest {
    private static final int MEGABYTE = 1 << 20;

    private final StepExecutor executor = new StepExecutor();
    private final ScreenCounters counters = new ScreenCounters();
    private final RecordingLink link = new RecordingLink();
    private final RandomProgram program = new RandomProgram(new Random(1));
    private final ProgramSession session =
            TestSession.open(link, executor, counters, FeedLimits.DEFAULT, executor::nanoTime);

    @Test
    void framesAreAcknowledgedWhateverViewersDo() {
        FakeViewer.attach(session, true);
        session.receive(program.frame(3));
        assertThat(link.told)
                .contains(FromScreen.newBuilder()
                        .setAck(FrameAck.newBuilder().setSequence(1))
                        .build());
    }

    @Test
    void aViewerIsToldNothingBeforeItIntroducesItself() {
        FakeViewer viewer = FakeViewer.connect(session, true);
        session.receive(program.openWindow());
        executor.runAll();
        assertThat(viewer.received).isEmpty();
        viewer.say(FromScreen.newBuilder().setPing(Ping.getDefaultInstance()));
        assertThat(viewer.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE);
    }

    @Test
    void aViewerThatNeverIntroducesItselfIsDropped() {
        FakeViewer viewer = FakeViewer.connect(session, true);
        passSeconds(11);
        assertThat(viewer.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE);
    }

    @Test
    void anotherVersionIsToldSo() {
        FakeViewer viewer = FakeViewer.attach(session, true, Attach.newBuilder().setProtocolVersion(999));
        assertThat(viewer.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_VERSION);
        assertThat(viewer.goodbyeText).contains("999");
    }

    @Test
    void whoTypesHoldsTheControl() {
        FakeViewer first = FakeViewer.attach(session, true);
        FakeViewer second = FakeViewer.attach(session, true);
        FakeViewer watcher = FakeViewer.attach(session, false);
        settle(first, second, watcher);
        assertThat(watcher.viewers.getInControl()).isEqualTo(first.id());
        assertThat(watcher.viewers.getCount()).isEqualTo(3);

        second.say(pointer(0));
        settle(watcher);
        assertThat(watcher.viewers.getInControl()).as("a movement is no claim").isEqualTo(first.id());
        assertThat(link.input()).noneMatch(FromScreen::hasPointer);

        second.say(key());
        settle(watcher);
        assertThat(watcher.viewers.getInControl()).isEqualTo(second.id());
        assertThat(link.input()).filteredOn(FromScreen::hasKey).hasSize(1);
        assertThat(link.input()).as("what the first held is released").anyMatch(FromScreen::hasRelease);

        first.say(FromScreen.newBuilder().setControl(ControlRequest.newBuilder().setTake(true)));
        settle(watcher);
        assertThat(watcher.viewers.getInControl()).isEqualTo(first.id());

        first.leave();
        settle(watcher);
        assertThat(watcher.viewers.getInControl()).isZero();
        assertThat(watcher.viewers.getCount()).isEqualTo(2);
    }

    @Test
    void whoMayOnlyLookCanDoNothingElse() {
        FakeViewer watcher = FakeViewer.attach(
                session,
                false,
                Attach.newBuilder().setProtocolVersion(1).setScreens(ScreenSettings.oneScreen(5, 5, 1)));
        watcher.say(key());
        watcher.say(pointer(1));
        watcher.say(
                FromScreen.newBuilder().setControl(ControlRequest.newBuilder().setTake(true)));
        watcher.say(FromScreen.newBuilder()
                .setWindow(WindowRequest.newBuilder().setWindow(1).setClose(true)));
        watcher.say(FromScreen.newBuilder().setScreens(ScreenSettings.oneScreen(6, 6, 1)));
        watcher.say(
                FromScreen.newBuilder().setClipboard(ClipboardText.newBuilder().setText("x")));
        assertThat(link.input()).isEmpty();
        assertThat(counters.refusedInput.sum()).isEqualTo(6);
        assertThat(watcher.goodbye).isNull();
    }

    @Test
    void clipboardAndLinksAreNotForThoseWhoOnlyLook() {
        FakeViewer driver = FakeViewer.attach(session, true);
        FakeViewer other = FakeViewer.attach(session, true);
        FakeViewer watcher = FakeViewer.attach(session, false);
        session.receive(ToScreen.newBuilder()
                .setClipboard(ClipboardText.newBuilder().setText("secret"))
                .build());
        session.receive(ToScreen.newBuilder()
                .setOpenLink(OpenLink.newBuilder().setUri("https://example.org"))
                .build());
        FakeViewer late = FakeViewer.attach(session, false);
        settle(driver, other, watcher, late);
        assertThat(driver.received).anyMatch(ToScreen::hasClipboard).anyMatch(ToScreen::hasOpenLink);
        assertThat(other.received).anyMatch(ToScreen::hasClipboard).noneMatch(ToScreen::hasOpenLink);
        assertThat(watcher.received).noneMatch(ToScreen::hasClipboard).noneMatch(ToScreen::hasOpenLink);
        assertThat(late.received).noneMatch(ToScreen::hasClipboard);
    }

    @Test
    void theScreensAreThoseOfTheViewerInControl() {
        FakeViewer first = FakeViewer.attach(session, true, withScreen(1000));
        FakeViewer second = FakeViewer.attach(session, true, withScreen(2000));
        assertThat(session.layout()).isEqualTo(ScreenSettings.oneScreen(1000, 500, 1));
        second.say(FromScreen.newBuilder().setScreens(ScreenSettings.oneScreen(2100, 500, 1)));
        assertThat(session.layout().getScreens(0).getBounds().getWidth()).isEqualTo(1000);
        second.say(key());
        assertThat(session.layout().getScreens(0).getBounds().getWidth()).isEqualTo(2100);
        first.say(FromScreen.newBuilder().setScreens(ScreenSettings.oneScreen(1100, 500, 1)));
        assertThat(link.input()).filteredOn(FromScreen::hasScreens).hasSize(2);
    }

    @Test
    void aBadMessageOfTheProgramEndsItsSessionOnly() {
        FakeViewer viewer = FakeViewer.attach(session, true);
        session.receive(ToScreen.newBuilder()
                .setFrame(Frame.newBuilder().setCommands(ByteString.copyFromUtf8("nonsense")))
                .build());
        assertThat(link.closed).contains("bad message");
        assertThat(viewer.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED);
        assertThat(session.hasEnded()).isTrue();
        assertThat(counters.badProgramMessages.sum()).isEqualTo(1);
    }

    @Test
    void aFrameThatBreaksInTheMiddleDrawsNothing() {
        session.receive(program.openWindow());
        session.receive(program.frame(20));
        byte[] half = program.frame(8).getFrame().getCommands().toByteArray();
        FakeViewer viewer = FakeViewer.attach(session, true);
        settle(viewer);
        int before = viewer.frames;
        session.receive(ToScreen.newBuilder()
                .setFrame(Frame.newBuilder().setCommands(ByteString.copyFrom(half, 0, half.length - 1)))
                .build());
        settle(viewer);
        assertThat(viewer.frames).isEqualTo(before);
        assertThat(session.hasEnded()).isTrue();
    }

    @Test
    void stateThatNoViewerCouldHandleIsRefused() {
        session.receive(ToScreen.newBuilder()
                .setWindow(WindowState.newBuilder()
                        .setWindow(1)
                        .setScale(1)
                        .setIcon(Image.newBuilder().setWidth(100).setHeight(100)))
                .build());
        assertThat(link.closed).contains("icon");
    }

    @Test
    void aViewerThatAcknowledgesWhatWasNotSentIsSentAway() {
        FakeViewer viewer = FakeViewer.attach(session, true);
        viewer.say(FromScreen.newBuilder().setAck(FrameAck.newBuilder().setSequence(5)));
        assertThat(viewer.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE);
        FakeViewer other = FakeViewer.attach(session, true);
        assertThat(other.goodbye).isNull();
    }

    @Test
    void aViewerThatTakesNothingIsBoundedAndThenDropped() {
        FakeViewer stuck = FakeViewer.attach(session, false);
        FakeViewer good = FakeViewer.attach(session, false);
        session.receive(program.openWindow());
        for (int i = 0; i < 2000; i++) {
            session.receive(program.frame(10));
            settle(good);
            long memory = session.viewerReports().get(0).memoryBytes();
            assertThat(memory).isLessThan(MEGABYTE);
        }
        assertThat(good.frames).isGreaterThan(1000);
        passSeconds(29);
        assertThat(stuck.goodbye).isNull();
        passSeconds(2);
        assertThat(stuck.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_TOO_SLOW);
        assertThat(good.goodbye).isNull();
        assertThat(counters.starvedViewers.sum()).isEqualTo(1);
    }

    @Test
    void aQuietViewerIsNotDropped() {
        FakeViewer viewer = FakeViewer.attach(session, false);
        settle(viewer);
        passSeconds(3600);
        session.receive(program.openWindow());
        executor.runAll();
        passSeconds(1);
        settle(viewer);
        assertThat(viewer.goodbye).isNull();
    }

    @Test
    void pongsComeEvenWhenFramesAreNotAcknowledged() {
        FakeViewer viewer = FakeViewer.attach(session, false);
        session.receive(program.openWindow());
        for (int i = 0; i < 100; i++) {
            session.receive(program.frame(10));
            executor.runAll();
            viewer.take();
        }
        viewer.say(FromScreen.newBuilder().setPing(Ping.newBuilder().setId(3)));
        executor.runAll();
        assertThat(viewer.received).anyMatch(ToScreen::hasPong);
    }

    @Test
    void imagesGoOnlyToThoseWhoSeeThemDrawn() {
        FakeViewer viewer = FakeViewer.attach(session, false);
        for (int i = 0; i < 50; i++) {
            // Without a window, all surfaces are but images.
            session.receive(program.frame(10));
        }
        settle(viewer);
        assertThat(viewer.frames).isZero();
    }

    @Test
    void aProgramThatConnectsAgainKeepsItsViewers() {
        FakeViewer viewer = FakeViewer.attach(session, true);
        session.receive(program.openWindow());
        session.receive(program.frame(40));
        settle(viewer);
        RecordingLink again = new RecordingLink();
        session.reconnected(again);
        session.disconnected(link);
        settle(viewer);
        assertThat(viewer.windows).isEmpty();
        assertThat(viewer.replica.surfaces()).isEmpty();

        RandomProgram restarted = new RandomProgram(new Random(2));
        session.receive(restarted.openWindow());
        session.receive(restarted.frame(40));
        settle(viewer);
        assertThat(viewer.windows).isEqualTo(restarted.windows);
        for (int surface : viewer.replica.surfaces()) {
            assertThat(viewer.replica.crc32(surface)).isEqualTo(restarted.truth.crc32(surface));
        }
        viewer.say(key());
        assertThat(again.input()).anyMatch(FromScreen::hasKey);
        assertThat(session.hasEnded()).isFalse();
    }

    @Test
    void whoComesTooLateIsToldThatTheProgramHasEnded() {
        session.disconnected(link);
        FakeViewer late = FakeViewer.connect(session, true);
        assertThat(late.goodbye).isEqualTo(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED);
    }

    private void passSeconds(int seconds) {
        executor.pass(TimeUnit.SECONDS.toNanos(seconds));
        session.dropStarvedViewers();
    }

    private void settle(FakeViewer... viewers) {
        boolean busy = true;
        while (busy) {
            busy = false;
            executor.runAll();
            for (FakeViewer viewer : viewers) {
                busy |= viewer.take();
                busy |= viewer.acknowledgeOne();
            }
        }
    }

    private static Attach.Builder withScreen(int width) {
        return Attach.newBuilder().setProtocolVersion(1).setScreens(ScreenSettings.oneScreen(width, 500, 1));
    }

    private static FromScreen.Builder key() {
        return FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder().setUsage(4).setKey("a").setPressed(true));
    }

    private static FromScreen.Builder pointer(int buttons) {
        return FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder().setX(1).setY(1).setButtons(buttons));
    }
}
