package org.renkei.kernel.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;

class JsonPointerTest {
    /// The document of RFC 6901 §5 and some more.
    private static final CborMap BODY = map(
            "foo", CborArray.of(new CborText("bar"), new CborText("baz")),
            "", new CborInt(0),
            "a/b", new CborInt(1),
            "m~n", new CborInt(8),
            "~1", new CborInt(9),
            "deep", map("er", CborArray.of(map("x", new CborInt(2), "y", new CborInt(3)))),
            "nothing", new CborNull(),
            "0", new CborInt(4));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
        /foo/0        | CborText[value=bar]
        /foo/1        | CborText[value=baz]
        /             | CborInt[value=0]
        /a~1b         | CborInt[value=1]
        /m~0n         | CborInt[value=8]
        /~01          | CborInt[value=9]
        /deep/er/0/x  | CborInt[value=2]
        /deep/er/0/y  | CborInt[value=3]
        /nothing      | CborNull[]
        /0            | CborInt[value=4]
        /foo/2        |
        /foo/-1       |
        /foo/-        |
        /foo/00       |
        /foo/01       |
        /foo/1.0      |
        /foo/9999999  |
        /foo/99999999999999999999 |
        /foo/0/0      |
        /deep/er/x    |
        /deep/x       |
        /nothing/x    |
        /a/b          |
        """)
    void findsWhatTheStandardSays(String pointer, String found) {
        assertThat(JsonPointer.parse(pointer).find(BODY).map(Object::toString).orElse(null))
                .isEqualTo(found);
        assertThat(JsonPointer.parse(pointer)).hasToString(pointer);
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"/a~1b", "/", "/deep/er/0/x", "/deep/er", "/nothing", "/0"})
    void removesAPlaceAndNothingElse(String text) {
        var pointer = JsonPointer.parse(text);
        var without = pointer.removeFrom(BODY);
        assertThat(pointer.find(without)).isEmpty();
        assertThat(pointer.changeIn(BODY, value -> value)).isEqualTo(BODY);
        for (var other : new String[] {"/a~1b", "/", "/deep/er/0/x", "/deep/er/0/y", "/nothing", "/0", "/foo/1"}) {
            var place = JsonPointer.parse(other);
            if (!pointer.contains(place)) {
                assertThat(place.find(without)).as(other).isEqualTo(place.find(BODY));
            }
        }
    }

    @Test
    void anArrayKeepsThePlacesOfWhatRemains() {
        var without = JsonPointer.parse("/foo/0").removeFrom(BODY);
        assertThat(JsonPointer.parse("/foo").find(without)).contains(CborArray.of(new CborNull(), new CborText("baz")));
        var cut = JsonPointer.parse("/deep/er/0/x").removeFrom(BODY);
        assertThat(JsonPointer.parse("/deep").find(cut)).contains(map("er", CborArray.of(map("y", new CborInt(3)))));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/foo/2", "/foo/00", "/absent", "/a~1b/x", "/nothing/x", "/deep/er/x"})
    void aPlaceThatIsNotThereChangesNothing(String pointer) {
        assertThat(JsonPointer.parse(pointer).removeFrom(BODY)).isEqualTo(BODY);
        assertThat(JsonPointer.parse(pointer).changeIn(BODY, value -> new CborInt(99)))
                .isEqualTo(BODY);
    }

    @Test
    void changesTheValueInPlace() {
        assertThat(JsonPointer.parse("/foo/1")
                        .changeIn(BODY, value -> new CborInt(99))
                        .entries()
                        .get("foo"))
                .isEqualTo(CborArray.of(new CborText("bar"), new CborInt(99)));
    }

    @ParameterizedTest(name = "{0} contains {1}: {2}")
    @CsvSource({
        "/a, /a, true",
        "/a, /a/b, true",
        "/a, /a/b/c, true",
        "/a/b, /a, false",
        "/a, /ab, false",
        "/a, /b/a, false"
    })
    void containsItselfAndWhatLiesWithin(String one, String other, boolean contains) {
        assertThat(JsonPointer.parse(one).contains(JsonPointer.parse(other))).isEqualTo(contains);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void parsingGivesBackWhatWasPrinted(long seed) {
        var random = Seeds.random(seed);
        var steps = new ArrayList<String>();
        for (var count = 1 + random.nextInt(16); count > 0; count--) {
            var step = new StringBuilder();
            for (var length = random.nextInt(5); length > 0; length--) {
                step.append("~/01a熊".charAt(random.nextInt(6)));
            }
            steps.add(step.toString());
        }
        var pointer = new JsonPointer(steps);
        assertThat(JsonPointer.parse(pointer.toString())).isEqualTo(pointer);
        assertThat(pointer.compareTo(JsonPointer.parse(pointer.toString()))).isZero();
    }

    @Test
    void namesOneToSixteenStepsAndNeverTheWhole() {
        for (var refused : new String[] {"", "a", "a/b", "/a".repeat(17)}) {
            assertThatThrownBy(() -> JsonPointer.parse(refused)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(JsonPointer.parse("/a".repeat(16)).steps()).hasSize(16);
        assertThatThrownBy(() -> new JsonPointer(Collections.emptyList())).isInstanceOf(IllegalArgumentException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static CborMap map(Object... keysAndValues) {
        var entries = new LinkedHashMap<String, CborValue>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            entries.put((String) keysAndValues[i], (CborValue) keysAndValues[i + 1]);
        }
        return new CborMap(Map.copyOf(entries));
    }
}
