package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    /// From the tests of the reference implementation (phc-winner-argon2, test.c, version 0x13).
    private static final String OF_THE_REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Passwords passwords = new Passwords();
    private final GuessablePasswords guessable = new GuessablePasswords();

    @Test
    void readsWhatTheReferenceImplementationWrites() {
        assertThat(passwords.matches("password", OF_THE_REFERENCE)).isTrue();
        assertThat(passwords.matches("passwore", OF_THE_REFERENCE)).isFalse();
        assertThat(passwords.isOutdated(OF_THE_REFERENCE)).isTrue();
    }

    @Test
    void keepsAPasswordWithItsParametersAndAnotherSaltEachTime() {
        var kept = passwords.keep("横須賀 correct horse");
        assertThat(kept)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(passwords.keep("横須賀 correct horse"));
        assertThat(passwords.matches("横須賀 correct horse", kept)).isTrue();
        assertThat(passwords.matches("横須賀 correct horsf", kept)).isFalse();
        assertThat(passwords.isOutdated(kept)).isFalse();
    }

    /// At least the 3,000 most common that are as long as a password has to be (ASVS 5.0, 6.2.4): a list of common
    /// passwords, most of them shorter, each in the ways in which people make them longer.
    @Test
    void refusesWhatIsTriedFirst() throws IOException {
        var tried = new ArrayList<String>();
        for (var word : commonPasswords()) {
            for (var longer : List.of(word, word + word, word + "123456", word + "2026!", capitalized(word) + "1234")) {
                if (longer.length() >= Passwords.MIN_LENGTH) {
                    tried.add(longer);
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(3_000);
        assertThat(tried.stream().filter(one -> !guessable.contains(one, "yamada")))
                .isEmpty();
        for (var word : List.of("renkei renkei", "yamada-yamada", "123456789012", "qwertyuiop12", "P@ssw0rd1234")) {
            assertThat(guessable.contains(word, "yamada")).as(word).isTrue();
        }
    }

    private static List<String> commonPasswords() throws IOException {
        try (var list = Zxcvbn.class.getResourceAsStream("matchers/dictionaries/passwords.txt")) {
            var text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .flatMap(line -> Stream.of(line.split(",")))
                    .limit(1_200)
                    .toList();
        }
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Test
    void takesWordsThatDoNotBelongTogetherInAnyScript() {
        for (var good :
                List.of("correct horse battery", "another horse battery", "横須賀 correct horse", "青い鯨が屋根で眠る夜に歌う")) {
            assertThat(guessable.contains(good, "yamada")).as(good).isFalse();
        }
        var random = new Random(7);
        var longest = random.ints(Passwords.MAX_LENGTH, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(guessable.contains(longest, "yamada")).isFalse();
    }

    @Test
    void slowsGuessingDownToAQuarterOfAnHour() {
        assertThat(Failures.pause(4, 5)).isZero();
        assertThat(Failures.pause(5, 5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Failures.pause(9, 5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Failures.pause(500, 5)).isEqualTo(Duration.ofMinutes(15));
    }
}
