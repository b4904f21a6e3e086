package org.renkei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.InvitationDesk.Invited;
import org.renkei.identity.certificate.ClientCertificates;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Administration of people: who there is, with which roles and clearance. Nobody changes their own, and only shortly
/// after having proven who they are.
@Service
public class PeopleDesk {
    private final People people;
    private final PersonReader reader;
    private final InvitationDesk invitations;
    private final FreshProof proof;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final ClientCertificates certificates;
    private final AuditLog audit;
    private final Clock clock;

    PeopleDesk(
            People people,
            PersonReader reader,
            InvitationDesk invitations,
            FreshProof proof,
            Sessions sessions,
            AccessTokens tokens,
            ClientCertificates certificates,
            AuditLog audit,
            Clock clock) {
        this.people = people;
        this.reader = reader;
        this.invitations = invitations;
        this.proof = proof;
        this.sessions = sessions;
        this.tokens = tokens;
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    /// A person who was added, and the link to hand over.
    public record Added(Person person, Invited invitation) {}

    @Transactional(readOnly = true)
    public List<Person> list() {
        return people.list();
    }

    @Transactional
    public Added add(JsonNode json, Caller caller) {
        proof.demand(caller);
        var person = reader.read(json);
        if (!people.add(person, clock.instant())) {
            throw new Problem(
                    Category.CONFLICT,
                    "somebody has this sign-in name already: choose another",
                    "そのサインイン名は使われています。別の名にしてください");
        }
        var invitation = invitations.invite(person.id(), InvitationDesk.HOLDS);
        note(caller, "person-added", details(person));
        return new Added(person, invitation);
    }

    /// Other roles, or none any more, end every session; somebody deactivated loses tokens and certificates as well.
    @Transactional
    public Person change(UUID id, JsonNode json, Caller caller) {
        notOneself(id, caller);
        proof.demand(caller);
        var before = get(id);
        var person = reader.read(json, before);
        people.change(person);
        if (!person.active() || !person.roles().equals(before.roles())) {
            sessions.endAll(id);
        }
        if (!person.active()) {
            tokens.revokeAll(id);
            certificates.revokeAll(id, clock.instant());
        }
        note(caller, before.active() && !person.active() ? "person-deactivated" : "person-changed", details(person));
        return person;
    }

    /// A new link, with which the person sets password and authenticator anew.
    @Transactional
    public Invited invite(UUID id, Caller caller) {
        notOneself(id, caller);
        proof.demand(caller);
        var person = get(id);
        if (!person.active()) {
            throw new Problem(Category.CONFLICT, "this person is deactivated", "この人は無効にされています");
        }
        note(caller, "person-invited", Map.of("person", person.signInName()));
        return invitations.invite(id, InvitationDesk.HOLDS);
    }

    @Transactional(readOnly = true)
    public List<AccountDesk.SessionView> listSessions(UUID id, Caller caller) {
        return sessions.list(get(id).id(), clock.instant()).stream()
                .map(session -> AccountDesk.SessionView.of(session, session.id().equals(caller.session())))
                .toList();
    }

    /// Signs a person out in one place.
    @Transactional
    public void endSession(UUID id, UUID session, Caller caller) {
        var person = get(id);
        if (!sessions.end(id, session)) {
            throw new Problem(Category.NOT_FOUND, "there is no such session", "そのセッションはありません");
        }
        note(caller, "person-session-ended", Map.of("person", person.signInName()));
    }

    /// Signs a person out everywhere.
    @Transactional
    public void endSessions(UUID id, Caller caller) {
        var person = get(id);
        var count = sessions.endAll(id);
        note(caller, "sessions-ended", Map.of("person", person.signInName(), "count", count));
    }

    static Map<String, Object> details(Person person) {
        return Map.of(
                "person",
                person.signInName(),
                "nation",
                person.nation(),
                "roles",
                person.roles().stream().map(Role::text).sorted().toList(),
                "clearance",
                person.clearance().level().name(),
                "caveats",
                person.clearance().caveats(),
                "active",
                person.active());
    }

    private void note(Caller caller, String event, Map<String, Object> details) {
        audit.append(List.of(new AuditEvent(caller.getName(), event, null, null, details)));
    }

    private Person get(UUID id) {
        return people.find(id).orElseThrow(PeopleDesk::nobody);
    }

    static Problem nobody() {
        return new Problem(Category.NOT_FOUND, "there is no such person", "その人は登録されていません");
    }

    static void notOneself(UUID id, Caller caller) {
        if (caller.person() != null && caller.person().id().equals(id)) {
            throw new Problem(
                    Category.FORBIDDEN,
                    "nobody changes their own rights: ask another administrator",
                    "自分の権限は変えられません。別の管理者に依頼してください");
        }
    }
}
