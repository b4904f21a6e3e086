package org.renkei.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    private static final Analyzer ANALYZER = TextFields.analyzer();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "shelters;Three shelters opened;[shelters]",
                "shelter;Three SHELTERS opened;[SHELTERS]",
                "避難所;七尾市の避難所に水;[避難所]",
                "七尾 水;七尾市の避難所に水;[七尾, 水]",
                "nan*;Nanao and Nagoya;[Nanao]",
                "water -fire;water and fire;[water]",
                "\"south pier\";the south pier, not the pier in the south;[south, pier, pier, south]",
                "𠮷野家;町の𠮷野家は開いている;[𠮷野家]"
            })
    void marksWhatIsAskedForAndNotWhatIsLeftOut(String question, String text, String marked) {
        var passages = new Passages(Question.read(question, ANALYZER), ANALYZER).in(text);
        var words = passages.stream()
                .flatMap(passage ->
                        passage.marks().stream().map(mark -> passage.text().substring(mark.get(0), mark.get(1))))
                .toList();
        assertThat(words).hasToString(marked);
    }

    @Test
    void showsAFewShortPiecesOfALongText() {
        var line = Stream.generate(() -> "nothing to see here ").limit(40).collect(Collectors.joining());
        var text = Stream.generate(() -> line + "bridge " + line).limit(5).collect(Collectors.joining("\n"));
        var passages = new Passages(Question.read("bridge", ANALYZER), ANALYZER).in(text);
        assertThat(passages).hasSize(3).allSatisfy(passage -> {
            assertThat(passage.text()).hasSizeLessThan(200).doesNotContain("\n").contains("bridge");
            assertThat(passage.marks()).hasSize(1);
        });
    }

    /// Whatever is typed can be read, asked of any text, and shown in it.
    @Test
    void anyTextIsAQuestion() {
        var pieces = List.of(
                "(", ")", "\"", "-", "|", "+", "*", "~", "\\", " ", "　", "a", "the", "水", "港湾", "の", "ｶﾞ", "𠮷",
                "\ud842", "\udfb7", "\0", "\n", "ﬁ", "İ", "1e9", "é", "🛟");
        var random = new Random(11);
        for (var round = 0; round < 3_000; round++) {
            var question = some(pieces, random, 14);
            var text = TextFields.normalize(some(pieces, random, 40));
            var query = Question.read(question, ANALYZER);
            var index = new MemoryIndex();
            TextFields.ALL.forEach(field -> index.addField(field, text, ANALYZER));
            assertThat(index.search(query)).as(question).isNotNegative();
            for (var passage : new Passages(query, ANALYZER).in(text)) {
                var last = 0;
                assertThat(passage.marks()).isNotEmpty();
                for (var mark : passage.marks()) {
                    assertThat(mark.get(0)).isGreaterThanOrEqualTo(last).isLessThan(mark.get(1));
                    last = mark.get(1);
                }
                assertThat(last).isLessThanOrEqualTo(passage.text().length());
            }
        }
    }

    private static String some(List<String> pieces, Random random, int most) {
        return Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                .limit(1 + random.nextInt(most))
                .collect(Collectors.joining());
    }
}
