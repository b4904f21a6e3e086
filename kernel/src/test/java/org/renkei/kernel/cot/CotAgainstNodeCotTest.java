package org.renkei.kernel.cot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Another implementation, `@tak-ps/node-cot`, reads what we write, and we read what it writes.
class CotAgainstNodeCotTest {
    private static final Path JUDGE = Path.of("../interop/cot");

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheOther() {
        assumeTrue(
                Files.isDirectory(JUDGE.resolve("node_modules/@tak-ps/node-cot")) && runs(),
                "skipped: no node-cot here (npm ci in interop/cot)");
    }

    @Test
    void readsOurXmlAndOurFrames() throws IOException, InterruptedException {
        var ship = Events.ship();
        for (var answer : judge(List.of(
                "xml " + CotXml.write(ship), "proto " + HexFormat.of().formatHex(message(TakProtocol.frame(ship)))))) {
            assertThat(answer.path("id").asString()).isEqualTo(ship.uid());
            var properties = answer.path("properties");
            assertThat(properties.path("type").asString()).isEqualTo(ship.type());
            assertThat(properties.path("how").asString()).isEqualTo("m-g");
            assertThat(properties.path("callsign").asString()).isEqualTo("かが \"184\"");
            assertThat(properties.path("course").asDouble()).isEqualTo(271.5);
            assertThat(properties.path("speed").asDouble()).isEqualTo(7.2);
            assertThat(properties.path("remarks").asString()).isEqualTo("UNCLASSIFIED//REL TO JPN, USA <ok> & fine");
            assertThat(properties.path("group").path("name").asString()).isEqualTo("Cyan");
            assertThat(properties.path("time").asString()).isEqualTo(CotXml.time(ship.time()));
            assertThat(properties.path("stale").asString()).isEqualTo(CotXml.time(ship.stale()));
            var place = answer.path("geometry").path("coordinates");
            assertThat(place.path(0).asDouble()).isCloseTo(139.672, within(1e-9));
            assertThat(place.path(1).asDouble()).isCloseTo(35.281, within(1e-9));
            assertThat(place.path(2).asDouble()).isCloseTo(12.5, within(1e-9));
        }
    }

    @Test
    void isReadByUsInBothForms() throws IOException, InterruptedException {
        var answers = judge(List.of("write"));
        var xml = (CotRead.Heard)
                CotReader.read(answers.getFirst().path("xml").asString().getBytes(UTF_8));
        var message = HexFormat.of().parseHex(answers.getFirst().path("proto").asString());
        var frame = new byte[message.length + 3];
        frame[0] = (byte) 0xBF;
        frame[1] = 1;
        frame[2] = (byte) 0xBF;
        System.arraycopy(message, 0, frame, 3, message.length);
        var proto = (CotRead.Heard) CotReader.read(frame);
        for (var event : List.of(xml.event(), proto.event())) {
            assertThat(event.uid()).isEqualTo("ANDROID-deadbeef");
            assertThat(event.type()).isEqualTo("a-f-G-U-C");
            assertThat(event.detail().callsign()).hasValue("すいせん");
            assertThat(event.detail().speed()).hasValue(1.25);
            assertThat(event.detail().course()).hasValue(90);
            assertThat(event.point().latitude()).isEqualTo(35.68);
            assertThat(event.point().ce()).hasValue(4.5);
            assertThat(event.point().le()).isEmpty();
            assertThat(event.detail().group()).hasValue("Red");
            assertThat(CotXml.time(event.stale())).isEqualTo("2026-11-21T00:05:00.000Z");
        }
    }

    /// @param requests one a line
    private List<JsonNode> judge(List<String> requests) throws IOException, InterruptedException {
        var input = Files.write(folder.resolve("in"), requests, UTF_8);
        var output = folder.resolve("out");
        var process = new ProcessBuilder("node", "judge.mjs")
                .directory(JUDGE.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor()).as(() -> text(folder.resolve("errors"))).isZero();
        return Files.readAllLines(output, UTF_8).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// Without the head of a stream.
    private static byte[] message(byte[] frame) {
        return Arrays.copyOfRange(frame, frame[1] < 0 ? 3 : 2, frame.length);
    }

    private static boolean runs() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
