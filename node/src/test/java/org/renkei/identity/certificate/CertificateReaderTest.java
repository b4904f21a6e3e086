package org.renkei.identity.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.problem.Problem.FieldError;
import org.renkei.testing.Machine;
import org.renkei.testing.Machine.Maker;

class CertificateReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("expired", maker().until(NOW), "has expired", "期限切れ"),
                arguments("not yet", maker().from(NOW.plusSeconds(1)), "holds only from", "開始"),
                arguments("a server's", maker().forPurposes(KeyPurposeId.id_kp_serverAuth), "clientAuth", "clientAuth"),
                arguments(
                        "any purpose", maker().forPurposes(KeyPurposeId.anyExtendedKeyUsage), "clientAuth", "用途が違います"),
                arguments("no signing", maker().withUsage(KeyUsage.keyEncipherment), "digitalSignature", "鍵用途"),
                arguments("short RSA", maker().of("RSA", 2048), "too weak", "鍵が弱い"),
                arguments("a kind for no TLS", maker().of("DSA", 2048), "of a kind", "種類"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesAndSaysWhyInBothLanguages(String what, Maker maker, String english, String japanese) {
        var mistakes = read(maker.make().pem());
        assertThat(mistakes).hasSize(1);
        assertThat(mistakes.getFirst().at()).isEqualTo("/certificate");
        assertThat(mistakes.getFirst().message(Locale.ENGLISH)).contains(english);
        assertThat(mistakes.getFirst().message(Locale.JAPANESE)).contains(japanese);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("P-384", maker().of("EC", 384)),
                arguments("RSA", maker().of("RSA", 3072)),
                arguments("Ed25519", maker().of("Ed25519", 0)),
                arguments("a last second", maker().until(NOW.plusSeconds(1))),
                arguments("a first second", maker().from(NOW)),
                arguments("no word of purposes", maker().forPurposes().withUsage(0)),
                arguments(
                        "two purposes",
                        maker().forPurposes(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void takesWhatIsInOrder(String what, Maker maker) {
        var machine = maker.make();
        assertThat(read(machine.pem())).isEmpty();
        assertThat(CertificateReader.read("a comment\n" + machine.pem(), NOW, new ArrayList<>()))
                .contains(machine.certificate());
    }

    @Test
    void namesEverythingThatIsWrong() {
        var machine = maker().of("RSA", 1024)
                .until(NOW.minus(Duration.ofDays(1)))
                .forPurposes(KeyPurposeId.id_kp_codeSigning)
                .make();
        assertThat(read(machine.pem())).hasSize(3);
    }

    @Test
    void takesNothingButOneCertificate() {
        var pem = maker().make().pem();
        assertThat(read("")).hasSize(1);
        assertThat(read("hello")).hasSize(1);
        assertThat(read(pem.replace("M", "!"))).hasSize(1);
        assertThat(read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .hasSize(1);
        assertThat(read(pem + " ".repeat(20_000))).hasSize(1);
        assertThat(read(pem + maker().make().pem()).getFirst().english()).contains("several");
        assertThat(read("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + pem)
                        .getFirst()
                        .english())
                .contains("private key");
    }

    private static ArrayList<FieldError> read(String pem) {
        var mistakes = new ArrayList<FieldError>();
        CertificateReader.read(pem, NOW, mistakes);
        return mistakes;
    }

    private static Maker maker() {
        return new Machine.Maker(NOW);
    }
}
