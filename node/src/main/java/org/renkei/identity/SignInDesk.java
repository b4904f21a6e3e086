package org.renkei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in and out. Passwords are computed outside any transaction: they are slow on purpose.
@Service
public class SignInDesk {
    private final Proving proving;
    private final Sessions sessions;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignInDesk(
            Proving proving,
            Sessions sessions,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.proving = proving;
        this.sessions = sessions;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param agent what the browser calls itself
    public SignIn signIn(String name, String password, String code, String address, String agent) {
        if (!settings.signIn().passwords()) {
            throw noPasswords();
        }
        var proof = proving.prove(name.strip().toLowerCase(Locale.ROOT), password, code, address);
        if (proof.pause().isPositive()) {
            return new SignIn.Waits(proof.pause());
        }
        var person = proof.proven().orElse(null);
        if (person == null) {
            // What was typed as a name may have been a password: only names of people are written down.
            var whose = proof.known().map(Person::signInName).orElse("unknown");
            audit.record(new AuditEvent(
                    settings.node().toString(),
                    "sign-in-failed",
                    null,
                    null,
                    Map.of("name", whose, "address", address)));
            return new SignIn.Refused();
        }
        return new SignIn.SignedIn(begin(person, address, agent, "password"));
    }

    static Problem noPasswords() {
        return new Problem(
                Category.FORBIDDEN,
                "This node takes no passwords: sign in with a passkey",
                "このノードではパスワードを使えません。パスキーでサインインしてください");
    }

    /// Begins a session with a new secret, whatever was there before.
    ///
    /// @param by what the person proved it with
    String begin(Person person, String address, String agent, String by) {
        return begin(person, address, agent, by, session -> {});
    }

    /// @param begun what is to be noted with the session
    String begin(Person person, String address, String agent, String by, Consumer<UUID> begun) {
        var secret = Secret.random("");
        transaction.executeWithoutResult(status -> {
            var session = sessions.begin(secret, person.id(), new Sessions.Place(address, agent), clock.instant());
            begun.accept(session.id());
            audit.append(List.of(new AuditEvent(
                    person.signInName(), "signed-in", null, null, Map.of("address", address, "by", by))));
        });
        return secret.text();
    }

    public void signOut(Caller caller) {
        if (caller.person() != null && caller.means() instanceof Caller.Signed(var session)) {
            var person = caller.person().id();
            transaction.executeWithoutResult(status -> {
                sessions.end(person, session);
                audit.append(List.of(new AuditEvent(caller.getName(), "signed-out", null, null, Map.of())));
            });
        }
    }
}
