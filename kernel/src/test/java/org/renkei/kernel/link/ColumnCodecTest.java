package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborException;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

class ColumnCodecTest {

    /// `-Dgolden.write=true` writes the file anew.
    @Test
    void bytesAreTheGoldenOnes() {
        var leaves = new ArrayList<LedgerLeaf>();
        Entries.of(Entries.JPN, 12).forEach(bytes -> leaves.add(new LedgerLeaf.Whole(bytes)));
        leaves.add(new LedgerLeaf.Blank(Hash.ofEmptyTree()));
        leaves.add(new LedgerLeaf.Held());
        leaves.add(new LedgerLeaf.Whole(new byte[] {1, 2, 3}));
        Golden.check("columns.txt", HexFormat.of().formatHex(ColumnCodec.encode(1, leaves)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decodingGivesBackEveryByte(long seed) {
        var random = Seeds.random(seed);
        var from = 1 + random.nextLong(1L << random.nextInt(40));
        var leaves = RandomLeaves.leaves(random, from, random.nextInt(random.nextBoolean() ? 8 : 200));
        assertComesBack(from, leaves);
    }

    @Test
    void manyLeavesComeBack() {
        assertComesBack(1, RandomLeaves.leaves(Seeds.random(1), 1, 5_000));
        assertComesBack(1, Collections.nCopies(ColumnCodec.MAX_LEAVES, new LedgerLeaf.Held()));
    }

    @Test
    void noneAndOneComeBack() {
        assertComesBack(1, List.of());
        assertComesBack(7, List.of(new LedgerLeaf.Held()));
        assertComesBack(7, List.of(new LedgerLeaf.Blank(Hash.ofEmptyTree())));
        assertComesBack(7, List.of(new LedgerLeaf.Whole(new byte[0])));
        assertComesBack(
                1, List.of(new LedgerLeaf.Whole(Entries.of(Entries.JPN, 1).getFirst())));
    }

    @Test
    void oddButRegularEntriesComeBack() {
        var deep = (CborValue) new CborNull();
        for (var i = 0; i < Cbor.MAX_DEPTH - 1; i++) {
            deep = CborArray.of(deep);
        }
        var strings = CborArray.of(new CborText("00000000000000000000000000007"), new CborText("\u0000\u00121"));
        for (var value : List.of(
                deep,
                strings,
                new CborMap(Map.of("n", new CborInt(Long.MIN_VALUE), "", CborArray.of())),
                new CborFloat(Double.NaN),
                new CborFloat(-0.0),
                new CborFloat(Double.MIN_VALUE),
                new CborInt(Long.MAX_VALUE))) {
            var leaves = new ArrayList<LedgerLeaf>();
            for (var position = 3; position < 12; position++) {
                leaves.add(entry(position, value));
            }
            assertComesBack(3, leaves);
        }
    }

    @Test
    void mapsByNameComeBack() {
        var random = Seeds.random(5);
        var leaves = new ArrayList<LedgerLeaf>();
        for (var position = 1; position < 300; position++) {
            leaves.add(entry(position, new CborMap(Map.of("name " + random.nextLong(), new CborInt(position)))));
        }
        assertComesBack(1, leaves);
    }

    @Test
    void whatIsTooLargeForColumnsComesBack() {
        var numbers = Collections.<CborValue>nCopies(700_000, new CborInt(1));
        var leaves = List.<LedgerLeaf>of(
                entry(1, new CborArray(numbers)),
                entry(2, new CborArray(numbers)),
                entry(3, new CborText("x".repeat(5 << 20))));
        assertComesBack(1, leaves);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a1616e1807",
                "a1616e190007",
                "bf616e07ff",
                "a1616e0700",
                "a2616e07616e07",
                "a2616e07616e08",
                "a1616e08",
                "a1616e",
                "a1016e07",
                "07",
                "80",
                "a2616e076161c107",
                "a2616e076161fa7fc00000",
                "a2616e076161fa3f800000",
                "a2616e076161fb3ff0000000000000",
                "a2616e076161f97e01",
                "a2616e0761617bffffffffffffffff",
                "a2616e076161bb0000000100000000",
                "a2616e0761611bffffffffffffffff",
                "a2616e076161f8ff",
                "a2616e076161fc"
            })
    void bytesInAnotherSpellingComeBack(String hex) {
        var leaf = new LedgerLeaf.Whole(HexFormat.of().parseHex(hex));
        assertComesBack(7, List.of(leaf, leaf, leaf));
    }

    /// Random parts of these reports: 74 bits of id, 20 and 10 of time, 20 of position, 17 of serial number …
    @Test
    void reportsThatAreAlikeBecomeSmall() {
        var leaves = RandomLeaves.reports(Seeds.random(3), 1, 1_000);
        var plain = leaves.stream().mapToInt(leaf -> bytes(leaf).length).sum();
        assertThat(ColumnCodec.encode(1, leaves).length).isLessThan(plain / 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damageIsRefusedOrGivesOtherLeaves(long seed) {
        var random = Seeds.random(seed);
        var bytes = ColumnCodec.encode(1, RandomLeaves.leaves(random, 1, 1 + random.nextInt(120)));
        for (var i = 0; i < 20; i++) {
            var damaged = bytes.clone();
            for (var flips = 1 + random.nextInt(3); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            decodeOrRefuse(damaged);
            decodeOrRefuse(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            decodeOrRefuse(spliced(bytes, random));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageIsRefused(long seed) {
        var random = Seeds.random(seed);
        for (var i = 0; i < 50; i++) {
            var garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            for (var at = 0; at < garbage.length; at++) {
                garbage[at] = random.nextInt(3) > 0 ? (byte) random.nextInt(9) : garbage[at];
            }
            if (garbage.length > 0) {
                garbage[0] = 1;
            }
            decodeOrRefuse(garbage);
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing                      |                          | columns end too early
        an unknown format            | 02                       | claim more than they may
        a format only                | 01                       | columns end too early
        the format nought            | 0000                     | an unknown format
        65,537 leaves                | 01 818004 0006           | claim more than they may
        a form that is none          | 01 01 0008               | a count in columns is out of range
        bytes after the end          | 01 01 0006 00            | bytes after the end
        a hash too short             | 01 01 0004 000000        | more bytes than there are
        arrays of seventeen          | 01 808004 0000 07 0022   | arrays hold too many values
        arrays of sixteen            | 01 808004 0000 07 0020 00000000000000000000000000000000 | too many values
        maps of sixteen times a key  | 01 808004 0000 08 00 01 00 0002 61 01 11 0000000000000000000000000000000000 0000 \
                                       | maps hold too many values
        a map with keys of nothing   | 01 01 0000 08 00 00 01 01 00 | claim more than they may
        maps by name without a name  | 01 01 0000 08 01 0000    | maps by name hold no value
        a type that is none          | 01 01 0000 09            | no type of value
        a power of ten too high      | 01 01 0000 04 12         | a power of ten
        a way of strings             | 01 01 0000 05 06         | no way of writing strings
        a table within a table       | 01 01 0000 05 01 01 01   | a table of strings within a table
        a way of integers            | 01 01 09                 | no way of writing integers
        skewed levels of levels      | 01 02 05000101 05000101  | nest too deep
        differences of differences … | 01 06 0700 0700 0700 0700 0000 | nest too deep
        a place outside of a table   | 01 01 06 01 0000 0002    | a place outside of a table
        a million words              | 01 02 0000 05 04 0080808001 | too many numbers
        a text without a word        | 01 01 0000 05 04 0000    | a text without a word
        no sum of frequencies        | 01 02 05000101 0000      | without a number
        """)
    void whatIsNoColumnsIsRefused(String what, @Nullable String hex, String message) {
        var bytes = HexFormat.of().parseHex(hex == null ? "" : hex.replace(" ", ""));
        assertThatThrownBy(() -> ColumnCodec.decode(1, bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void columnsNestAsDeepAsValues() {
        var head = "01010000";
        var deepest = HexFormat.of().parseHex(head + "070002".repeat(Cbor.MAX_DEPTH) + "00");
        assertThat(bytes(ColumnCodec.decode(1, deepest).getFirst())).hasSize(Cbor.MAX_DEPTH + 1);
        var deeper = HexFormat.of().parseHex(head + "070002".repeat(Cbor.MAX_DEPTH + 1) + "00");
        assertThatThrownBy(() -> ColumnCodec.decode(1, deeper)).hasMessageContaining("nest deeper than 64");
    }

    /// 65,536 times the same text of 600 bytes.
    @Test
    void whatUnfoldsIntoTooMuchIsRefused() {
        var bomb = HexFormat.of().parseHex("018080040000" + "0501" + "01" + "0000b009" + "61".repeat(600) + "0000");
        assertThatThrownBy(() -> ColumnCodec.decode(1, bomb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unfold into too many bytes");
    }

    @Test
    void tooManyLeavesAreRefused() {
        var leaves = Collections.<LedgerLeaf>nCopies(ColumnCodec.MAX_LEAVES + 1, new LedgerLeaf.Held());
        assertThatThrownBy(() -> ColumnCodec.encode(1, leaves)).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static LedgerLeaf entry(long position, CborValue value) {
        return new LedgerLeaf.Whole(Cbor.encode(new CborMap(Map.of("n", new CborInt(position), "v", value))));
    }

    private static void decodeOrRefuse(byte[] bytes) {
        try {
            assertThat(ColumnCodec.decode(1, bytes)).hasSizeLessThanOrEqualTo(ColumnCodec.MAX_LEAVES);
        } catch (IllegalArgumentException | CborException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        } catch (RuntimeException e) {
            fail("not a refusal: " + HexFormat.of().formatHex(bytes), e);
        }
    }

    private static byte[] spliced(byte[] bytes, Random random) {
        var spliced = bytes.clone();
        var length = random.nextInt(bytes.length / 2 + 1);
        System.arraycopy(
                bytes,
                random.nextInt(bytes.length - length + 1),
                spliced,
                random.nextInt(bytes.length - length + 1),
                length);
        return spliced;
    }

    private static void assertComesBack(long from, List<LedgerLeaf> leaves) {
        var back = ColumnCodec.decode(from, ColumnCodec.encode(from, leaves));
        assertThat(back).hasSameSizeAs(leaves);
        for (var i = 0; i < leaves.size(); i++) {
            assertThat(back.get(i).getClass()).isEqualTo(leaves.get(i).getClass());
            if (leaves.get(i) instanceof LedgerLeaf.Whole) {
                assertThat(bytes(back.get(i))).isEqualTo(bytes(leaves.get(i)));
            } else {
                assertThat(back.get(i)).isEqualTo(leaves.get(i));
            }
        }
    }

    private static byte[] bytes(LedgerLeaf leaf) {
        return leaf instanceof LedgerLeaf.Whole(var bytes) ? bytes : new byte[0];
    }
}
