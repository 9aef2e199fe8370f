package cc.node.route;

import static org.assertj.core.api.Assertions.assertThat;

import cc.node.application.Application;
import cc.node.message.ApplicationRecord;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import cc.screen.session.ViewerLink;
import cc.screen.session.ViewerTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An editor that runs on the machine "here". */
class OwnProgramsTest {
    private final ScreenProxy screens = new ScreenProxy(ScreenSettings.defaults(), (name, to) -> new NoInput());
    private final List<String> desktop = new ArrayList<>();
    private final OwnPrograms programs = new OwnPrograms(screens, this::open, false);
    private final ProgramSession editor =
            screens.open(ProgramHello.newBuilder().setName("editor").setPid(77).build(), new NoLink());

    @AfterEach
    void end() {
        screens.close();
    }

    @Test
    void browsersOnlyUnlessTheDesktopIsWanted() {
        follow(record("here"));
        assertThat(desktop).isEmpty();
        follow(record("here").setOnOwnDesktop(true));
        assertThat(desktop).containsExactly("CONTROL editor");
    }

    @Test
    void whatIsOnTheDesktopIsOpenedOnceAndEndedWhenTheWindowsMoveAway() {
        follow(record("here").setOnOwnDesktop(true));
        follow(record("here", "wall").setOnOwnDesktop(true));
        assertThat(desktop).containsExactly("CONTROL editor");
        follow(record("wall"));
        assertThat(desktop).containsExactly("CONTROL editor", "end");
    }

    @Test
    void whatIsDrivenFromItsOwnMachineAndShowsElsewhereGetsAnInputWindow() {
        follow(record("wall").addInputs("here"));
        assertThat(desktop).containsExactly("INPUT editor");
        follow(record("wall"));
        assertThat(desktop).containsExactly("INPUT editor", "end");
        follow(record("here").addInputs("here"));
        assertThat(desktop).hasSize(2);
    }

    @Test
    void windowsThatAPersonOpenedHereGoToo() {
        Leaving window = new Leaving();
        Leaving browser = new Leaving();
        editor.attach(window, ViewerTerms.desktop(true, true));
        editor.attach(browser, ViewerTerms.browser(true));
        follow(record("here", "wall"));
        assertThat(window.goodbye).isEmpty();
        follow(record("wall"));
        assertThat(window.goodbye).isEqualTo("It shows on wall.");
        assertThat(browser.goodbye).isEmpty();
    }

    @Test
    void noSecondWindowsBesideThoseThatAPersonOpened() {
        editor.attach(new Leaving(), ViewerTerms.desktop(true, true));
        follow(record("here").setOnOwnDesktop(true));
        assertThat(desktop).isEmpty();
    }

    @Test
    void onlyTheMachinesThatAreNamedMayDriveIt() {
        follow(record("here").addInputs("desk"));
        assertThat(editor.mayBeDrivenFromHere()).isFalse();
        follow(record("here"));
        assertThat(editor.mayBeDrivenFromHere()).isTrue();
    }

    @Test
    void aMachineThatIsOnItsOwnIsNotNamedToWhoeverLooks() {
        editor.attach(new Leaving(), ViewerTerms.browser(true))
                .receive(FromScreen.newBuilder()
                        .setAttach(Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT))
                        .build());
        new OwnPrograms(screens, this::open, true)
                .follow(Map.of("editor", new Application(record("here").build(), 1, false)));
        assertThat(editor.entry().getDriver()).isEmpty();
        follow(record("here"));
        assertThat(editor.entry().getDriver()).isEqualTo("here");
    }

    private Runnable open(ProgramSession session, Role role, String title) {
        assertThat(session).isSameAs(editor);
        desktop.add(role + " " + title);
        return () -> desktop.add("end");
    }

    private void follow(ApplicationRecord.Builder record) {
        programs.follow(Map.of("editor", new Application(record.build(), 1, false)));
    }

    private static ApplicationRecord.Builder record(String... screens) {
        return ApplicationRecord.newBuilder()
                .setId("1d")
                .setName("editor")
                .setMachine("here")
                .addAllScreens(List.of(screens));
    }

    private static final class Leaving implements ViewerLink {
        private String goodbye = "";

        @Override
        public int send(List<ToScreen> messages, Runnable taken) {
            taken.run();
            return 0;
        }

        @Override
        public void close(GoodbyeReason reason, String text) {
            goodbye = text;
        }

        @Override
        public long memoryBytes() {
            return 0;
        }
    }

    private static final class NoInput implements InputSink {
        @Override
        public void input(int source, FromScreen message) {}

        @Override
        public void leave(int source) {}
    }

    private static final class NoLink implements ProgramLink {
        @Override
        public void send(FromScreen message) {}

        @Override
        public void close(String reason) {}
    }
}
