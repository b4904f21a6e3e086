package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.ledger.CheckpointVerdict.Refused;
import org.renkei.kernel.ledger.CheckpointVerdict.Verified;

class CheckpointTest {
    private static final String ORIGIN = "JPN/ichigaya/ledger/USA";
    private static final Checkpoint CHECKPOINT =
            new Checkpoint(ORIGIN, 20_852_163, Hash.ofContent("root".getBytes(UTF_8)));
    private static final TestKeys KEYS = TestKeys.read();
    private static final String SIGNED =
            KEYS.signer("JPN/ichigaya", new NoRandom()).sign(CHECKPOINT);

    private final CheckpointVerifier verifier = new CheckpointVerifier(KEYS.publicKeys("JPN/ichigaya"));

    /// `-Drenkei.golden=write` writes the file anew.
    @Test
    void signedTextIsTheGoldenOne() throws IOException {
        Path golden = Path.of("src/test/resources/org/renkei/kernel/ledger/checkpoint.golden.txt");
        if ("write".equals(System.getProperty("renkei.golden"))) {
            Files.writeString(golden, SIGNED);
        }
        assertThat(SIGNED).isEqualTo(Files.readString(golden));
    }

    @Test
    void verifiesWhatWasSigned() {
        assertThat(verifier.verify(SIGNED, ORIGIN)).isEqualTo(new Verified(CHECKPOINT));
        String hedged = KEYS.signer("JPN/ichigaya", new SecureRandom()).sign(CHECKPOINT);
        assertThat(hedged).isNotEqualTo(SIGNED);
        assertThat(verifier.verify(hedged, ORIGIN)).isEqualTo(new Verified(CHECKPOINT));
    }

    @Test
    void looksPastTheSignaturesOfOthers() {
        String witnessed = SIGNED + "— USA/yokota+ed25519 AAAAAAAA\n";
        assertThat(verifier.verify(witnessed, ORIGIN)).isEqualTo(new Verified(CHECKPOINT));
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"ed25519", "ml-dsa-65"})
    void needsBothSignatures(String scheme) {
        String without = SIGNED.lines()
                .filter(line -> !line.contains("+" + scheme))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        assertThat(verifier.verify(without, ORIGIN)).isEqualTo(new Refused("no signature JPN/ichigaya+" + scheme));
    }

    @Test
    void refusesAnotherLogOfTheSameNode() {
        assertThat(verifier.verify(SIGNED, "JPN/ichigaya/ledger/AUS"))
                .isEqualTo(new Refused("checkpoint of JPN/ichigaya/ledger/USA, not of JPN/ichigaya/ledger/AUS"));
    }

    @Test
    void refusesAnotherNode() {
        var other = new CheckpointVerifier(KEYS.publicKeys("JPN/kumamoto-jcp"));
        assertThat(other.verify(SIGNED, ORIGIN)).isInstanceOf(Refused.class);
        String renamed = SIGNED.replace("— JPN/ichigaya+", "— JPN/kumamoto-jcp+");
        assertThat(other.verify(renamed, ORIGIN))
                .isEqualTo(new Refused("signature JPN/kumamoto-jcp+ed25519 is of another key"));
    }

    @Test
    void everyChangedCharacterIsRefused() {
        int body = SIGNED.indexOf("\n\n") + 2;
        // Each character of the text and of the Ed25519 line, every fortieth of the long ML-DSA line.
        for (int i = 0; i < SIGNED.length() - 1; i += i < body + 120 ? 1 : 40) {
            char changed = SIGNED.charAt(i) == 'A' ? 'B' : 'A';
            String altered = SIGNED.substring(0, i) + changed + SIGNED.substring(i + 1);
            assertThat(verifier.verify(altered, ORIGIN)).as("character %d", i).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a\n1\nAAAA\n", "\n\n\n\n", "— \n\n— \n"})
    void refusesWhatIsNoCheckpoint(String text) {
        assertThat(verifier.verify(text, ORIGIN)).isInstanceOf(Refused.class);
    }

    @Test
    void theBodyHasOneSpelling() {
        String body = CHECKPOINT.body();
        assertThat(Checkpoint.parse(body)).isEqualTo(CHECKPOINT);
        assertThatThrownBy(() -> Checkpoint.parse(body.replace("\n20852163", "\n020852163")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Checkpoint.parse(body + "more\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("two\nlines", 1, CHECKPOINT.root()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
