package org.renkei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Credentials.Invitation;
import org.renkei.identity.passkey.Authenticators;
import org.renkei.identity.passkey.Challenges;
import org.renkei.identity.passkey.Challenges.Purpose;
import org.renkei.identity.passkey.PasskeyRefusal;
import org.renkei.identity.passkey.Passkeys;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Links that open the door once: with one, a person sets a passkey, or password and authenticator. The first
/// administrator's is made when the node starts and nobody administers it.
@Service
public class InvitationDesk {
    static final Duration HOLDS = Duration.ofDays(3);
    static final Duration FIRST_HOLDS = Duration.ofHours(24);

    private final People people;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Authenticators authenticators;
    private final PasskeyPlace places;
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
            Passkeys passkeys,
            Challenges challenges,
            Authenticators authenticators,
            PasskeyPlace places,
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
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.authenticators = authenticators;
        this.places = places;
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
    /// @param secret the authenticator's, as text; null where passwords are not taken; `uri` the same for an app
    public record Opened(
            @Nullable Person person,
            @Nullable String secret,
            @Nullable String uri,
            Instant expires) {}

    /// A link for the first administrator; the one before holds no longer. Empty when somebody administers this node.
    public Optional<Invited> inviteFirstAdministrator() {
        return Optional.ofNullable(transaction.execute(status -> {
            if (people.hasAdministrator(settings.signIn().passwords())) {
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
        if (!settings.signIn().passwords()) {
            return new Opened(person, null, null, invitation.expires());
        }
        return new Opened(
                person,
                Totp.text(invitation.secret()),
                Totp.uri(invitation.secret(), node, name),
                invitation.expires());
    }

    /// Uses the link up: sets password and authenticator, ends whatever sessions and ways in there were, and signs in.
    /// The first administrator says in `request` who it is.
    ///
    /// @return the cookie's value
    public String accept(String token, JsonNode request, Where where) {
        if (!settings.signIn().passwords()) {
            throw SignInDesk.noPasswords();
        }
        var invitation = find(token);
        var known = person(invitation);
        var person = known == null ? reader.firstAdministrator(request, UUID.randomUUID()) : known;
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
        settle(token, known == null, person, where, "password", () -> {
            credentials.set(person.id(), kept, invitation.secret(), step.getAsLong(), now);
            return true;
        });
        return signIns.begin(person, where.address(), where.agent(), "invitation");
    }

    /// What an authenticator needs to make a passkey for whom the link is for.
    public Map<String, Object> askForPasskey(String token, JsonNode request, Where where) {
        var place = places.get(where.port());
        var person = invited(find(token), request, UUID.randomUUID());
        var challenge = challenges.ask(
                new Secret(token).hash(), Purpose.INVITATION, person.id(), where.address(), clock.instant());
        return authenticators.creation(
                challenge, place, settings.node().toString(), PasskeyDesk.owner(person), List.of());
    }

    /// The same as [#accept], by a passkey instead of a password.
    public String acceptByPasskey(String token, JsonNode request, Where where) {
        var place = places.get(where.port());
        var invitation = find(token);
        var name = PasskeyDesk.name(request.path("name").asString(""));
        var now = clock.instant();
        var challenge = challenges
                .take(new Secret(token).hash(), Purpose.INVITATION, now)
                .orElseThrow(PasskeyDesk::tooLate);
        var person = invited(invitation, request, Objects.requireNonNull(challenge.person()));
        try {
            var answer = request.path("credential");
            var passkey = authenticators.made(answer, challenge.bytes(), place, person.id(), name, now);
            var first = invitation.person() == null;
            settle(token, first, person, where, "passkey", () -> passkeys.add(passkey));
        } catch (PasskeyRefusal refusal) {
            audit.record(new AuditEvent(
                    settings.node().toString(),
                    "passkey-refused",
                    null,
                    null,
                    Map.of("name", person.signInName(), "reason", refusal.reason(), "address", where.address())));
            throw PasskeyDesk.notMade();
        }
        return signIns.begin(person, where.address(), where.agent(), "invitation");
    }

    private Person invited(Invitation invitation, JsonNode request, UUID id) {
        var known = person(invitation);
        return known == null ? reader.firstAdministrator(request, id) : known;
    }

    /// @param set writes the new way in; false when it cannot be
    private void settle(String token, boolean first, Person person, Where where, String by, BooleanSupplier set) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (!credentials.consume(new Secret(token).hash())) {
                throw gone();
            }
            if (first) {
                addFirst(person, now);
            }
            credentials.remove(person.id());
            passkeys.removeAll(person.id());
            if (!set.getAsBoolean()) {
                throw PasskeyDesk.notMade();
            }
            sessions.endAll(person.id());
            audit.append(List.of(new AuditEvent(
                    person.signInName(), "credentials-set", null, null, Map.of("address", where.address(), "by", by))));
        });
    }

    private void addFirst(Person person, Instant now) {
        people.lock();
        if (people.hasAdministrator(settings.signIn().passwords()) || !people.add(person, now)) {
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
