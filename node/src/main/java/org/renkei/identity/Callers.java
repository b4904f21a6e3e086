package org.renkei.identity;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller.Means;
import org.renkei.identity.certificate.ClientCertificate;
import org.renkei.identity.certificate.ClientCertificates;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Knows callers by what they bring. Roles and clearance are read anew at each request: what was taken away
/// counts at once.
@Service
public class Callers {
    private final AdminToken service;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final ClientCertificates certificates;
    private final People people;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;

    Callers(
            Sessions sessions,
            AccessTokens tokens,
            ClientCertificates certificates,
            People people,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.service = AdminToken.open(settings.data());
        this.sessions = sessions;
        this.tokens = tokens;
        this.certificates = certificates;
        this.people = people;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// The caller who sends this in a cookie. In a browser of another name a session is worth nothing, and ends.
    @Transactional
    public Optional<Caller> findBySession(String cookie, String agent) {
        var now = clock.instant();
        return sessions.find(new Secret(cookie), now).flatMap(session -> {
            if (!session.agent().equals(Sessions.kept(agent))) {
                sessions.end(session.person(), session.id());
                var whose =
                        people.find(session.person()).map(Person::signInName).orElse("unknown");
                audit.append(List.of(new AuditEvent(whose, "session-moved", null, null, Map.of())));
                return Optional.empty();
            }
            sessions.touch(session, now);
            return people.find(session.person()).flatMap(person -> caller(person, new Caller.Signed(session.id())));
        });
    }

    /// The caller who sends this as a bearer token: the service account, or a person by a personal access
    /// token.
    @Transactional
    public Optional<Caller> findByToken(String bearer) {
        if (service.matches(bearer)) {
            return Optional.of(Caller.service());
        }
        if (!bearer.startsWith(AccessTokens.PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return tokens.find(new Secret(bearer), now).flatMap(token -> {
            tokens.touch(token, now);
            return people.find(token.person())
                    .flatMap(person -> caller(person, new Caller.Token(token.id(), token.scopes())));
        });
    }

    /// The caller whose machine has proven by TLS that it holds the key of this certificate.
    @Transactional
    public Optional<Caller> findByCertificate(X509Certificate certificate) {
        var now = clock.instant();
        return certificates
                .find(CertificateDesk.hash(certificate))
                .filter(one -> one.holdsAt(now))
                .flatMap(one -> {
                    certificates.touch(one, now);
                    return people.find(one.person())
                            .flatMap(person -> caller(person, new Caller.Certificate(one.id(), scopes(one))));
                });
    }

    /// Whether it was ever registered, so that a machine may mean to come in by it.
    @Transactional(readOnly = true)
    public boolean knows(X509Certificate certificate) {
        return certificates.find(CertificateDesk.hash(certificate)).isPresent();
    }

    private static Set<Scope> scopes(ClientCertificate certificate) {
        return certificate.scopes().stream().map(Scope::parse).collect(Collectors.toSet());
    }

    /// The same caller as of now; empty when the session, token or certificate has ended or the person may no longer
    /// come in.
    @Transactional(readOnly = true)
    public Optional<Caller> again(Caller caller) {
        var person = caller.person();
        if (person == null) {
            return Optional.of(caller);
        }
        var now = clock.instant();
        var holds = switch (caller.means()) {
            case Caller.ServiceToken token -> true;
            case Caller.Signed signed -> sessions.find(signed.session(), now).isPresent();
            case Caller.Token token -> tokens.holds(token.token(), now);
            case Caller.Certificate certificate ->
                certificates
                        .find(certificate.certificate())
                        .filter(one -> one.holdsAt(now))
                        .isPresent();
        };
        return holds ? people.find(person.id()).flatMap(found -> caller(found, caller.means())) : Optional.empty();
    }

    private Optional<Caller> caller(Person person, Means means) {
        if (!person.active()) {
            return Optional.empty();
        }
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(person.roles());
        var foreign = !person.nation().equals(settings.node().party());
        if (foreign) {
            roles.removeAll(Role.OF_THE_OWN_NATION);
        }
        var cleared = person.clearance().holdsOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                && (!foreign || roles.contains(Role.LIAISON));
        return Optional.of(new Caller(person, roles, cleared, means));
    }
}
