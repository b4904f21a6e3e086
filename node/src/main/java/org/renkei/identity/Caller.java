package org.renkei.identity;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;

/// Who makes a request, and by what right.
///
/// @param person null for the service account of `admin.token`
/// @param roles those that count now
/// @param cleared whether this caller may see records at all: with a clearance that holds, of the node's own
/// nation or as another one's liaison
public record Caller(@Nullable Person person, Set<Role> roles, boolean cleared, Means means) implements Principal {
    /// The service account's name in the audit log; no person can have it.
    public static final String SERVICE = "administrator";

    public Caller {
        roles = Set.copyOf(roles);
    }

    static Caller service() {
        return new Caller(null, Role.OF_THE_SERVICE, true, new ServiceToken());
    }

    /// How the caller came in.
    public sealed interface Means {}

    /// With the token that lies in the node's data folder.
    public record ServiceToken() implements Means {}

    /// Signed in, in a browser.
    public record Signed(UUID session) implements Means {}

    /// With a personal access token.
    public record Token(UUID token, Set<Scope> scopes) implements Means {
        public Token {
            scopes = Set.copyOf(scopes);
        }
    }

    /// A machine, by a client certificate.
    public record Certificate(UUID certificate, Set<Scope> scopes) implements Means {
        public Certificate {
            scopes = Set.copyOf(scopes);
        }
    }

    @Override
    public String getName() {
        return person == null ? SERVICE : person.signInName();
    }

    /// @throws Problem for the service account
    Person owner() {
        if (person == null) {
            throw new Problem(Category.FORBIDDEN, "only a person has an account", "個人のアカウントではありません");
        }
        return person;
    }

    /// The session by which the caller comes; of nobody's where it is by a token or certificate.
    UUID session() {
        return means instanceof Signed(var session) ? session : new UUID(0, 0);
    }

    /// True unless a token or certificate is what the caller brings, and none of the scopes is its.
    public boolean hasScope(Set<Scope> scopes) {
        return switch (means) {
            case ServiceToken service -> true;
            case Signed signed -> true;
            case Token token -> token.scopes().stream().anyMatch(scopes::contains);
            case Certificate certificate -> certificate.scopes().stream().anyMatch(scopes::contains);
        };
    }

    public boolean hasRole(Set<Role> any) {
        return roles.stream().anyMatch(any::contains);
    }
}
