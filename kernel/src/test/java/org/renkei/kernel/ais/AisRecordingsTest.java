package org.renkei.kernel.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Recordings of many networks, against counts that were made without this decoder (checksum, type and
/// sender of the first sentence of each message).
class AisRecordingsTest {
    @BeforeAll
    static void needsTheRecordings() {
        SharedData.need("ais");
    }

    static Stream<String> recordings() {
        return expected().propertyNames().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recordings")
    void countsAreThoseOfTheOtherCount(String file) {
        var wanted = expected().get(file);
        var sentences = new ArrayList<AisSentence>();
        var wrong = 0;
        for (var line : SharedData.lines("ais/" + file)) {
            // The other count looks at sentences in comments, too, and at talkers of two letters only.
            var sentence = line.startsWith("#") ? line.substring(Math.max(0, line.indexOf('!'))) : line;
            switch (Sentences.of(sentence)) {
                case Sentences.Right(var right) when !line.startsWith("!=") -> sentences.add(right);
                case Sentences.Wrong(var reason) when reason == AisRefusal.WRONG_CHECKSUM -> wrong++;
                default -> {}
            }
        }
        var first =
                sentences.stream().filter(sentence -> sentence.number() == 1).toList();
        var byType = new TreeMap<String, Integer>();
        var senders = new HashSet<Integer>();
        for (var sentence : first) {
            var bits = AisBits.of(sentence.payload(), sentence.parts() == 1 ? sentence.fill() : 0);
            if (bits.has(38)) {
                byType.merge(Integer.toString(bits.unsigned(0, 6)), 1, Integer::sum);
                senders.add(bits.unsigned(8, 30));
            }
        }
        assertThat(sentences).hasSize(wanted.path("sentences_with_checksum").asInt());
        assertThat(wrong)
                .isEqualTo(
                        file.contains("risky") ? 1 : wanted.path("bad_checksum").asInt());
        assertThat(first.size() - wanted.path("too_short_payload").asInt())
                .isEqualTo(byType.values().stream().mapToInt(n -> n).sum());
        assertThat(byType).isEqualTo(counts(wanted.path("by_type")));
        assertThat(senders).hasSize(wanted.path("distinct_mmsi").asInt());
    }

    /// Repeats are parts of a message that another station brought before. What is too short is shorter
    /// than its type may be: 40 bits of type 20, type 6 without an application.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            golden/gpsd_ais-nmea.log.gz,                            171,   171,   {},                     0
            golden/gpsd_sample.aivdm.gz,                            102,   102,   {},                     0
            golden/libais_typeexamples.nmea.gz,                     26,    26,    {},                     0
            labelled/219165000_ssc_1.nmea.gz,                       80,    75,    {},                     5
            labelled/538004030_drift_1.nmea.gz,                     5252,  5118,  {},                     134
            nmea/amsa_risky_ais.nmea.gz,                            22790, 22769, \
              '{NO_CHECKSUM=8, WRONG_CHECKSUM=1, TOO_SHORT=18, UNKNOWN_TYPE=1}',                          2
            nmea/amsa_satellite_exact-earth-augmented.nmea.gz,      3972,  3954,  '{TOO_SHORT=17, TOO_LONG=1}', 0
            nmea/amsa_satellite_exact-earth-with-tag-block.nmea.gz, 200,   200,   {},                     0
            nmea/dma_20131112_1200_ais-sample.nmea.gz,              26077, 26077, {},                     0
            nmea/dma_decode_encode_messages.nmea.gz,                601,   601,   {},                     0
            nmea/opencpn_Hakefjord.log.gz,                          15824, 15791, {},                     33
            nmea/uscg_noaadata_20060715.nmea.gz,                    853,   853,   {},                     0
            """)
    void everyFirstSentenceBecomesAMessageOrSaysWhyNot(String file, int begun, int heard, String refused, int repeats) {
        var reader = new AisReader();
        var messages = 0;
        var reasons = new EnumMap<AisRefusal, Integer>(AisRefusal.class);
        var beginnings = 0;
        for (var line : SharedData.lines("ais/" + file)) {
            if (Sentences.of(line) instanceof Sentences.Right(var sentence) && sentence.number() == 1) {
                beginnings++;
            }
            switch (reader.read(line, 0)) {
                case AisLine.Heard ignored -> messages++;
                case AisLine.Refused(var reason) -> reasons.merge(reason, 1, Integer::sum);
                case AisLine.Part ignored -> {}
                case AisLine.Beside ignored -> {}
            }
        }
        assertThat(beginnings).isEqualTo(begun);
        assertThat(messages).isEqualTo(heard);
        assertThat(reasons).hasToString(refused);
        var unread = Stream.of(AisRefusal.TOO_SHORT, AisRefusal.TOO_LONG, AisRefusal.UNKNOWN_TYPE)
                .mapToInt(reason -> reasons.getOrDefault(reason, 0))
                .sum();
        assertThat(begun - heard - unread - repeats).isZero();
    }

    private static Map<String, Integer> counts(JsonNode node) {
        var counts = new TreeMap<String, Integer>();
        node.properties()
                .forEach(type -> counts.put(type.getKey(), type.getValue().asInt()));
        return counts;
    }

    private static JsonNode expected() {
        return JsonMapper.shared().readTree(SharedData.text("ais/expected_stats.json"));
    }

    static List<AisMessage> messages(String file) {
        var reader = new AisReader();
        var messages = new ArrayList<AisMessage>();
        for (var line : SharedData.lines(file)) {
            if (reader.read(line, 0) instanceof AisLine.Heard(var message, var reception)) {
                messages.add(message);
            }
        }
        return messages;
    }
}
