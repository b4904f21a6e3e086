package org.renkei.kernel.link.column;

import org.jspecify.annotations.Nullable;

/// Texts as words between single spaces. First words, last words and those between are three columns of their own, as
/// they differ: capitals begin a sentence, stops end it. Each column is a table of its words in order, separated by
/// spaces, and places in it as a column of integers.
///
/// Layout: the number of words of each text as a column, then first, middle and last words. A single word is a first
/// one.
final class WordStrings {
    private static final int WORDS_OF_A_TEXT = 4;
    private static final int USES_OF_A_WORD = 3;
    private static final int SAMPLE = 32;
    private static final byte SPACE = ' ';

    private final int[] counts;
    private final Words first;
    private final Words middle;
    private final Words last;

    private WordStrings(Slices texts) {
        counts = new int[texts.count()];
        first = new Words(texts.bytes());
        middle = new Words(texts.bytes());
        last = new Words(texts.bytes());
        for (var i = 0; i < counts.length; i++) {
            counts[i] = split(texts, i);
        }
    }

    /// Null when the texts are not of that sort.
    static @Nullable WordStrings of(Slices texts) {
        var sample = Math.min(SAMPLE, texts.count());
        if (words(texts, sample) < WORDS_OF_A_TEXT * sample || texts.length() > ColumnInput.MAX_VALUES) {
            return null;
        }
        var words = new WordStrings(texts);
        var distinct = words.first.distinct() + words.middle.distinct() + words.last.distinct();
        var uses = words.first.uses() + words.middle.uses() + words.last.uses();
        return uses >= USES_OF_A_WORD * distinct ? words : null;
    }

    void write(ColumnOutput out) {
        IntegerColumn.write(out, counts, counts.length);
        first.write(out);
        middle.write(out);
        last.write(out);
    }

    static Slices read(ColumnInput in, int count) {
        var counts = IntegerColumn.readCounts(in, count, ColumnInput.MAX_VALUES);
        long between = 0;
        var ends = 0;
        long spaces = 0;
        for (var words : counts) {
            if (words == 0) {
                throw new IllegalArgumentException("a text without a word");
            }
            between += Math.max(0, words - 2);
            ends += words > 1 ? 1 : 0;
            spaces += words - 1;
        }
        in.takeNumbers(between);
        var first = Words.read(in, count);
        var middle = Words.read(in, (int) between);
        var last = Words.read(in, ends);
        var total = spaces + first.length() + middle.length() + last.length();
        in.takeBytes(total);
        return join(counts, first, middle, last, new byte[(int) total]);
    }

    private static Slices join(int[] counts, Slices first, Slices middle, Slices last, byte[] target) {
        var texts = new Slices(target, counts.length);
        var nextMiddle = 0;
        var nextLast = 0;
        var end = 0;
        for (var i = 0; i < counts.length; i++) {
            var start = end;
            end = copy(first, i, target, end);
            for (var word = 2; word < counts[i]; word++) {
                target[end++] = SPACE;
                end = copy(middle, nextMiddle++, target, end);
            }
            if (counts[i] > 1) {
                target[end++] = SPACE;
                end = copy(last, nextLast++, target, end);
            }
            texts.add(start, end);
        }
        return texts;
    }

    private static int copy(Slices words, int index, byte[] target, int at) {
        var length = words.length(index);
        System.arraycopy(words.bytes(), words.from(index), target, at, length);
        return at + length;
    }

    private int split(Slices texts, int text) {
        var bytes = texts.bytes();
        var start = texts.from(text);
        var count = 0;
        for (var at = start; at < texts.to(text); at++) {
            if (bytes[at] == SPACE) {
                (count++ == 0 ? first : middle).add(start, at);
                start = at + 1;
            }
        }
        (count == 0 ? first : last).add(start, texts.to(text));
        return count + 1;
    }

    private static long words(Slices texts, int howMany) {
        long words = howMany;
        for (var i = 0; i < howMany; i++) {
            for (var at = texts.from(i); at < texts.to(i); at++) {
                words += texts.bytes()[at] == SPACE ? 1 : 0;
            }
        }
        return words;
    }
}
