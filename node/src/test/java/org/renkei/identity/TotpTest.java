package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest(name = "RFC 6238 appendix B: at {0} the code is {1}")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @Test
    void takesTheNeighboringStepsAndNoOther() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = Totp.step(now);
        for (var away = -3; away <= 3; away++) {
            var match = Totp.match(SECRET, Totp.code(SECRET, step + away, 6), now);
            assertThat(match.isPresent()).as("%d steps away", away).isEqualTo(Math.abs(away) <= 1);
        }
        assertThat(Totp.match(SECRET, "", now)).isEmpty();
    }

    @ParameterizedTest(name = "RFC 4648 section 10: {0}")
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInBase32(String plain, String text) {
        assertThat(Totp.text(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void givesAuthenticatorsAnAddress() {
        assertThat(Totp.uri(SECRET, "JPN/ichigaya", "t.yamada"))
                .isEqualTo("otpauth://totp/Renkei%20JPN%2Fichigaya:t.yamada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Renkei%20JPN%2Fichigaya&algorithm=SHA1&digits=6&period=30");
    }
}
