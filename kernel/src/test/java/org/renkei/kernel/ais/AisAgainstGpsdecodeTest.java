package org.renkei.kernel.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.SharedData;
import tools.jackson.databind.json.JsonMapper;

/// Recordings of whole networks, read by `gpsdecode` on this machine as well.
class AisAgainstGpsdecodeTest {
    private static final Set<Integer> POSITIONS = Set.of(1, 2, 3, 18, 27);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsTheRecordingsAndTheProgram() {
        SharedData.need("ais/nmea");
        assumeTrue(runs(), "skipped: no gpsdecode here (Debian: gpsd-clients)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dma_20131112_1200_ais-sample",
                "amsa_risky_ais",
                "uscg_noaadata_20060715",
                "amsa_satellite_exact-earth-augmented"
            })
    void everyPositionIsTheSame(String recording) throws IOException, InterruptedException {
        var lines = SharedData.lines("ais/nmea/" + recording + ".nmea.gz").stream()
                // Single sentences that both take for AIS; trailers and tag blocks are ours alone.
                .filter(line -> line.matches("!(AI|AB|BS)VDM,1,1,.*"))
                .map(line -> line.substring(0, Math.min(line.length(), line.indexOf('*') + 3)))
                .toList();
        var theirs = theirs(String.join("\r\n", lines) + "\r\n");
        var ours = new LinkedHashSet<String>();
        var reader = new AisReader();
        for (var line : lines) {
            if (reader.read(line, 0) instanceof AisLine.Heard(var message, var reception)
                    && POSITIONS.contains(message.type())) {
                var fields = GpsdFields.of(message);
                ours.add(key(
                        message.type(), message.mmsi(), fields.get("lat"), fields.get("speed"), fields.get("second")));
            }
        }
        assertThat(ours).isNotEmpty();
        assertThat(without(ours, theirs)).as("only ours").isEmpty();
        assertThat(without(theirs, ours)).as("only theirs").isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        var rest = new LinkedHashSet<>(all);
        rest.removeAll(those);
        return rest;
    }

    private Set<String> theirs(String lines) throws IOException, InterruptedException {
        var input = Files.writeString(folder.resolve("in"), lines, StandardCharsets.ISO_8859_1);
        var output = folder.resolve("out");
        var process = new ProcessBuilder("gpsdecode", "-j")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        var theirs = new LinkedHashSet<String>();
        for (var line : new ArrayList<>(Files.readAllLines(output, StandardCharsets.ISO_8859_1))) {
            var node = JsonMapper.shared().readTree(line);
            var type = node.path("type").asInt(0);
            if (POSITIONS.contains(type)) {
                theirs.add(key(
                        type,
                        node.path("mmsi").asInt(),
                        Gold.value(type, "lat", node.path("lat"), node),
                        Gold.value(type, "speed", node.path("speed"), node),
                        type == 27 ? 60 : node.path("second").asInt()));
            }
        }
        return theirs;
    }

    private static String key(
            int type, int mmsi, @Nullable Object latitude, @Nullable Object speed, @Nullable Object second) {
        var place = latitude instanceof Number number ? "%.5f".formatted(number.doubleValue()) : "-";
        var knots = speed instanceof Number number ? "%.1f".formatted(number.doubleValue()) : "-";
        return type + " " + mmsi + " " + place + " " + knots + " " + second;
    }

    private static boolean runs() {
        try {
            return new ProcessBuilder("gpsdecode", "-V").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
