package cc.screen.session;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.ClipboardText;
import cc.protocol.message.ControlRequest;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.PointerPlace;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowRequest;
import cc.screen.session.TestSession.RecordingLink;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A program that runs on "here", is looked at there, and is driven from elsewhere. */
class DriversTest {
    private final StepExecutor executor = new StepExecutor();
    private final ScreenCounters counters = new ScreenCounters();
    private final RecordingLink link = new RecordingLink();
    private final RandomProgram program = new RandomProgram(new Random(1));
    private final ProgramSession session =
            TestSession.open(link, executor, counters, FeedLimits.DEFAULT, executor::nanoTime);

    @Test
    void onlyTheMachinesThatAreNamedDrive() {
        session.allowInput(new InputRule("here", List.of("desk")));
        FakeViewer wall = attach("wall", true, 1000);
        FakeViewer desk = attach("desk", true, 500);
        wall.say(key("w"));
        wall.say(FromScreen.newBuilder()
                .setWindow(WindowRequest.newBuilder().setWindow(1).setClose(true)));
        wall.say(FromScreen.newBuilder().setClipboard(ClipboardText.newBuilder().setText("x")));
        wall.say(FromScreen.newBuilder().setControl(ControlRequest.newBuilder().setTake(true)));
        desk.say(key("d"));
        assertThat(link.input())
                .filteredOn(message -> !message.hasScreens())
                .singleElement()
                .isEqualTo(key("d").build());
        assertThat(counters.refusedInput.sum()).isEqualTo(4);
        settle(wall, desk);
        assertThat(wall.viewers.getDriver()).isEqualTo("desk");
        assertThat(wall.viewers.getInputsList()).containsExactly("desk");
        assertThat(wall.viewers.getInputElsewhere()).isTrue();
    }

    @Test
    void whoMayNotDriveAnyMoreLetsGo() {
        FakeViewer local = attach("", true, 1000);
        local.say(key("a"));
        session.allowInput(new InputRule("here", List.of("desk")));
        assertThat(link.input()).last().matches(FromScreen::hasRelease);
        local.say(key("b"));
        assertThat(link.input()).filteredOn(FromScreen::hasKey).hasSize(1);
        session.allowInput(new InputRule("here", List.of("desk", "here")));
        local.say(key("c"));
        assertThat(link.input()).filteredOn(FromScreen::hasKey).hasSize(2);
        settle(local);
        assertThat(local.viewers.getInputElsewhere()).isFalse();
        assertThat(local.viewers.getDriver()).isEqualTo("here");
    }

    @Test
    void anInputProxyKnowsWhereWindowsAreAndIsSentNoPictures() {
        session.receive(program.openWindow());
        session.receive(program.frame(3));
        FakeViewer screen = attach("", true, 1000);
        FakeViewer input = attach("desk", false, 0);
        session.receive(program.openWindow());
        session.receive(program.frame(3));
        settle(screen, input);
        assertThat(screen.frames).isPositive();
        assertThat(input.windows).isEqualTo(program.windows);
        assertThat(input.frames).isZero();
        input.say(key("i"));
        settle(screen, input);
        assertThat(link.input()).last().isEqualTo(key("i").build());
        assertThat(input.viewers.getInControl()).isEqualTo(input.id());
    }

    @Test
    void whoLooksOnSeesThePointerOfWhoDrives() {
        FakeViewer screen = attach("", true, 1000);
        FakeViewer input = attach("desk", false, 0);
        input.say(key("i"));
        input.say(pointer(7, 30, 40));
        settle(screen, input);
        assertThat(pointers(screen))
                .last()
                .isEqualTo(
                        PointerPlace.newBuilder().setWindow(7).setX(30).setY(40).build());
        assertThat(pointers(input)).allMatch(place -> place.getWindow() == 0);
        input.leave();
        settle(screen);
        assertThat(pointers(screen)).last().isEqualTo(PointerPlace.getDefaultInstance());
    }

    @Test
    void aLonelyViewerIsToldNothingOfItsOwnPointer() {
        FakeViewer only = attach("", true, 1000);
        settle(only);
        int before = only.received.size();
        only.say(pointer(1, 2, 3));
        settle(only);
        assertThat(only.received).hasSize(before);
    }

    @Test
    void whileWhoDrivesHasNoScreensTheProgramSeesThoseOfWhoLooks() {
        session.allowInput(new InputRule("here", List.of("desk")));
        FakeViewer desk = attach("desk", false, 0);
        desk.say(key("d"));
        FakeViewer wall = attach("wall", true, 1000);
        assertThat(session.layout()).isEqualTo(ScreenSettings.oneScreen(1000, 500, 1));
        wall.say(FromScreen.newBuilder().setScreens(ScreenSettings.oneScreen(1100, 500, 1)));
        assertThat(session.layout()).isEqualTo(ScreenSettings.oneScreen(1100, 500, 1));
        assertThat(link.input()).filteredOn(FromScreen::hasScreens).hasSize(2);
    }

    private FakeViewer attach(String machine, boolean pictures, int screenWidth) {
        FakeViewer viewer = FakeViewer.connect(session, new ViewerTerms(true, pictures, machine, false));
        ScreenLayout screens =
                pictures ? ScreenSettings.oneScreen(screenWidth, 500, 1) : ScreenLayout.getDefaultInstance();
        viewer.say(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder()
                        .setProtocolVersion(ProtocolVersion.CURRENT)
                        .setScreens(screens)));
        return viewer;
    }

    private void settle(FakeViewer... viewers) {
        boolean busy = true;
        while (busy) {
            executor.runAll();
            busy = false;
            for (FakeViewer viewer : viewers) {
                busy |= viewer.take();
                busy |= viewer.acknowledgeOne();
            }
        }
    }

    private static List<PointerPlace> pointers(FakeViewer viewer) {
        return viewer.received.stream()
                .filter(ToScreen::hasPointer)
                .map(ToScreen::getPointer)
                .toList();
    }

    private static FromScreen.Builder key(String key) {
        return FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder().setUsage(4).setKey(key).setPressed(true));
    }

    private static FromScreen.Builder pointer(int window, int x, int y) {
        return FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder().setWindow(window).setX(x).setY(y));
    }
}
