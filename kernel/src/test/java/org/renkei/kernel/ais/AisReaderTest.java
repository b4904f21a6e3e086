package org.renkei.kernel.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AisReaderTest {
    private static final String POSITION = "!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A";
    private static final String FIRST = "!AIVDM,2,1,9,B,58KvN<42ACikUKW77F1H4hF0<PTp622222222216`0`cF5BF0RT13H0T,0*70";
    private static final String SECOND = "!AIVDM,2,2,9,B,PFRC88888888880,2*29";

    private final AisReader reader = new AisReader();

    @Test
    void readsAPosition() {
        var report = (AisMessage.PositionReport) heard(POSITION).message();
        assertThat(report.mmsi()).isEqualTo(371798000);
        assertThat(report.movement().speed()).hasValue(12.3);
        assertThat(report.movement().course()).hasValue(224.0);
        assertThat(report.movement().heading()).hasValue(215);
        assertThat(report.movement().position().orElseThrow().latitude()).isCloseTo(48.381633, offset(1e-6));
        assertThat(report.turnRate()).isEmpty();
    }

    @Test
    void joinsPartsOfOneGroupAndTakesItsTime() {
        assertThat(reader.read("\\g:1-2-3985,s:rEV02,c:1334337317*2D\\" + FIRST, 0))
                .isInstanceOf(AisLine.Part.class);
        var heard = heard("\\g:2-2-3985*5A\\" + SECOND);
        assertThat(heard.message()).isInstanceOf(AisMessage.StaticVoyageData.class);
        assertThat(heard.reception().heardAt()).hasValue(1_334_337_317_000L);
        assertThat(heard.reception().station()).hasValue("rEV02");
    }

    @Test
    void takesTheTimeOfTheLineBefore() {
        reader.read("$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26", 0);
        var heard = heard("!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62");
        assertThat(heard.reception().heardAt()).hasValue(1_384_257_600_011L);
        assertThat(heard.reception().station()).hasValue("2190067");
    }

    @Test
    void takesNoTimeOfALineThatIsOfAnotherSentence() {
        reader.read("$PGHP,1,2013,11,12,12,0,0,11,219,,2190067,1,62*26", 0);
        assertThat(heard(POSITION + ",1327992119157").reception().heardAt()).hasValue(1_327_992_119_157L);
        reader.read("$PGHP,1,2013,11,12,12,0,0,292,219,,2190066,1,00*1A", 0);
        var own = heard("!BSVDO,1,1,,A,4025btQunn;ssPUHb<PF<F102<1e,0*13");
        assertThat(own.reception().heardAt()).hasValue(1_384_257_600_292L);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ,r003669987,1152921693                                          | 1152921693000 | r003669987
            ,1327992119157                                                  | 1327992119157 |
            ,d-109,S2105,t050056.00,T56.1,r003669946,1325394060,1325394001  | 1325394060000 | r003669946
            ,x                                                              |               |
            """)
    void takesTheTimeBehindTheSentence(String trailer, Long time, String station) {
        var reception = heard(POSITION + trailer).reception();
        assertThat(reception.heardAt().stream().boxed().toList()).isEqualTo(time == null ? List.of() : List.of(time));
        assertThat(reception.station().orElse(null)).isEqualTo(station);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4B  | WRONG_CHECKSUM
            !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0     | NO_CHECKSUM
            !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ*56    | FORM
            !AIVDM,1,1,,A,15RT,0*24                          | TOO_SHORT
            !AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,7*4D  | PAYLOAD
            !AIVDM,1,1,,A,U31<0OOP000CshrMdl600?wP00SL,0*43  | UNKNOWN_TYPE
            !AIVDM,2,2,9,B,PFRC88888888880,2*29               | PART_WITHOUT_START
            \\s:rEV02*00\\!AIVDM,1,1,,A,15RT,0*18            | TAG_BLOCK
            \\s:rEV02                                        | TAG_BLOCK
            """)
    void saysWhyALineIsRefused(String line, AisRefusal reason) {
        assertThat(reader.read(line.replace("\\\\", "\\"), 0)).isEqualTo(new AisLine.Refused(reason));
    }

    @Test
    void passesOverWhatIsNotAis() {
        for (var line : List.of("", "# a comment", "$GPRMC,1*00", "$PGHP,1,x", "!", "!AIVD")) {
            assertThat(reader.read(line, 0)).as(line).isEqualTo(new AisLine.Beside());
        }
    }

    @Test
    void takesAMessageOfSeveralStationsOnce() {
        assertThat(reader.read(FIRST, 0)).isInstanceOf(AisLine.Part.class);
        assertThat(reader.read(FIRST, 5)).isInstanceOf(AisLine.Part.class);
        assertThat(heard(SECOND).message()).isInstanceOf(AisMessage.StaticVoyageData.class);
        assertThat(reader.read(SECOND, 10)).isInstanceOf(AisLine.Part.class);
    }

    @Test
    void givesUpWhatStaysIncomplete() {
        reader.read(FIRST, 0);
        assertThat(reader.read(SECOND, 16_000)).isEqualTo(new AisLine.Refused(AisRefusal.PART_WITHOUT_START));
        assertThat(reader.abandoned()).isEqualTo(1);
    }

    @Test
    void remembersATransmissionForSomeSeconds() {
        var duplicates = new AisDuplicates(10_000, 2);
        assertThat(duplicates.isRepeat("a", 0)).isFalse();
        assertThat(duplicates.isRepeat("a", 9_000)).isTrue();
        assertThat(duplicates.isRepeat("a", 10_001)).isFalse();
        assertThat(duplicates.isRepeat("b", 10_002)).isFalse();
        assertThat(duplicates.isRepeat("c", 10_003)).isFalse();
        assertThat(duplicates.isRepeat("a", 10_004))
                .as("pushed out by newer ones")
                .isFalse();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noiseIsAnsweredNeverThrown(int seed) {
        var random = new Random(seed);
        var samples = List.of(POSITION, FIRST, SECOND, "\\g:1-2-3985,s:rEV02,c:1334337317*2D\\" + FIRST);
        var lines = new ArrayList<String>();
        for (var i = 0; i < 200; i++) {
            lines.add(damaged(samples.get(random.nextInt(samples.size())), random));
            lines.add(random(random));
        }
        lines.forEach(line -> assertThat(reader.read(line, 0)).isNotNull());
    }

    /// Any bits under a right checksum.
    private static String random(Random random) {
        var payload = new StringBuilder();
        for (var i = random.nextInt(80); i > 0; i--) {
            payload.append((char) ('0' + random.nextInt(40)));
        }
        var body = "AIVDM,1,1,,A," + payload + "," + random.nextInt(6);
        return "!" + body + "*%02X".formatted(AisSentence.sum(body, 0, body.length()));
    }

    private static String damaged(String line, Random random) {
        var damaged = new StringBuilder(line);
        for (var i = random.nextInt(4); i >= 0 && !damaged.isEmpty(); i--) {
            var at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setCharAt(at, (char) random.nextInt(256));
                default -> damaged.setLength(at);
            }
        }
        return damaged.toString();
    }

    private AisLine.Heard heard(String line) {
        return (AisLine.Heard) reader.read(line, 10);
    }
}
