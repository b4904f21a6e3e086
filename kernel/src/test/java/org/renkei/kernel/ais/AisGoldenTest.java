package org.renkei.kernel.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Field by field against the decodes of gpsd and libais.
class AisGoldenTest {
    /// Words and values that gpsd and libais derive, or bits that mean nothing.
    private static final Set<String> DERIVED = Set.of(
            "class",
            "device",
            "scaled",
            "reserved",
            "spare",
            "spare2",
            "spare3",
            "spare4",
            "regional",
            "mmsi1",
            "mmsi2");

    /// Known and judged: libais turns two flags round, reads an offset whose bits are not all there,
    /// writes two characters of six-bit text otherwise than ITU-R M.1371-5 table 47, takes the speed of
    /// an aircraft in tenths of a knot and gives flags as numbers.
    private static final List<String> LIBAIS_READS_OTHERWISE = List.of(
            "6 retransmit: true, ours false",
            "27 gnss: false, ours true",
            "15 type1_2: 62, ours 0",
            "15 offset1_2: 2832, ours 0",
            "21 name: 9%&//3*37-+P][`<RD^6, ours 9%&//3*37_+P]['<RD^6",
            "9 speed: 16.799999237060547, ours 168.0",
            "22 band_b: 0, ours false",
            "22 band_a: 0, ours false");

    /// gpsd rounds the place of a corrections station to 1/10 degree and does not read the communication
    /// state of type 26, whose first bits it leaves in the last byte of the data; it fills up a sender in
    /// type 7 of whom 24 of 30 bits came.
    private static final Set<String> GPSD_READS_OTHERWISE =
            Set.of("17 lat", "17 lon", "26 radio", "26 data", "7 mmsi3");

    /// Content of applications, which we leave as it is.
    private static final Set<Integer> APPLICATIONS = Set.of(6, 8);

    @BeforeAll
    static void needsTheDecodes() {
        SharedData.need("ais/golden");
    }

    @Test
    void agreesWithGpsdOnItsSamples() {
        agrees("ais/golden/gpsd_sample.aivdm.gz", "ais/golden/gpsd_sample.aivdm.js.chk.gz");
    }

    @Test
    void agreesWithGpsdOnALogOfAShip() {
        agrees("ais/golden/gpsd_ais-nmea.log.gz", "ais/golden/gpsd_ais-nmea.log.chk.gz");
    }

    @Test
    void agreesWithLibaisOnItsExamples() {
        var differences = new ArrayList<String>();
        var golden = goldens("ais/golden/libais_typeexamples.json.gz");
        var messages = AisRecordingsTest.messages("ais/golden/libais_typeexamples.nmea.gz");
        assertThat(messages).hasSameSizeAs(golden);
        for (var i = 0; i < messages.size(); i++) {
            differences.addAll(differences(messages.get(i), golden.get(i), Dialect.LIBAIS));
        }
        assertThat(differences).containsExactlyElementsOf(LIBAIS_READS_OTHERWISE);
    }

    private static void agrees(String recording, String decodes) {
        var golden = goldens(decodes);
        var unmatched = new LinkedHashSet<>(golden);
        var strangers = new ArrayList<String>();
        for (var message : AisRecordingsTest.messages(recording)) {
            var candidates = golden.stream()
                    .filter(gold -> gold.path("type").asInt() == message.type()
                            && gold.path("mmsi").asLong() == message.mmsi())
                    .toList();
            var equal = candidates.stream()
                    .filter(gold -> differences(message, gold, Dialect.GPSD).isEmpty())
                    .toList();
            unmatched.removeAll(equal);
            // gpsd says nothing of one part of type 24 before the other part came.
            var waits = candidates.isEmpty() && message.type() == 24;
            if (equal.isEmpty() && !waits) {
                strangers.add(message + " differs from "
                        + candidates.stream()
                                .map(gold -> differences(message, gold, Dialect.GPSD))
                                .toList());
            }
        }
        // Of a report of 163 bits we leave out the communication state, which is not there.
        strangers.removeIf(stranger -> stranger.contains("mmsi=244740981") && stranger.contains("communication=0]"));
        unmatched.removeIf(gold ->
                gold.path("mmsi").asInt() == 244740981 && gold.path("radio").asInt() == 1076);
        assertThat(strangers).isEmpty();
        assertThat(unmatched).isEmpty();
    }

    private enum Dialect {
        GPSD,
        LIBAIS
    }

    private static List<String> differences(AisMessage message, JsonNode gold, Dialect dialect) {
        var ours = GpsdFields.of(message);
        var differences = new ArrayList<String>();
        for (var field : gold.properties()) {
            var name = field.getKey();
            if (name.endsWith("_text") || DERIVED.contains(name) && !ours.containsKey(name)) {
                continue;
            }
            if (!ours.containsKey(name)) {
                if (!elsewhere(message, dialect)) {
                    differences.add(message.type() + ": we have no " + name);
                }
                continue;
            }
            if (dialect == Dialect.GPSD && GPSD_READS_OTHERWISE.contains(message.type() + " " + name)) {
                continue;
            }
            var wanted = Gold.value(message.type(), name, field.getValue(), gold);
            if (!same(wanted, ours.get(name))) {
                differences.add(message.type() + " " + name + ": " + wanted + ", ours " + ours.get(name));
            }
        }
        return differences;
    }

    /// Where gpsd joins both parts of type 24, and where libais names the bits its own way.
    private static boolean elsewhere(AisMessage message, Dialect dialect) {
        return APPLICATIONS.contains(message.type()) || message.type() == 24 || dialect == Dialect.LIBAIS;
    }

    private static boolean same(@Nullable Object wanted, @Nullable Object ours) {
        if (wanted instanceof Number a && ours instanceof Number b) {
            return Math.abs(a.doubleValue() - b.doubleValue()) < 1.1e-5 * Math.max(1, Math.abs(a.doubleValue()) / 10);
        }
        return wanted == null ? ours == null : wanted.equals(ours);
    }

    private static List<JsonNode> goldens(String file) {
        var all = new ArrayList<JsonNode>();
        for (var line : SharedData.lines(file)) {
            if (line.startsWith("{")) {
                var node = JsonMapper.shared().readTree(line);
                if (node.path("class").asString("").equals("AIS")) {
                    all.add(node);
                }
            }
        }
        return all;
    }
}
