package cc.node.doctor;

import static cc.node.doctor.Finding.Verdict.NOTE;
import static cc.node.doctor.Finding.Verdict.OK;
import static cc.node.doctor.Finding.Verdict.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import cc.node.community.MemberCard;
import cc.node.peer.PeerAddress;
import cc.node.trust.NodeName;
import cc.protocol.message.ClockEntry;
import cc.protocol.message.NodeDescription;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final MemberCard MEMBER = member(NOW.plus(Duration.ofDays(6)));

    @TempDir
    private Path folder;

    @Test
    void aJavaThatNobodyTriedIsWrong() {
        assertThat(JavaCheck.judge(16, "16.0.1", List.of()).verdict()).isEqualTo(WRONG);
        assertThat(JavaCheck.judge(26, "26", List.of()).text()).contains("17 to 25");
        assertThat(JavaCheck.judge(17, "17.0.2", List.of("17.0.2", "25.0.1")))
                .isEqualTo(Finding.ok("java", "17.0.2; also 25.0.1"));
    }

    @Test
    void windowsNeedADisplayThatIsThereAndAJavaThatCan() throws IOException {
        Path displays = Files.createDirectory(folder.resolve("x"));
        Path javaHome = Files.createDirectory(folder.resolve("java"));
        assertThat(DesktopCheck.look(Map.of(), displays, javaHome).text()).contains("DISPLAY is not set");

        Map<String, String> environment = Map.of("DISPLAY", ":7.0");
        assertThat(DesktopCheck.look(environment, displays, javaHome).text()).contains("no X server");

        Files.createFile(displays.resolve("X7"));
        assertThat(DesktopCheck.look(environment, displays, javaHome).text()).contains("not -headless");

        Files.createDirectory(javaHome.resolve("lib"));
        Files.createFile(javaHome.resolve("lib/libawt_xawt.so"));
        assertThat(DesktopCheck.look(environment, displays, javaHome).verdict()).isEqualTo(OK);
    }

    @Test
    void aMachineWithoutFontsIsToldWhatToInstall() throws IOException {
        assertThat(FontCheck.look(List.of(folder, folder.resolve("missing"))))
                .isEqualTo(Finding.wrong(
                        "fonts", "none, so that no program can draw text: apt install fonts-dejavu-core"));

        Files.createFile(Files.createDirectories(folder.resolve("truetype/a")).resolve("A.TTF"));

        assertThat(FontCheck.look(List.of(folder)).verdict()).isEqualTo(OK);
    }

    @Test
    void whatMovingProgramsWillNeedIsNotedOnly() throws IOException {
        assertThat(MoveCheck.namespaces(folder).verdict()).isEqualTo(NOTE);

        for (String kind : List.of("mnt", "net", "pid", "user")) {
            Files.createFile(Files.createDirectories(folder.resolve("self/ns")).resolve(kind));
        }
        assertThat(MoveCheck.namespaces(folder).verdict()).isEqualTo(OK);

        Files.writeString(Files.createDirectories(folder.resolve("sys/user")).resolve("max_user_namespaces"), "0\n");
        assertThat(MoveCheck.namespaces(folder).text()).contains("sysctl");
    }

    @Test
    void keysThatOthersMayReadAreWrong() throws IOException {
        Path state = Files.createDirectory(folder.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(FolderCheck.state(state).text()).contains("rwxr-x---").contains("chmod 700");

        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
        assertThat(FolderCheck.state(state).verdict()).isEqualTo(OK);
        assertThat(FolderCheck.state(folder.resolve("not/there")).text()).endsWith("will be made");
    }

    @Test
    void aDiskThatIsNearlyFullIsWrong() {
        assertThat(FolderCheck.room(folder, 10 << 20).verdict()).isEqualTo(WRONG);
        assertThat(FolderCheck.room(folder, 500 << 20).verdict()).isEqualTo(NOTE);
        assertThat(FolderCheck.room(folder, 5L << 30).text()).startsWith("5.0 GB free");
    }

    @Test
    void aTakenPortIsWrongWhereItIsNeeded() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            assertThat(PortCheck.look(port, 1, true).verdict()).isEqualTo(WRONG);
            assertThat(PortCheck.look(port, 1, false).verdict()).isEqualTo(NOTE);
            assertThat(PortCheck.look(port, 1, true).text()).startsWith(port + " taken");
        }
    }

    @Test
    void aMemberWhoseNodeDoesNotKnowItsCommunityIsWrong() {
        NodeDescription well =
                NodeDescription.newBuilder().setMachine("m1").setMembers(3).build();
        assertThat(CommunityCheck.community(MEMBER, well))
                .isEqualTo(Finding.ok("community", "m1 at 10.0.0.1:7447, 3 machines"));
        assertThat(CommunityCheck.community(MEMBER, null).text()).contains("does not run");
        assertThat(CommunityCheck.community(MEMBER, NodeDescription.getDefaultInstance())
                        .verdict())
                .isEqualTo(WRONG);
        assertThat(CommunityCheck.community(
                        MEMBER, well.toBuilder().setMissing("no answer").build()))
                .isEqualTo(Finding.wrong("community", "no answer"));
    }

    @Test
    void aCertificateThatIsNotRenewedInTimeIsWrong() {
        assertThat(CommunityCheck.certificate(MEMBER, NOW).verdict()).isEqualTo(OK);
        assertThat(CommunityCheck.certificate(member(NOW.plus(Duration.ofHours(20))), NOW)
                        .text())
                .contains("is not renewed");
        assertThat(CommunityCheck.certificate(member(NOW.minusSeconds(1)), NOW).text())
                .contains("cc join");
    }

    @Test
    void theClockThatDiffersMostIsNamed() {
        ClockEntry near = clock("m2", 40, 10);
        assertThat(CommunityCheck.clock(List.of(near))).isEqualTo(Finding.ok("clock", "m2's differs by 0.0 s at most"));
        assertThat(CommunityCheck.clock(List.of(near, clock("m3", -20_000, 100))))
                .isEqualTo(Finding.note("clock", "m3's differs by -20.0 s"));
        assertThat(CommunityCheck.clock(List.of(clock("m2", 301_000, 500), near))
                        .verdict())
                .isEqualTo(WRONG);
        // Off by less than the answer took to come: nobody can say.
        assertThat(CommunityCheck.clock(List.of(clock("m2", 6_000, 2_000))).verdict())
                .isEqualTo(OK);
        ClockEntry silent =
                ClockEntry.newBuilder().setMachine("m4").setSilent(true).build();
        assertThat(CommunityCheck.clock(List.of(near, silent)).text()).endsWith("no answer from m4");
        assertThat(CommunityCheck.clock(List.of(silent)).verdict()).isEqualTo(NOTE);
    }

    private static ClockEntry clock(String machine, long difference, long uncertainty) {
        return ClockEntry.newBuilder()
                .setMachine(machine)
                .setDifferenceMillis(difference)
                .setUncertaintyMillis(uncertainty)
                .build();
    }

    private static MemberCard member(Instant certificateEnd) {
        return new MemberCard(new NodeName("m1"), PeerAddress.parse("10.0.0.1:7447"), 4, certificateEnd);
    }
}
