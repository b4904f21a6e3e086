package org.renkei.kernel.cbor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CborVectorsTest {
    private static final String REFUSED = "refused: ";

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("vectors")
    void readsOrRefusesAsTheTableSays(String hex, String expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (expected.startsWith(REFUSED)) {
            assertThatThrownBy(() -> Cbor.decode(bytes))
                    .isInstanceOfSatisfying(
                            CborException.class,
                            e -> assertThat(e.reason()).isEqualTo(expected.substring(REFUSED.length())));
        } else {
            CborValue value = Cbor.decode(bytes);
            assertThat(diagnostic(value)).isEqualTo(expected);
            assertThat(Cbor.encode(value)).isEqualTo(bytes);
        }
    }

    @Test
    void writesMapKeysInOrderWhateverTheOrderOfEntries() {
        var entries = new LinkedHashMap<String, CborValue>();
        entries.put("bb", new CborInt(1));
        entries.put("水", new CborInt(2));
        entries.put("a", new CborInt(3));
        assertThat(HexFormat.of().formatHex(Cbor.encode(new CborMap(entries)))).isEqualTo("a36161036262620163e6b0b402");
    }

    @Test
    void saysWhereReadingStopped() {
        assertThatThrownBy(() -> Cbor.decode(new byte[] {(byte) 0x82, 0x00, (byte) 0xf7}))
                .hasMessage("simple value outside the profile at byte 2");
    }

    @Test
    void nestsToTheLimitAndNoFurther() {
        CborValue value = new CborInt(0);
        for (int depth = 0; depth < Cbor.MAX_DEPTH; depth++) {
            value = CborArray.of(value);
        }
        CborValue deepest = value;
        assertThat(Cbor.decode(Cbor.encode(deepest))).isEqualTo(deepest);
        assertThatThrownBy(() -> Cbor.encode(CborArray.of(deepest))).isInstanceOf(IllegalArgumentException.class);
        byte[] deeper = new byte[1_000_000];
        Arrays.fill(deeper, (byte) 0x81);
        assertThatThrownBy(() -> Cbor.decode(deeper)).hasMessageContaining("nested deeper than 64");
    }

    @Test
    void takesNoHalfSurrogatePairs() {
        assertThatThrownBy(() -> new CborText("a\ud800")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CborMap(Map.of("\udc00", new CborNull())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CborText("𐅑").value()).hasSize(2);
    }

    @Test
    void doesNotShareItsBytes() {
        byte[] bytes = {1, 2};
        var value = new CborBytes(bytes);
        bytes[0] = 9;
        value.value()[1] = 9;
        assertThat(value).isEqualTo(new CborBytes(new byte[] {1, 2})).hasSameHashCodeAs(new CborBytes(new byte[] {1, 2
        }));
    }

    static Stream<Arguments> vectors() throws IOException {
        try (var in = CborVectorsTest.class.getResourceAsStream("rfc8949-appendix-a.txt")) {
            String table = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            return table.lines().filter(line -> !line.startsWith("#")).map(line -> {
                String[] columns = line.split(" \\| ", 2);
                return arguments(columns[0], columns[1]);
            });
        }
    }

    /// Close to the diagnostic notation of RFC 8949 §8; numbers as Java prints them.
    private static String diagnostic(CborValue value) {
        return switch (value) {
            case CborNull() -> "null";
            case CborBool(boolean bool) -> Boolean.toString(bool);
            case CborInt(long number) -> Long.toString(number);
            case CborFloat(double number) -> Double.toString(number);
            case CborText(String text) -> '"' + text + '"';
            case CborBytes bytes -> "h'" + HexFormat.of().formatHex(bytes.value()) + "'";
            case CborArray array ->
                array.values().stream().map(CborVectorsTest::diagnostic).collect(Collectors.joining(", ", "[", "]"));
            case CborMap map ->
                map.entries().entrySet().stream()
                        .map(entry -> '"' + entry.getKey() + "\": " + diagnostic(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }
}
