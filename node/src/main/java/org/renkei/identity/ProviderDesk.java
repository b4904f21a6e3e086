package org.renkei.identity;

import java.net.URI;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.passkey.Challenges;
import org.renkei.identity.passkey.Challenges.Purpose;
import org.renkei.identity.provider.ProviderExchange;
import org.renkei.identity.provider.ProviderExchange.Returned;
import org.renkei.identity.provider.ProviderExchange.Said;
import org.renkei.identity.provider.ProviderRefusal;
import org.renkei.kernel.label.Classification;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.NodeSettings.Names;
import org.renkei.settings.NodeSettings.Provider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in by the word of an identity provider. It says who somebody is and, if so configured, with which
/// roles; what somebody is cleared for is said at this node alone.
@Service
public class ProviderDesk {
    public static final String BACK = "/api/v1/session/provider";

    private final @Nullable Provider provider;
    private final @Nullable ProviderExchange exchange;
    private final Map<String, Role> roles = new HashMap<>();
    private final PublicAddress address;
    private final Challenges challenges;
    private final People people;
    private final Sessions sessions;
    private final Failures failures;
    private final SignInDesk signIns;
    private final ProviderLogouts logouts;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProviderDesk(
            PublicAddress address,
            Challenges challenges,
            People people,
            Sessions sessions,
            Failures failures,
            SignInDesk signIns,
            ProviderLogouts logouts,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.provider = settings.signIn().provider();
        this.exchange = provider == null ? null : new ProviderExchange(provider);
        if (provider != null) {
            provider.roles().forEach((group, role) -> roles.put(group, Role.parse(role)));
        }
        this.address = address;
        this.challenges = challenges;
        this.people = people;
        this.sessions = sessions;
        this.failures = failures;
        this.signIns = signIns;
        this.logouts = logouts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param ceremony what ties the question to the browser
    public record Asked(URI location, String ceremony) {}

    /// The provider's name on the sign-in screen, if there is one.
    public Optional<Names> name() {
        return Optional.ofNullable(provider).map(Provider::name);
    }

    public Optional<URI> logout() {
        return Optional.ofNullable(exchange).flatMap(ProviderExchange::logout);
    }

    /// Counts as a failure where the provider does not answer, so that nobody fills the audit log with it.
    public Asked ask(Where where) {
        var pause = failures.admit(where.address(), clock.instant());
        if (pause.isPositive()) {
            throw AccountDesk.tooMany(pause);
        }
        var ceremony = Secret.random("");
        var secret = challenges.ask(ceremony.hash(), Purpose.PROVIDER, null, where.address(), clock.instant());
        try {
            var location = exchange().ask(secret, back(where));
            failures.takeBack(where.address());
            return new Asked(location, ceremony.text());
        } catch (ProviderRefusal refusal) {
            refuse("unknown", refusal.reason(), where);
            throw new Problem(
                    Category.UNAVAILABLE,
                    "The identity provider does not answer as it should. Try again, or use another way to sign in",
                    "認証基盤が正しく応答しません。もう一度試すか、別の方法でサインインしてください");
        }
    }

    public SignIn signIn(String ceremony, Returned returned, Where where) {
        var now = clock.instant();
        var pause = failures.admit(where.address(), now);
        if (pause.isPositive()) {
            return new SignIn.Waits(pause);
        }
        var known = "unknown";
        try {
            var question = challenges
                    .take(new Secret(ceremony).hash(), Purpose.PROVIDER, now)
                    .orElseThrow(() -> new ProviderRefusal("no-question"));
            var said = exchange().take(question.bytes(), back(where), returned);
            var name = said.name().strip().toLowerCase(Locale.ROOT);
            var before = people.findByName(name);
            known = before.map(Person::signInName).orElse("unknown");
            var person = before.isPresent() ? known(before.get(), said) : added(name, said);
            failures.takeBack(where.address());
            return new SignIn.SignedIn(signIns.begin(
                    person,
                    where.address(),
                    where.agent(),
                    "provider",
                    session -> sessions.tie(session, said.subject(), said.session())));
        } catch (ProviderRefusal refusal) {
            refuse(known, refusal.reason(), where);
            return new SignIn.Refused();
        }
    }

    /// Ends here what has ended at the provider.
    ///
    /// @param token with which the provider says so, by itself and not through a browser
    public void signOut(String token, Where where) {
        var now = clock.instant();
        var pause = failures.admit(where.address(), now);
        if (pause.isPositive()) {
            throw AccountDesk.tooMany(pause);
        }
        try {
            var said = exchange().signedOut(token, now);
            var isNew = Boolean.TRUE.equals(transaction.execute(status -> {
                var first = logouts.take(said.id(), now);
                if (first) {
                    noteEnded(sessions.endTied(said.subject(), said.session()));
                }
                return first;
            }));
            if (!isNew) {
                throw new ProviderRefusal("logout-replayed");
            }
            failures.takeBack(where.address());
        } catch (ProviderRefusal refusal) {
            refuse("unknown", refusal.reason(), where);
            throw new Problem(Category.BAD_REQUEST, "This logout token is not taken", "このログアウトトークンは受け付けられません");
        }
    }

    private void noteEnded(List<UUID> persons) {
        var counts = persons.stream().collect(Collectors.groupingBy(person -> person, Collectors.counting()));
        counts.forEach((person, count) -> people.find(person)
                .ifPresent(known -> audit.append(List.of(new AuditEvent(
                        settings.node().toString(),
                        "provider-signed-out",
                        null,
                        null,
                        Map.of("name", known.signInName(), "count", count))))));
    }

    private Person known(Person person, Said said) throws ProviderRefusal {
        if (!person.active()) {
            throw new ProviderRefusal("deactivated");
        }
        if (roles.isEmpty() || person.roles().equals(roles(said))) {
            return person;
        }
        var changed = with(person.id(), person.signInName(), person, roles(said));
        transaction.executeWithoutResult(status -> {
            people.change(changed);
            sessions.endAll(changed.id());
            note("person-changed", changed);
        });
        return changed;
    }

    private Person added(String name, Said said) throws ProviderRefusal {
        if (provider == null
                || !provider.create()
                || !name.matches(PersonReader.NAME)
                || Set.of(Caller.SERVICE, "unknown").contains(name)) {
            throw new ProviderRefusal("unknown-person");
        }
        var person = with(UUID.randomUUID(), name, null, roles(said));
        transaction.executeWithoutResult(status -> {
            if (people.add(person, clock.instant())) {
                note("person-added", person);
            }
        });
        return people.findByName(name).orElseThrow(() -> new ProviderRefusal("unknown-person"));
    }

    private Set<Role> roles(Said said) {
        var mapped = EnumSet.noneOf(Role.class);
        said.groups().stream().filter(roles::containsKey).forEach(group -> mapped.add(role(group)));
        return mapped;
    }

    private Role role(String group) {
        return Optional.ofNullable(roles.get(group)).orElseThrow();
    }

    private Person with(UUID id, String name, @Nullable Person before, Set<Role> given) {
        return before == null
                ? new Person(
                        id,
                        name,
                        name,
                        name,
                        settings.node().party(),
                        "",
                        List.of(),
                        given,
                        new Clearance(Classification.UNCLASSIFIED, List.of(), null),
                        List.of("ja", "en"),
                        true)
                : new Person(
                        id,
                        name,
                        before.nameEn(),
                        before.nameJa(),
                        before.nation(),
                        before.organisation(),
                        before.bodies(),
                        given,
                        before.clearance(),
                        before.languages(),
                        before.active());
    }

    private ProviderExchange exchange() {
        if (exchange == null) {
            throw new Problem(Category.NOT_FOUND, "This node has no identity provider", "このノードには認証基盤が設定されていません");
        }
        return exchange;
    }

    private URI back(Where where) {
        return URI.create(address.url(where.port()) + BACK);
    }

    private void note(String event, Person person) {
        audit.append(
                List.of(new AuditEvent(settings.node().toString(), event, null, null, PeopleDesk.details(person))));
    }

    private void refuse(String whose, String reason, Where where) {
        audit.record(new AuditEvent(
                settings.node().toString(),
                "provider-refused",
                null,
                null,
                Map.of("name", whose, "reason", reason, "address", where.address())));
    }
}
