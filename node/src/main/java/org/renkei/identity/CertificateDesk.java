package org.renkei.identity;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.certificate.CertificateReader;
import org.renkei.identity.certificate.ClientCertificate;
import org.renkei.identity.certificate.ClientCertificates;
import org.renkei.kernel.ledger.Hash;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Certificates by which machines come in as an account. An administrator registers them, for others only; who watches
/// people, and whose account it is, revokes them.
@Service
public class CertificateDesk {
    private static final int MAX_DAYS = 731;
    private static final int MAX_NAME = 64;
    private static final int MAX_SUBJECT = 200;

    private final ClientCertificates certificates;
    private final People people;
    private final FreshProof proof;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;

    CertificateDesk(
            ClientCertificates certificates,
            People people,
            FreshProof proof,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.certificates = certificates;
        this.people = people;
        this.proof = proof;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param account the sign-in name
    /// @param sha256 pairs of capital digits, with colons
    /// @param notAfter the certificate's own end
    /// @param holds whether it opens anything now
    public record CertificateView(
            UUID id,
            String account,
            String name,
            String sha256,
            String subject,
            List<String> scopes,
            String notAfter,
            String created,
            String createdBy,
            String expires,
            @Nullable String used,
            @Nullable String revoked,
            boolean holds) {}

    /// @param asked whether this node asks for certificates at all (`api.tls.client-certificates`)
    public record Listed(boolean asked, List<CertificateView> certificates) {}

    @Transactional(readOnly = true)
    public Listed list() {
        var accounts = people.list().stream().collect(Collectors.toMap(Person::id, person -> person));
        return new Listed(
                asks(),
                certificates.list().stream()
                        .map(one -> view(one, accounts.get(one.person())))
                        .toList());
    }

    @Transactional(readOnly = true)
    public Listed listOwn(Caller caller) {
        var owner = caller.owner();
        return new Listed(
                asks(),
                certificates.list(owner.id()).stream()
                        .map(one -> view(one, owner))
                        .toList());
    }

    @Transactional
    public CertificateView register(UUID account, JsonNode json, Caller caller) {
        PeopleDesk.notOneself(account, caller);
        proof.demand(caller);
        var person = people.find(account).orElseThrow(PeopleDesk::nobody);
        if (!person.active()) {
            throw new Problem(Category.CONFLICT, "this account is deactivated", "このアカウントは無効にされています");
        }
        var certificate = read(json, account, caller.getName(), clock.instant());
        if (!certificates.add(certificate)) {
            throw new Problem(
                    Category.CONFLICT,
                    "this certificate is registered already, or was revoked here: make a new key and certificate",
                    "この証明書は登録済みか、ここで失効しています。新しい鍵と証明書を作ってください");
        }
        note(caller, "certificate-registered", certificate, person);
        return view(certificate, person);
    }

    @Transactional
    public void revoke(UUID id, Caller caller) {
        var certificate = certificates.find(id).orElseThrow(CertificateDesk::none);
        revoke(certificate, people.find(certificate.person()).orElseThrow(), caller);
    }

    /// Of one's own account.
    @Transactional
    public void revokeOwn(UUID id, Caller caller) {
        var owner = caller.owner();
        var certificate = certificates
                .find(id)
                .filter(one -> one.person().equals(owner.id()))
                .orElseThrow(CertificateDesk::none);
        revoke(certificate, owner, caller);
    }

    private void revoke(ClientCertificate certificate, Person person, Caller caller) {
        if (!certificates.revoke(certificate.id(), clock.instant())) {
            throw new Problem(Category.CONFLICT, "this certificate was revoked before", "この証明書は既に失効しています");
        }
        note(caller, "certificate-revoked", certificate, person);
    }

    private ClientCertificate read(JsonNode json, UUID account, String registrar, Instant now) {
        var mistakes = new ArrayList<FieldError>();
        var name = json.path("name").asString("").strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            mistakes.add(new FieldError("/name", "a name of 1 to 64 characters is needed", "名称は 1〜64 文字です"));
        }
        var days = json.path("days").asInt(0);
        if (days < 1 || days > MAX_DAYS) {
            mistakes.add(new FieldError("/days", "1 to " + MAX_DAYS + " days", "1〜" + MAX_DAYS + " 日です"));
        }
        var scopes = scopes(json, mistakes);
        var read = CertificateReader.read(json.path("certificate").asString(""), now, mistakes);
        if (!mistakes.isEmpty() || read.isEmpty()) {
            throw Problem.refused(mistakes);
        }
        var certificate = read.get();
        var notAfter = certificate.getNotAfter().toInstant();
        var expires = now.plus(Duration.ofDays(days));
        return new ClientCertificate(
                UUID.randomUUID(),
                account,
                name,
                hash(certificate),
                shortened(certificate.getSubjectX500Principal().getName()),
                scopes.stream().map(Scope::text).collect(Collectors.toSet()),
                notAfter,
                now,
                registrar,
                expires.isAfter(notAfter) ? notAfter : expires,
                null,
                null);
    }

    private static Set<Scope> scopes(JsonNode json, List<FieldError> mistakes) {
        var scopes = EnumSet.noneOf(Scope.class);
        try {
            json.path("scopes")
                    .valueStream()
                    .map(text -> Scope.parse(text.asString("")))
                    .forEach(scopes::add);
        } catch (IllegalArgumentException e) {
            scopes.clear();
        }
        if (scopes.isEmpty()) {
            mistakes.add(new FieldError(
                    "/scopes",
                    "at least one of read, write, feed and metrics is needed",
                    "範囲（read、write、feed、metrics）を 1 つ以上選んでください"));
        }
        return scopes;
    }

    static Hash hash(X509Certificate certificate) {
        try {
            return Hash.ofContent(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that was read can be written", e);
        }
    }

    /// As it stands on the screens.
    public static String fingerprint(X509Certificate certificate) {
        return ClientCertificate.fingerprint(hash(certificate));
    }

    private static String shortened(String subject) {
        return subject.length() <= MAX_SUBJECT ? subject : subject.substring(0, MAX_SUBJECT) + "…";
    }

    private CertificateView view(ClientCertificate one, @Nullable Person person) {
        var used = one.used();
        var revoked = one.revoked();
        return new CertificateView(
                one.id(),
                person == null ? "" : person.signInName(),
                one.name(),
                ClientCertificate.fingerprint(one.sha256()),
                one.subject(),
                one.scopes().stream().sorted().toList(),
                one.notAfter().toString(),
                one.created().toString(),
                one.createdBy(),
                one.expires().toString(),
                used == null ? null : used.toString(),
                revoked == null ? null : revoked.toString(),
                one.holdsAt(clock.instant()) && person != null && person.active());
    }

    private boolean asks() {
        var tls = settings.apiTls();
        return tls != null && tls.clientCertificates();
    }

    private void note(Caller caller, String event, ClientCertificate certificate, Person person) {
        var details = Map.<String, Object>of(
                "person",
                person.signInName(),
                "certificate",
                certificate.name(),
                "sha256",
                ClientCertificate.fingerprint(certificate.sha256()),
                "scopes",
                certificate.scopes().stream().sorted().toList(),
                "expires",
                certificate.expires().toString());
        audit.append(List.of(new AuditEvent(caller.getName(), event, null, null, details)));
    }

    private static Problem none() {
        return new Problem(Category.NOT_FOUND, "there is no such certificate", "その証明書はありません");
    }
}
