package org.renkei.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    /// From the tests of the reference implementation (phc-winner-argon2, test.c, version 0x13).
    private static final String OF_THE_REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Passwords passwords = new Passwords();

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

    @Test
    void slowsGuessingDownToAQuarterOfAnHour() {
        assertThat(Failures.pause(4, 5)).isZero();
        assertThat(Failures.pause(5, 5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Failures.pause(9, 5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Failures.pause(500, 5)).isEqualTo(Duration.ofMinutes(15));
    }
}
