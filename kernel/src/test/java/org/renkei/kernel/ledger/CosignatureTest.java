package org.renkei.kernel.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.Golden;
import org.renkei.kernel.ledger.CosignatureVerdict.Cosigned;
import org.renkei.kernel.ledger.CosignatureVerdict.OtherKeys;
import org.renkei.kernel.ledger.CosignatureVerdict.Refused;

class CosignatureTest {
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("JPN/ichigaya/audit", 20_852, Hash.ofContent("root".getBytes(UTF_8)));
    private static final long SECONDS = 1_679_315_147;
    private static final TestKeys KEYS = TestKeys.read();
    private static final String SIGNED =
            KEYS.signer("JPN/ichigaya", new NoRandom()).sign(CHECKPOINT);
    private static final String COSIGNED = cosigner(new NoRandom()).cosign(SIGNED, SECONDS);

    private final CosignatureVerifier verifier = new CosignatureVerifier(KEYS.publicKeys("USA/yokota"));

    private static Cosigner cosigner(SecureRandom random) {
        return new Cosigner(KEYS.publicKeys("USA/yokota"), KEYS.ed25519(), KEYS.mlDsa65(), random);
    }

    /// `-Dgolden.write=true` writes the file anew.
    @Test
    void cosignedTextIsTheGoldenOne() {
        Golden.check("cosigned.txt", COSIGNED.strip());
    }

    @Test
    void verifiesWhatWasCosigned() {
        assertThat(verifier.verify(COSIGNED)).isEqualTo(new Cosigned(CHECKPOINT, Instant.ofEpochSecond(SECONDS)));
        assertThat(verifier.verify(cosigner(new SecureRandom()).cosign(SIGNED, 5)))
                .isEqualTo(new Cosigned(CHECKPOINT, Instant.ofEpochSecond(5)));
    }

    @Test
    void leavesTheLogsOwnSignaturesAsTheyAre() {
        var own = new CheckpointVerifier(KEYS.publicKeys("JPN/ichigaya"));
        assertThat(own.verify(COSIGNED, CHECKPOINT.origin())).isEqualTo(new CheckpointVerdict.Verified(CHECKPOINT));
    }

    @Test
    void anOrdinarySignatureIsNoCosignature() {
        var signed = KEYS.signer("USA/yokota", new NoRandom()).sign(CHECKPOINT);
        assertThat(verifier.verify(signed)).isInstanceOf(OtherKeys.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "20852, 20853",
        "JPN/ichigaya/audit, JPN/ichigaya/audit2",
        "USA/yokota+ed25519, USA/yokosuka+ed25519",
        "USA/yokota+ml-dsa-65, USA/yokosuka+ml-dsa-65"
    })
    void refusesWhatWasChanged(String from, String to) {
        assertThat(verifier.verify(COSIGNED.replace(from, to))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesSignaturesOfDifferentTimes() {
        var other = cosigner(new NoRandom()).cosign(SIGNED, SECONDS + 1).lines().toList();
        var lines = COSIGNED.lines().toList();
        var mixed = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + other.getLast() + "\n";
        assertThat(verifier.verify(mixed)).isEqualTo(new Refused("the cosignature of USA/yokota is wrong"));
    }

    @Test
    void anythingElseIsNoCheckpoint() {
        assertThat(verifier.verify("")).isEqualTo(new Refused("not a signed checkpoint"));
        assertThat(verifier.verify(SIGNED)).isEqualTo(new Refused("no cosignature of USA/yokota"));
    }
}
