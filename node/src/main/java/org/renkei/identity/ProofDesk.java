package org.renkei.identity;

import java.time.Clock;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.passkey.Authenticators;
import org.renkei.identity.passkey.Challenges;
import org.renkei.identity.passkey.Challenges.Purpose;
import org.renkei.identity.passkey.PasskeyCheck;
import org.renkei.identity.passkey.PasskeyRefusal;
import org.renkei.identity.passkey.Passkeys;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/// Proving again, within a session, who one is: by one of one's passkeys, or by password and code.
@Service
public class ProofDesk {
    private final PasskeyPlace places;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Authenticators authenticators;
    private final PasskeyCheck check;
    private final Proving proving;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;

    ProofDesk(
            PasskeyPlace places,
            Challenges challenges,
            Passkeys passkeys,
            Authenticators authenticators,
            PasskeyCheck check,
            Proving proving,
            Sessions sessions,
            AuditLog audit,
            Clock clock) {
        this.places = places;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.authenticators = authenticators;
        this.check = check;
        this.proving = proving;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    public Map<String, Object> options(Caller caller, Where where) {
        var place = places.get(where.port());
        var person = caller.owner().id();
        var challenge = challenges.ask(bound(caller), Purpose.PROVE, person, where.address(), clock.instant());
        return authenticators.request(challenge, place, passkeys.list(person));
    }

    /// @param request with `credential`, or with `current` and `code`
    public void prove(Caller caller, JsonNode request, Where where) {
        if (request.path("credential").isObject()) {
            proveByPasskey(caller, request.path("credential"), where);
        } else {
            proveByPassword(caller, request, where);
        }
        sessions.prove(caller.session(), clock.instant());
        note(caller, "proof-given", Map.of("address", where.address()));
    }

    private void proveByPasskey(Caller caller, JsonNode answer, Where where) {
        try {
            check.check(bound(caller), Purpose.PROVE, answer, places.get(where.port()), clock.instant());
        } catch (PasskeyRefusal refusal) {
            note(caller, "proof-failed", Map.of("address", where.address(), "reason", refusal.reason()));
            throw new Problem(Category.FORBIDDEN, "This passkey was not accepted", "このパスキーは受け付けられませんでした");
        }
    }

    private void proveByPassword(Caller caller, JsonNode request, Where where) {
        var proof = proving.prove(
                caller.getName(),
                request.path("current").asString(""),
                request.path("code").asString(""),
                where.address());
        if (proof.pause().isPositive()) {
            throw AccountDesk.tooMany(proof.pause());
        }
        if (proof.proven().isEmpty()) {
            note(caller, "proof-failed", Map.of("address", where.address()));
            throw AccountDesk.wrongProof();
        }
    }

    private static byte[] bound(Caller caller) {
        return new Secret(caller.session().toString()).hash();
    }

    private void note(Caller caller, String event, Map<String, Object> details) {
        audit.record(new AuditEvent(caller.getName(), event, null, null, details));
    }
}
