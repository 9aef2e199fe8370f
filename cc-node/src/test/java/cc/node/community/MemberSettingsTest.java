package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsReadAgain() throws Exception {
        MemberSettings settings = new MemberSettings(
                new NodeName("m1"),
                new PeerAddress("10.1.2.3", 7447),
                1,
                List.of(
                        RegistryPorts.server(1, "m1", new PeerAddress("10.1.2.3", 7447)),
                        RegistryPorts.server(2, "m2", new PeerAddress("fe80::1", 9000)),
                        RegistryServer.newBuilder()
                                .setId(3)
                                .setHost("m3.example")
                                .setClientPort(1)
                                .setQuorumPort(2)
                                .setElectionPort(3)
                                .build()));
        Path file = folder.resolve("community.properties");
        settings.save(file);
        assertThat(MemberSettings.load(file)).isEqualTo(settings);
        assertThat(settings.connectString()).isEqualTo("10.1.2.3:7448,[fe80::1]:9001,m3.example:1");
    }

    @Test
    void aRegistryThatOthersKeepIsReadAgain() throws Exception {
        MemberSettings settings =
                new MemberSettings(new NodeName("m1"), new PeerAddress("m1", 7447), 0, List.of(), "zk1:2181,zk2:2181");
        Path file = folder.resolve("community.properties");
        settings.save(file);
        assertThat(MemberSettings.load(file)).isEqualTo(settings);
        assertThat(settings.connectString()).isEqualTo("zk1:2181,zk2:2181");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name=m1",
                "name=M 1\naddress=h:1\nregistry.servers=1@h:1:2:3",
                "name=m1\naddress=h:x\nregistry.servers=1@h:1:2:3",
                "name=m1\naddress=h:1\nregistry.servers=1@h:1:2",
                "name=m1\naddress=h:1\ncoordination.mode=external",
                "name=m1\naddress=h:1\ncoordination.mode=other\nregistry.servers=1@h:1:2:3",
                "name=m1\naddress=h:1\nregistry.own=one\nregistry.servers=1@h:1:2:3"
            })
    void aFileThatCannotBeUsedIsNamed(String text) throws Exception {
        Path file = folder.resolve("community.properties");
        Files.writeString(file, text);
        assertThatThrownBy(() -> MemberSettings.load(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }
}
