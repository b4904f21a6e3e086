package org.renkei.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.AccessTokens.AccessToken;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What people do with their own account. Whoever changes what one signs in with proves anew who they are.
@Service
public class AccountDesk {
    private static final int MAX_DAYS = 366;
    private static final int MAX_NAME = 64;

    private final Proving proving;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AccountDesk(
            Proving proving,
            Credentials credentials,
            Passwords passwords,
            Sessions sessions,
            AccessTokens tokens,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.proving = proving;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param current the session that asks
    public record SessionView(
            UUID id, String began, String used, String ends, String address, String agent, boolean current) {
        static SessionView of(Sessions.Session session, boolean current) {
            return new SessionView(
                    session.id(),
                    session.began().toString(),
                    session.used().toString(),
                    session.ends().toString(),
                    session.address(),
                    session.agent(),
                    current);
        }
    }

    /// @param secret the token itself, at its making and never again
    public record TokenView(
            UUID id,
            String name,
            List<String> scopes,
            String created,
            String expires,
            @Nullable String used,
            @Nullable String secret) {
        static TokenView of(AccessToken token, @Nullable String secret) {
            var used = token.used();
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(Scope::text).sorted().toList(),
                    token.created().toString(),
                    token.expires().toString(),
                    used == null ? null : used.toString(),
                    secret);
        }
    }

    /// The authenticator's secret, as text and as an address.
    public record Authenticator(String secret, String uri) {}

    /// Proof of who one is: password and a fresh code.
    public record Proof(String password, String code, String address) {}

    public List<SessionView> listSessions(Caller caller) {
        return sessions.list(caller.owner().id(), clock.instant()).stream()
                .map(session -> SessionView.of(session, session.id().equals(caller.session())))
                .toList();
    }

    public void endSession(Caller caller, UUID session) {
        transaction.executeWithoutResult(status -> {
            if (!sessions.end(caller.owner().id(), session)) {
                throw new Problem(Category.NOT_FOUND, "there is no such session", "そのセッションはありません");
            }
            note(caller, "session-ended", Map.of());
        });
    }

    public List<TokenView> listTokens(Caller caller) {
        return tokens.list(caller.owner().id()).stream()
                .map(token -> TokenView.of(token, null))
                .toList();
    }

    public TokenView addToken(Caller caller, String name, Set<Scope> scopes, int days) {
        if (name.isBlank()
                || name.length() > MAX_NAME
                || name.chars().anyMatch(Character::isISOControl)
                || scopes.isEmpty()
                || days < 1
                || days > MAX_DAYS) {
            throw Problem.refused(List.of(new FieldError(
                    "",
                    "a name of 1 to 64 characters, at least one scope, and 1 to " + MAX_DAYS + " days are needed",
                    "名称（1〜64 文字）、1 つ以上の範囲、1〜" + MAX_DAYS + " 日の期間が必要です")));
        }
        var now = clock.instant();
        var expires = now.plus(Duration.ofDays(days));
        var token = new AccessToken(
                UUID.randomUUID(), caller.owner().id(), name.strip(), Set.copyOf(scopes), now, expires, null);
        var secret = Secret.random(AccessTokens.PREFIX);
        transaction.executeWithoutResult(status -> {
            tokens.add(token, secret);
            note(caller, "token-made", tokenDetails(token, expires));
        });
        return TokenView.of(token, secret.text());
    }

    private static Map<String, Object> tokenDetails(AccessToken token, Instant expires) {
        var scopes = token.scopes().stream().map(Scope::text).sorted().toList();
        return Map.of("token", token.name(), "scopes", scopes, "expires", expires.toString());
    }

    public void revokeToken(Caller caller, UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!tokens.revoke(caller.owner().id(), id)) {
                throw new Problem(Category.NOT_FOUND, "there is no such token", "そのトークンはありません");
            }
            note(caller, "token-revoked", Map.of());
        });
    }

    /// Sets a new password and ends every other session.
    public void changePassword(Caller caller, Proof proof, JsonNode request) {
        var password = PersonReader.password(request, caller.getName());
        prove(caller, proof);
        var kept = passwords.keep(password);
        transaction.executeWithoutResult(status -> {
            credentials.setPassword(caller.owner().id(), kept);
            sessions.endOthers(caller.owner().id(), caller.session());
            note(caller, "password-changed", Map.of());
        });
    }

    /// Offers another authenticator; it counts once a code of it has come back.
    public Authenticator offerAuthenticator(Caller caller, Proof proof) {
        prove(caller, proof);
        var secret = Secret.bytes(Totp.SECRET_BYTES);
        credentials.offerSecret(caller.owner().id(), secret);
        return new Authenticator(
                Totp.text(secret), Totp.uri(secret, settings.node().toString(), caller.getName()));
    }

    public void takeAuthenticator(Caller caller, String code) {
        var id = caller.owner().id();
        var credential = credentials.find(id).orElse(null);
        var offered = credential == null ? null : credential.nextSecret();
        var step = offered == null ? OptionalLong.empty() : Totp.match(offered, code, clock.instant());
        if (step.isEmpty()) {
            throw Problem.refused(List.of(new FieldError(
                    "/code", "this is not the code that the new authenticator shows now", "新しい認証アプリが今示すコードと違います")));
        }
        transaction.executeWithoutResult(status -> {
            credentials.takeOfferedSecret(id, step.getAsLong());
            sessions.endOthers(id, caller.session());
            note(caller, "authenticator-changed", Map.of());
        });
    }

    private void prove(Caller caller, Proof proof) {
        var proven = proving.prove(caller.getName(), proof.password(), proof.code(), proof.address());
        if (proven.pause().isPositive()) {
            throw tooMany(proven.pause());
        }
        if (proven.proven().isEmpty()) {
            note(caller, "proof-failed", Map.of("address", proof.address()));
            throw wrongProof();
        }
    }

    static Problem wrongProof() {
        return Problem.refused(List.of(new FieldError(
                "/current",
                "password or code is wrong, or the code was used already: wait for the next one",
                "パスワードかコードが違うか、そのコードは使用済みです。次のコードを待ってください")));
    }

    /// The refusal of a try that comes too early.
    public static Problem tooMany(Duration pause) {
        var seconds = pause.toSeconds() + 1;
        return new Problem(
                Category.TOO_MANY,
                "Too many tries failed. Try again in " + seconds + " s",
                "失敗が続いたため受け付けません。" + seconds + " 秒後に試してください");
    }

    private void note(Caller caller, String event, Map<String, Object> details) {
        audit.record(new AuditEvent(caller.getName(), event, null, null, details));
    }
}
