package org.renkei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Credentials.Invitation;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Links that open the door once: with one, a person sets password and authenticator. The first administrator's is made
/// when the node starts and nobody administers it.
@Service
public class InvitationDesk {
    static final Duration HOLDS = Duration.ofDays(3);
    static final Duration FIRST_HOLDS = Duration.ofHours(24);

    private final People people;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Passwords passwords;
    private final PersonReader reader;
    private final SignInDesk signIns;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    InvitationDesk(
            People people,
            Credentials credentials,
            Sessions sessions,
            Passwords passwords,
            PersonReader reader,
            SignInDesk signIns,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.people = people;
        this.credentials = credentials;
        this.sessions = sessions;
        this.passwords = passwords;
        this.reader = reader;
        this.signIns = signIns;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// The secret part of a link, shown once.
    public record Invited(String token, Instant expires) {}

    /// What stands behind a link.
    ///
    /// @param person null for the first administrator, who still has to say who it is
    /// @param secret the authenticator's, as text; `uri` the same for an app
    public record Opened(@Nullable Person person, String secret, String uri, Instant expires) {}

    /// A link for the first administrator; the one before holds no longer. Empty when somebody administers this node.
    public Optional<Invited> inviteFirstAdministrator() {
        return Optional.ofNullable(transaction.execute(status -> {
            if (people.hasAdministrator()) {
                credentials.withdraw(null);
                return null;
            }
            audit.append(List.of(
                    new AuditEvent(settings.node().toString(), "first-administrator-invited", null, null, Map.of())));
            return invite(null, FIRST_HOLDS);
        }));
    }

    /// Within the caller's transaction.
    Invited invite(@Nullable UUID person, Duration holds) {
        var token = Secret.random("");
        var expires = clock.instant().plus(holds);
        credentials.invite(token.hash(), person, Secret.bytes(Totp.SECRET_BYTES), expires);
        return new Invited(token.text(), expires);
    }

    public Opened open(String token) {
        var invitation = find(token);
        var person = person(invitation);
        var name = person == null ? "administrator" : person.signInName();
        var node = settings.node().toString();
        return new Opened(
                person,
                Totp.text(invitation.secret()),
                Totp.uri(invitation.secret(), node, name),
                invitation.expires());
    }

    /// Uses the link up: sets password and authenticator, ends whatever sessions there were, and signs in. The first
    /// administrator says in `request` who it is.
    ///
    /// @return the cookie's value
    public String accept(String token, JsonNode request, String address, String agent) {
        var invitation = find(token);
        var known = person(invitation);
        var person = known == null ? reader.firstAdministrator(request) : known;
        var password = PersonReader.password(request, person.signInName());
        var now = clock.instant();
        var step = Totp.match(invitation.secret(), request.path("code").asString(""), now);
        if (step.isEmpty()) {
            throw Problem.refused(List.of(new FieldError(
                    "/code",
                    "this is not the code that the authenticator shows now; compare the clocks",
                    "認証アプリが今示すコードと違います。時計を確かめてください")));
        }
        var kept = passwords.keep(password);
        transaction.executeWithoutResult(status -> {
            if (!credentials.consume(new Secret(token).hash())) {
                throw gone();
            }
            if (known == null) {
                addFirst(person, now);
            }
            credentials.set(person.id(), kept, invitation.secret(), step.getAsLong(), now);
            sessions.endAll(person.id());
            audit.append(List.of(
                    new AuditEvent(person.signInName(), "credentials-set", null, null, Map.of("address", address))));
        });
        return signIns.begin(person, address, agent);
    }

    private void addFirst(Person person, Instant now) {
        people.lock();
        if (people.hasAdministrator() || !people.add(person, now)) {
            throw gone();
        }
        audit.append(List.of(
                new AuditEvent(settings.node().toString(), "person-added", null, null, PeopleDesk.details(person))));
    }

    private Invitation find(String token) {
        return credentials
                .findInvitation(new Secret(token).hash(), clock.instant())
                .orElseThrow(InvitationDesk::gone);
    }

    private @Nullable Person person(Invitation invitation) {
        var id = invitation.person();
        return id == null ? null : people.find(id).filter(Person::active).orElseThrow(InvitationDesk::gone);
    }

    private static Problem gone() {
        return new Problem(
                Category.NOT_FOUND,
                "This link was used, has expired or was replaced: ask for a new one",
                "このリンクは使用済みか、期限切れか、取り替えられています。新しいリンクを求めてください");
    }
}
