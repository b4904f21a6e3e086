package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBytes;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;

class LedgerEntryTest {
    private static final LedgerEntry RELEASE = new LedgerEntry.Release(
            41, aRecord().saying("remarks", "road closed").build());
    private static final LedgerEntry RECALL = new LedgerEntry.Recall(42, RELEASE.record());

    /// `-Dgolden.write=true` writes the file anew.
    @Test
    void bytesAreTheGoldenOnes() {
        Golden.check(
                "ledger-entries.txt",
                "release " + HexFormat.of().formatHex(RELEASE.encode()) + "\nrecall "
                        + HexFormat.of().formatHex(RECALL.encode()));
    }

    @Test
    void decodingGivesBackWhatWasEncoded() {
        for (var entry : List.of(RELEASE, RECALL)) {
            assertThat(LedgerEntry.decode(entry.encode())).isEqualTo(entry);
        }
        assertThat(RELEASE.record()).isEqualTo(aRecord().build().id());
        assertThat(RECALL.record()).isEqualTo(RELEASE.record());
    }

    @Test
    void aFlippedBitIsRefusedOrIsAnotherEntry() {
        for (var entry : List.of(RELEASE, RECALL)) {
            var bytes = entry.encode();
            for (var at = 0; at < bytes.length * 8; at++) {
                var flipped = bytes.clone();
                flipped[at / 8] ^= (byte) (1 << at % 8);
                try {
                    assertThat(LedgerEntry.decode(flipped)).as("bit %d", at).isNotEqualTo(entry);
                } catch (RuntimeException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                    assertThat(refused.getClass().getName()).matches("org.renkei.*|.*IllegalArgumentException");
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        n | nothing | a map with a position and a type
        n | text    | a map with a position and a type
        e | nothing | a map with a position and a type
        e | bytes   | a map with a position and a type
        e | text    | unknown type of ledger entry 'other'
        i | nothing | field 'i' of a ledger entry is missing
        i | text    | a recall names a record id
        i | bytes   | an id has 16 bytes, not 1
        """)
    void refusesAndSaysWhichFieldIsWrong(String key, String kind, String message) {
        Map<String, CborValue> values = Map.of("text", new CborText("other"), "bytes", new CborBytes(new byte[1]));
        var entries = new HashMap<>(((CborMap) Cbor.decode(RECALL.encode())).entries());
        entries.remove(key);
        if (!kind.equals("nothing")) {
            entries.put(key, values.get(kind));
        }
        assertThatThrownBy(() -> LedgerEntry.decode(Cbor.encode(new CborMap(entries))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAReleaseWithoutARecord() {
        var bare = new CborMap(Map.of("n", new CborInt(1), "e", new CborText("release")));
        assertThatThrownBy(() -> LedgerEntry.decode(Cbor.encode(bare))).hasMessageContaining("field 'r'");
        assertThatThrownBy(() -> LedgerEntry.decode(Cbor.encode(CborArray.of())))
                .hasMessageContaining("is a map");
    }

    /// So that an entry cannot be moved to another place.
    @Test
    void thePositionIsPartOfTheBytes() {
        var id = new UUID(1, 2);
        assertThat(new LedgerEntry.Recall(1, id).encode()).isNotEqualTo(new LedgerEntry.Recall(2, id).encode());
    }
}
