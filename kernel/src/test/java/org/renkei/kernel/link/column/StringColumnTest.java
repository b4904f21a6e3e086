package org.renkei.kernel.link.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class StringColumnTest {
    private static final int COUNT = 1_000;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void textsOfEverySortComeBack(long seed) {
        var random = Seeds.random(seed);
        var sort = random.nextInt(6);
        var texts = IntStream.range(0, 1 + random.nextInt(90))
                .mapToObj(i -> text(random, sort))
                .toList();
        var in = new ColumnInput(written(texts));
        var back = StringColumn.read(in, texts.size());
        var backTexts = new ArrayList<String>();
        for (var i = 0; i < back.count(); i++) {
            backTexts.add(new String(back.bytes(), back.from(i), back.length(i), UTF_8));
        }
        assertThat(backTexts).isEqualTo(texts);
        assertThat(in.atEnd()).isTrue();
    }

    @Test
    void serialNumbersCostTheirDigits() {
        var random = Seeds.random(1);
        var texts = IntStream.range(0, COUNT)
                .mapToObj(i -> "%s-%06d".formatted(random.nextBoolean() ? "REQ" : "REP", random.nextInt(1_000_000)))
                .toList();
        // 19.9 bits of digits and 1 of letters.
        assertThat(written(texts).length).isLessThan(COUNT * 21 / 8 + 80);
    }

    @Test
    void timesCostTheirParts() {
        var random = Seeds.random(1);
        var texts = IntStream.range(0, COUNT)
                .mapToObj(i -> "2016-04-16T%02d:%02d:00Z".formatted(random.nextInt(24), random.nextInt(60)))
                .toList();
        assertThat(written(texts).length).isLessThan(COUNT * 3 / 2);
    }

    @Test
    void wordsCostTheirPlacesInATable() {
        var random = Seeds.random(1);
        var texts = IntStream.range(0, COUNT)
                .mapToObj(i -> String.join(
                        " ",
                        random.ints(12, 0, 100)
                                .mapToObj(word -> "word" + (char) ('a' + word % 26) + word)
                                .toList()))
                .toList();
        // 6.6 bits a word.
        assertThat(written(texts).length).isLessThan(COUNT * 12 * 7 / 8 + 3_000);
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static String text(Random random, int sort) {
        return switch (sort) {
            case 0 -> "";
            case 1 -> "x".repeat(random.nextInt(4));
            case 2 -> "%d-%03d/%d".formatted(random.nextInt(30), random.nextInt(1000), random.nextLong() >>> 1);
            case 3 -> "1".repeat(random.nextInt(60));
            case 4 ->
                String.join(
                        " ",
                        random.ints(8, 0, 9)
                                .mapToObj(i -> "ab道路 ".substring(i % 5))
                                .toList());
            default -> Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        };
    }

    private static byte[] written(List<String> texts) {
        var all = new ByteArrayOutputStream();
        texts.forEach(text -> all.writeBytes(text.getBytes(UTF_8)));
        var slices = new Slices(all.toByteArray(), texts.size());
        var end = 0;
        for (var text : texts) {
            var start = end;
            end += text.getBytes(UTF_8).length;
            slices.add(start, end);
        }
        var out = new ColumnOutput();
        StringColumn.write(out, slices);
        return out.bytes();
    }
}
