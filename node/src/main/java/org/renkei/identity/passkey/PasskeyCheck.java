package org.renkei.identity.passkey;

import java.time.Instant;
import org.renkei.identity.passkey.Challenges.Purpose;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Looks at the use of a passkey: takes the question away, finds the passkey, checks the answer and notes the use.
@Component
public class PasskeyCheck {
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Authenticators authenticators;

    PasskeyCheck(Challenges challenges, Passkeys passkeys, Authenticators authenticators) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.authenticators = authenticators;
    }

    public Passkey check(byte[] bound, Purpose purpose, JsonNode answer, Place place, Instant now)
            throws PasskeyRefusal {
        var challenge = challenges.take(bound, purpose, now).orElseThrow(() -> new PasskeyRefusal("no-question"));
        var passkey = passkeys.find(authenticators.credentialId(answer))
                .orElseThrow(() -> new PasskeyRefusal("unknown-passkey"));
        try {
            if (challenge.person() != null && !challenge.person().equals(passkey.person())) {
                throw new PasskeyRefusal("other-person");
            }
            var use = authenticators.used(answer, challenge.bytes(), place, passkey);
            if (!passkeys.use(passkey, use.signCount(), use.copied(), now)) {
                throw new PasskeyRefusal("malicious-counter-value");
            }
        } catch (PasskeyRefusal refusal) {
            throw refusal.by(passkey.person());
        }
        return passkey;
    }
}
