package org.renkei.kernel.cbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CborLawsTest {
    private static final double[] FLOATS = {
        0.0, -0.0, 1.5, 65504, 65505, 1e-8, 5.960464477539063e-8, Float.MIN_VALUE, Double.MIN_VALUE, Double.NaN, 1 / 3.0
    };
    private static final String[] TEXTS = {"", "a", "震度６弱", "𐅑", "kumamoto", "\u0000", "a".repeat(300)};

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void decodingGivesBackWhatWasEncoded(long seed) {
        CborValue value = value(new Random(seed), 5);
        byte[] bytes = Cbor.encode(value);
        assertThat(Cbor.decode(bytes)).isEqualTo(value);
        assertThat(Cbor.encode(Cbor.decode(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFlippedByteIsRefusedOrIsAnotherValue(long seed) {
        var random = new Random(seed);
        CborValue value = value(random, 4);
        byte[] bytes = Cbor.encode(value);
        for (int i = 0; i < Math.min(bytes.length, 400); i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 + random.nextInt(255));
            try {
                CborValue other = Cbor.decode(flipped);
                assertThat(other).isNotEqualTo(value);
                assertThat(Cbor.encode(other)).isEqualTo(flipped);
            } catch (CborException refused) {
                assertThat(refused.offset()).isBetween(0, flipped.length);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void garbageIsRefusedAndNothingElse(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            try {
                assertThat(Cbor.encode(Cbor.decode(garbage))).isEqualTo(garbage);
            } catch (CborException refused) {
                assertThat(refused.reason()).isNotBlank();
            } catch (RuntimeException e) {
                fail("not a refusal", e);
            }
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static CborValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> new CborNull();
            case 1 -> new CborBool(random.nextBoolean());
            case 2 -> new CborInt(random.nextLong() >> random.nextInt(64));
            case 3 ->
                new CborFloat(
                        random.nextBoolean()
                                ? FLOATS[random.nextInt(FLOATS.length)]
                                : Double.longBitsToDouble(random.nextLong()));
            case 4 -> new CborText(TEXTS[random.nextInt(TEXTS.length)]);
            case 5 -> bytes(random);
            case 6 -> array(random, depth);
            default -> map(random, depth);
        };
    }

    private static CborBytes bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(30)];
        random.nextBytes(bytes);
        return new CborBytes(bytes);
    }

    private static CborArray array(Random random, int depth) {
        var values = new ArrayList<CborValue>();
        for (int count = random.nextInt(6); count > 0; count--) {
            values.add(value(random, depth - 1));
        }
        return new CborArray(values);
    }

    private static CborMap map(Random random, int depth) {
        var entries = new LinkedHashMap<String, CborValue>();
        for (int count = random.nextInt(6); count > 0; count--) {
            entries.put(TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(20), value(random, depth - 1));
        }
        return new CborMap(entries);
    }
}
