package org.renkei.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborException;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.ledger.Hash;

class RecordCodecTest {
    private static final SharedRecord GOLDEN = aRecord()
            .labelled("SECRET//CRYPTO//REL TO JPN, USA")
            .revision(3)
            .saying("remarks", "震度７")
            .saying("vessel", "DDG-177")
            .portion("/vessel", "SECRET//REL TO JPN", Otherwise.IDENTITY_TYPE)
            .referringTo(UUID.fromString("01541fb8-0000-7000-8000-000000000001"))
            .redacted()
            .unknown("later", new CborInt(7))
            .build();
    private static final byte[] BYTES = RecordCodec.encode(GOLDEN);

    /// `-Dgolden.write=true` writes the file anew.
    @Test
    void bytesAreTheGoldenOnes() {
        Golden.check("record.hex", HexFormat.of().formatHex(BYTES).replaceAll("(.{64})(?=.)", "$1\n"));
        assertThat(RecordCodec.digest(GOLDEN)).isEqualTo(Hash.ofContent(BYTES));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decodingGivesBackWhatWasEncoded(long seed) {
        var record = RandomRecords.record(Seeds.random(seed));
        var bytes = RecordCodec.encode(record);
        var read = RecordCodec.decode(bytes);
        assertThat(read).isEqualTo(record);
        assertThat(RecordCodec.encode(read)).isEqualTo(bytes);
    }

    @Test
    void keepsAndPassesOnTheFieldsOfANewerVersion() {
        var read = RecordCodec.decode(BYTES);
        assertThat(read.unknown()).containsOnlyKeys("later").containsEntry("later", new CborInt(7));
        var entries = new HashMap<>(RecordCodec.toCbor(aRecord().build()).entries());
        entries.put("zz", new CborArray(List.of(new CborNull())));
        var bytes = Cbor.encode(new CborMap(entries));
        assertThat(RecordCodec.encode(RecordCodec.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void aFlippedBitIsRefusedOrIsAnotherRecord() {
        for (var at = 0; at < BYTES.length; at++) {
            for (var bit = 0; bit < 8; bit++) {
                var flipped = BYTES.clone();
                flipped[at] ^= (byte) (1 << bit);
                try {
                    assertThat(RecordCodec.decode(flipped))
                            .as("bit %d of byte %d", bit, at)
                            .isNotEqualTo(GOLDEN);
                } catch (IllegalArgumentException | CborException | LabelException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                } catch (RuntimeException e) {
                    fail("not a refusal", e);
                }
            }
        }
    }

    @Test
    void aTruncatedRecordIsRefused() {
        for (var end = 0; end < BYTES.length; end++) {
            var cut = Arrays.copyOf(BYTES, end);
            assertThatThrownBy(() -> RecordCodec.decode(cut)).isInstanceOf(CborException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"i", "o", "k", "r", "a", "t", "p", "l", "s", "f", "b"})
    void everyFieldIsNeededAndOfItsType(String key) {
        assertThatThrownBy(() -> RecordCodec.fromCbor(with(key, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field '" + key + "' of a record is missing or of another type");
        assertThatThrownBy(() -> RecordCodec.fromCbor(with(key, new CborBool(true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field '" + key + "' of a record is missing or of another type");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        o | JPN           | is no node
        o | jpn/ichigaya  | is no node
        o | JPN/Ichigaya  | is no node
        o | JPN/ichi/gaya | is no node
        p | URGENT        | unknown precedence 'URGENT'
        p | flash         | unknown precedence 'flash'
        l | secret        | unknown classification
        l | SECRET//      | there is an empty segment
        """)
    void refusesAWordThatTheFieldDoesNotKnow(String key, String text, String message) {
        assertThatThrownBy(() -> RecordCodec.fromCbor(with(key, new CborText(text))))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesValuesOutOfRange() {
        for (var refused : List.of(
                with("r", new CborInt(0)),
                with("r", new CborInt(-1)),
                with("r", new CborInt(1L << 31)),
                with("t", new CborInt(-1)),
                with("i", new CborBytes(new byte[15])),
                with("f", CborArray.of(new CborText("a"))),
                with("f", CborArray.of(new CborBytes(new byte[17]))),
                with("x", new CborText("true")),
                with("s", CborArray.of(new CborText("/a"))),
                with("s", CborArray.of(portion("/a", "SECRET"))),
                with("s", CborArray.of(portion("a", "SECRET", "remove"))),
                with("s", CborArray.of(portion("/a", "SECRET", "blur"))),
                with("s", CborArray.of(portion("/a", "SECRET", "remove", "more"))),
                with("s", CborArray.of(portion("/a", "SECRET", "remove"), portion("/a", "SECRET", "remove"))))) {
            assertThatThrownBy(() -> RecordCodec.fromCbor(refused)).isInstanceOf(RuntimeException.class);
        }
        assertThatThrownBy(() -> RecordCodec.fromCbor(new CborNull())).hasMessage("a record is a map");
    }

    /// Two nodes that hold equal records hold equal bytes; otherwise digests of the same record would differ.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        x | false
        l | SECRET//REL TO USA, JPN
        l | SECRET//REL TO JPN,USA
        l | TOP_SECRET
        s | /a~2b
        s | /a~
        """)
    void aSecondSpellingIsRefused(String key, String spelling) {
        var value = switch (key) {
            case "x" -> new CborBool(false);
            case "s" -> CborArray.of(portion(spelling, "SECRET", "remove"));
            default -> new CborText(spelling);
        };
        assertThatThrownBy(() -> RecordCodec.decode(Cbor.encode(with(key, value))))
                .isInstanceOf(RuntimeException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static CborMap with(String key, CborValue value) {
        var entries = new HashMap<>(RecordCodec.toCbor(aRecord().build()).entries());
        entries.remove(key);
        if (value != null) {
            entries.put(key, value);
        }
        return new CborMap(entries);
    }

    private static CborArray portion(String... parts) {
        return new CborArray(Arrays.stream(parts).<CborValue>map(CborText::new).toList());
    }
}
