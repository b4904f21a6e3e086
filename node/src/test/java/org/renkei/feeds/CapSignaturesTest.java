package org.renkei.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.feeds.Feeds.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.settings.FeedReading;
import org.renkei.settings.FeedReading.Signatures;
import org.renkei.testing.Machine;
import org.renkei.testing.Recordings;

class CapSignaturesTest {
    private static final String ALERT = sample("alert.xml");

    @TempDir
    Path folder;

    private final Machine office = Machine.make();
    private final Machine stranger = Machine.make();
    private Path signers;

    @BeforeEach
    void trustTheOffice() throws IOException {
        signers = Files.writeString(folder.resolve("signers.pem"), office.pem());
    }

    @Test
    void aSignatureOfSomebodyTrustedHolds() throws FeedException {
        var checked = check(Signatures.REQUIRE, Signed.by(office, ALERT));
        assertThat(checked.said().en()).isEqualTo("valid, by feed-1");
        assertThat(checked.said().ja()).isEqualTo("有効（署名者 feed-1）");
        assertThat(Feeds.only(new String(checked.content(), UTF_8)).source())
                .isEqualTo(Feeds.only(ALERT).source());
    }

    @Test
    void anyChangeOfTheAlertBetrays() {
        refuses(Signed.by(office, ALERT).replace(">Extreme<", ">Minor<"), "does not hold");
        refuses(Signed.by(office, ALERT).replace("TEST-1", "TEST-2"), "does not hold");
    }

    @Test
    void aStrangerIsNotTrustedAndAnExpiredCertificateNeither() {
        refuses(Signed.by(stranger, ALERT), "nobody here trusts");
        assertThatThrownBy(() -> new CapSignatures(new FeedReading.Alerts(Signatures.CHECK, signers))
                        .check(bytes(Signed.by(office, ALERT)), Instant.now().plus(Duration.ofDays(800))))
                .satisfies(thrown -> assertThat(text(thrown)).contains("nobody here trusts"));
    }

    @Test
    void withoutKnownSignersItSaysThatNobodyConfirmedWhoItIs() throws FeedException {
        var checked = new CapSignatures(new FeedReading.Alerts(Signatures.CHECK, null))
                .check(bytes(Signed.by(stranger, ALERT)), Instant.now());
        assertThat(checked.said().en()).contains("nobody here has confirmed");
    }

    @Test
    void unsignedIsAsTheSettingSays() throws FeedException {
        assertThat(check(Signatures.CHECK, ALERT).said().en()).isEqualTo("none");
        assertThat(check(Signatures.IGNORE, Signed.by(stranger, ALERT)).said().en())
                .isEqualTo("not checked");
        assertThatThrownBy(() -> check(Signatures.REQUIRE, ALERT))
                .satisfies(thrown -> assertThat(text(thrown)).contains("not signed"));
    }

    @Test
    void severalSignaturesHaveToHoldAll() throws FeedException, IOException {
        Files.writeString(signers, office.pem() + stranger.pem());
        var both = Signed.by(stranger, ALERT);
        var signature = both.substring(both.indexOf("<Signature"), both.indexOf("</Signature>") + 12);
        var twice = Signed.by(office, ALERT).replace("</cap:alert>", signature + "</cap:alert>");
        assertThat(check(Signatures.REQUIRE, twice).said().en()).isEqualTo("valid, by feed-1, feed-1");
        Files.writeString(signers, office.pem());
        refuses(twice, "nobody here trusts");
    }

    /// The signed alert is put aside, whole, and another one stands where it was read from.
    @Test
    void anAlertWrappedAroundASignedOneIsRefused() {
        var signed = Signed.by(office, ALERT).replaceFirst("<\\?xml[^>]*>\\s*", "");
        var other = ALERT.replaceFirst("<\\?xml[^>]*>\\s*", "").replace(">Extreme<", ">Minor<");
        refuses(other.replace("</cap:alert>", signed + "</cap:alert>"), "as it has to");
        var signature = signed.substring(signed.indexOf("<Signature"), signed.indexOf("</Signature>") + 12);
        refuses(other.replace("</cap:alert>", "<cap:note>" + signature + "</cap:note></cap:alert>"), "as it has to");
    }

    @Test
    void aSignatureOfAPartOrOfSomethingElseIsRefused() {
        refuses(Signed.by(office, ALERT).replace("<Reference URI=\"\">", "<Reference URI=\"#a\">"), "as it has to");
        refuses(
                Signed.by(office, ALERT).replace("<Reference URI=\"\">", "<Reference URI=\"file:///etc/hostname\">"),
                "sign");
        refuses(
                Signed.by(office, ALERT)
                        .replace("</SignatureValue>", "</SignatureValue><Object><a xmlns=\"\"/></Object>"),
                "sign");
    }

    @Test
    void entitiesAreNotOpened() {
        refuses(
                Signed.by(office, ALERT).replaceFirst("<cap:alert", "<!DOCTYPE a [<!ENTITY x \"y\">]><cap:alert"),
                "DOCTYPE");
    }

    /// Two signatures by SHA-1, which the platform counts as broken: the file of 2013 is refused with that reason.
    @Test
    void whatIsSignedBySha1IsRefusedAsWeak() throws IOException {
        var canadian = Files.readString(Recordings.need("disaster").resolve("alert/cap/canada_signed.cap"));
        assertThatThrownBy(() -> new CapSignatures(new FeedReading.Alerts(Signatures.CHECK, null))
                        .check(bytes(canadian), Instant.parse("2013-01-25T00:00:00Z")))
                .satisfies(thrown -> assertThat(text(thrown)).contains("counts as broken", "rsa-sha1"));
    }

    private CapSignatures.Checked check(Signatures signatures, String alert) throws FeedException {
        return new CapSignatures(new FeedReading.Alerts(signatures, signers)).check(bytes(alert), Instant.now());
    }

    private void refuses(String alert, String reason) {
        assertThatThrownBy(() -> check(Signatures.CHECK, alert))
                .satisfies(thrown -> assertThat(text(thrown)).contains(reason));
    }

    private static String text(Throwable thrown) {
        return ((FeedException) thrown).reason().text(Locale.ENGLISH);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
