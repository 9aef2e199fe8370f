package cc.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.raster.Replica;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The golden vectors, from which other decoders (the browser's) are tested too: frames of drawing commands, and each
 * surface's checksum after the last of them. They are written anew by running this test with
 * {@code -Dgolden.write=true} in the module's folder.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Pattern FRAME = Pattern.compile("^ {4}\"([A-Za-z0-9+/=]*)\",?$", Pattern.MULTILINE);
    private static final Pattern SURFACE = Pattern.compile(
            "\\{\"id\": (\\d+), \"format\": \"(\\w+)\", \"width\": (\\d+), \"height\": (\\d+), \"crc32\": (\\d+)}");

    @Test
    @EnabledIfSystemProperty(named = "golden.write", matches = "true")
    void write() throws IOException {
        Files.createDirectories(FOLDER);
        for (Map.Entry<String, List<byte[]>> entry : GoldenCases.all().entrySet()) {
            Files.writeString(FOLDER.resolve(entry.getKey() + ".json"), json(entry.getValue()));
        }
    }

    static Stream<String> names() {
        return GoldenCases.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void storedFramesGiveTheStoredPixels(String name) throws IOException {
        String stored = Files.readString(FOLDER.resolve(name + ".json"));
        List<byte[]> frames = new ArrayList<>();
        for (Matcher frame = FRAME.matcher(stored); frame.find(); ) {
            frames.add(Base64.getDecoder().decode(frame.group(1)));
        }
        Replica replica = replay(frames);
        List<String> surfaces = new ArrayList<>();
        for (Matcher surface = SURFACE.matcher(stored); surface.find(); ) {
            surfaces.add(surface.group());
        }
        assertThat(surfaces).isNotEmpty().isEqualTo(surfaces(replica));
    }

    @Test
    void everyCommandIsCovered() throws Exception {
        TreeSet<Integer> missing = new TreeSet<>();
        for (Field field : Opcode.class.getDeclaredFields()) {
            missing.add(field.getInt(null));
        }
        for (List<byte[]> frames : GoldenCases.all().values()) {
            CommandDecoder decoder = new CommandDecoder();
            for (byte[] frame : frames) {
                for (ByteReader in = new ByteReader(frame); in.remaining() > 0; ) {
                    missing.remove(Math.min(decoder.decodeNext(in, command -> {}), Opcode.RECENT));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Replica replay(List<byte[]> frames) throws ProtocolException {
        CommandDecoder decoder = new CommandDecoder();
        Replica replica = new Replica();
        for (byte[] frame : frames) {
            decoder.decode(frame, replica::apply);
        }
        return replica;
    }

    private static String json(List<byte[]> frames) throws ProtocolException {
        StringBuilder json = new StringBuilder("{\n  \"frames\": [\n");
        for (int i = 0; i < frames.size(); i++) {
            json.append("    \"")
                    .append(Base64.getEncoder().encodeToString(frames.get(i)))
                    .append(i < frames.size() - 1 ? "\",\n" : "\"\n");
        }
        json.append("  ],\n  \"surfaces\": [\n    ");
        return json.append(String.join(",\n    ", surfaces(replay(frames))))
                .append("\n  ]\n}\n")
                .toString();
    }

    private static List<String> surfaces(Replica replica) {
        return replica.surfaces().stream()
                .sorted()
                .map(id -> String.format(
                        "{\"id\": %d, \"format\": \"%s\", \"width\": %d, \"height\": %d, \"crc32\": %d}",
                        id,
                        replica.format(id),
                        replica.width(id),
                        replica.height(id),
                        Integer.toUnsignedLong(replica.crc32(id))))
                .toList();
    }
}
