package org.renkei.kernel.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.ledger.Hash;

class FingerprintWordsTest {
    private static final String VOICED = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ";
    private static final String UNVOICED = "かきくけこさしすせそたちつてとはひふへほはひふへほ";
    private static final String SMALL = "ゃゅょ";

    /// `-Drenkei.golden=write` writes the file anew.
    @Test
    void wordsAreTheGoldenOnes() throws IOException {
        var text = new StringBuilder();
        for (var content : List.of("", "renkei", "連携")) {
            var words =
                    FingerprintWords.of(Hash.ofContent(content.getBytes(UTF_8)).bytes());
            text.append(words.text(Locale.ENGLISH)).append(words.text(Locale.JAPANESE));
        }
        text.append(String.join(" ", FingerprintWords.all(Locale.ENGLISH))).append('\n');
        text.append(String.join(" ", FingerprintWords.all(Locale.JAPANESE))).append('\n');
        var golden = Path.of("src/test/resources/golden/fingerprint-words.txt");
        if ("write".equals(System.getProperty("renkei.golden"))) {
            Files.writeString(golden, text);
        }
        assertThat(text).hasToString(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void thereIsOneWordForEachByte(String language) {
        assertThat(FingerprintWords.all(Locale.of(language))).hasSize(256).doesNotHaveDuplicates();
    }

    @Test
    void englishWordsAreNotTakenForOneAnother() {
        assertThat(FingerprintWords.all(Locale.ENGLISH)).allMatch(word -> word.matches("[a-z]{4,9}"));
        assertThat(tooClose(FingerprintWords.all(Locale.ENGLISH), word -> word, 3))
                .isEmpty();
    }

    @Test
    void japaneseWordsAreNotTakenForOneAnotherWhenVoicingAndLengthAreNotHeard() {
        var words = FingerprintWords.all(Locale.JAPANESE);
        assertThat(words).allMatch(word -> word.matches("[ぁ-ん]+")).allMatch(word -> {
            var morae = word.chars().filter(kana -> SMALL.indexOf(kana) < 0).count();
            return morae == 3 || morae == 4;
        });
        assertThat(tooClose(words, FingerprintWordsTest::fold, 2)).isEmpty();
    }

    @Test
    void eachOfSixteenBytesIsAWordAndTheRestIsNotTold() {
        var fingerprint = Hash.ofContent("card".getBytes(UTF_8)).bytes();
        var words = FingerprintWords.of(fingerprint);
        for (var i = 0; i < 32; i++) {
            var other = fingerprint.clone();
            other[i] ^= 1;
            assertThat(FingerprintWords.of(other).equals(words)).as("byte " + i).isEqualTo(i >= FingerprintWords.BYTES);
        }
        assertThatThrownBy(() -> FingerprintWords.of(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> tooClose(List<String> words, UnaryOperator<String> fold, int least) {
        var close = new ArrayList<String>();
        for (var one : words) {
            for (var other : words.subList(words.indexOf(one) + 1, words.size())) {
                if (distance(fold.apply(one), fold.apply(other)) < least) {
                    close.add(one + " " + other);
                }
            }
        }
        return close;
    }

    /// How many letters have to be changed, put in or taken out (Levenshtein).
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var same = before + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                before = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }

    /// Voiced kana as unvoiced ones, and without what only makes a vowel or a consonant longer.
    private static String fold(String word) {
        var folded = new StringBuilder();
        for (var kana : word.toCharArray()) {
            var at = VOICED.indexOf(kana);
            var plain = at < 0 ? kana : UNVOICED.charAt(at);
            if (plain != 'っ' && !lengthens(folded, plain)) {
                folded.append(plain);
            }
        }
        return folded.toString();
    }

    private static boolean lengthens(StringBuilder before, char kana) {
        if (before.isEmpty()) {
            return false;
        }
        var last = before.charAt(before.length() - 1);
        return switch (kana) {
            case 'あ' -> "あかさたなはまやらわゃ".indexOf(last) >= 0;
            case 'い' -> "いきしちにひみりえけせてねへめれ".indexOf(last) >= 0;
            case 'う' -> "うくすつぬふむゆるゅおこそとのほもよろをょ".indexOf(last) >= 0;
            case 'え' -> "えけせてねへめれ".indexOf(last) >= 0;
            case 'お' -> "おこそとのほもよろをょ".indexOf(last) >= 0;
            default -> false;
        };
    }
}
