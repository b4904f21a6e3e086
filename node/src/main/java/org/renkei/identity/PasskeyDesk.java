package org.renkei.identity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.passkey.Authenticators;
import org.renkei.identity.passkey.Authenticators.Owner;
import org.renkei.identity.passkey.Challenges;
import org.renkei.identity.passkey.Challenges.Purpose;
import org.renkei.identity.passkey.Passkey;
import org.renkei.identity.passkey.PasskeyCheck;
import org.renkei.identity.passkey.PasskeyRefusal;
import org.renkei.identity.passkey.Passkeys;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Passkeys: signing in by one, and what people do with their own. Nobody takes away their last way in.
@Service
public class PasskeyDesk {
    private static final int MAX_NAME = 64;
    private static final int MAX_PASSKEYS = 20;

    private final PasskeyPlace places;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Authenticators authenticators;
    private final PasskeyCheck check;
    private final People people;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Failures failures;
    private final FreshProof proof;
    private final SignInDesk signIns;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PasskeyDesk(
            PasskeyPlace places,
            Challenges challenges,
            Passkeys passkeys,
            Authenticators authenticators,
            PasskeyCheck check,
            People people,
            Credentials credentials,
            Sessions sessions,
            Failures failures,
            FreshProof proof,
            SignInDesk signIns,
            AuditLog audit,
            NodeSettings settings,
            Clock clock,
            TransactionTemplate transaction) {
        this.places = places;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.authenticators = authenticators;
        this.check = check;
        this.people = people;
        this.credentials = credentials;
        this.sessions = sessions;
        this.failures = failures;
        this.proof = proof;
        this.signIns = signIns;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// A question for whoever signs in, and what ties it to the browser that asked.
    public record Asked(Map<String, Object> options, String ceremony) {}

    /// @param copied whether it lies with others of its owner's devices as well
    public record PasskeyView(
            UUID id, String name, String created, @Nullable String used, List<String> transports, boolean copied) {
        static PasskeyView of(Passkey passkey) {
            var used = passkey.used();
            return new PasskeyView(
                    passkey.id(),
                    passkey.name(),
                    passkey.created().toString(),
                    used == null ? null : used.toString(),
                    passkey.transports(),
                    passkey.copied());
        }
    }

    /// @param password whether the person can also sign in by password
    public record Ways(List<PasskeyView> passkeys, boolean password) {}

    public Asked askToSignIn(Where where) {
        var place = places.get(where.port());
        var ceremony = Secret.random("");
        var challenge = challenges.ask(ceremony.hash(), Purpose.SIGN_IN, null, where.address(), clock.instant());
        return new Asked(authenticators.request(challenge, place, List.of()), ceremony.text());
    }

    public SignIn signIn(String ceremony, JsonNode answer, Where where) {
        var place = places.get(where.port());
        var now = clock.instant();
        var pause = failures.admit(where.address(), now);
        if (pause.isPositive()) {
            return new SignIn.Waits(pause);
        }
        try {
            var passkey = check.check(new Secret(ceremony).hash(), Purpose.SIGN_IN, answer, place, now);
            var person = people.find(passkey.person()).filter(Person::active);
            if (person.isEmpty()) {
                return refuse(passkey.person(), "deactivated", where);
            }
            failures.takeBack(where.address());
            return new SignIn.SignedIn(
                    signIns.begin(person.get(), where.address(), where.agent(), "passkey " + passkey.name()));
        } catch (PasskeyRefusal refusal) {
            return refuse(refusal.person(), refusal.reason(), where);
        }
    }

    private SignIn refuse(@Nullable UUID owner, String reason, Where where) {
        var whose = Optional.ofNullable(owner)
                .flatMap(people::find)
                .map(Person::signInName)
                .orElse("unknown");
        audit.record(new AuditEvent(
                settings.node().toString(),
                "passkey-refused",
                null,
                null,
                Map.of("name", whose, "reason", reason, "address", where.address())));
        return new SignIn.Refused();
    }

    public Ways list(Caller caller) {
        var person = caller.owner().id();
        return new Ways(passkeys.list(person).stream().map(PasskeyView::of).toList(), hasPassword(person));
    }

    public Map<String, Object> askToAdd(Caller caller, Where where) {
        proof.demand(caller);
        var place = places.get(where.port());
        var person = caller.owner();
        var challenge = challenges.ask(bound(caller), Purpose.ADD, person.id(), where.address(), clock.instant());
        return authenticators.creation(
                challenge, place, settings.node().toString(), owner(person), passkeys.list(person.id()));
    }

    public PasskeyView add(Caller caller, JsonNode answer, String name, Where where) {
        proof.demand(caller);
        var place = places.get(where.port());
        var label = name(name);
        var now = clock.instant();
        var person = caller.owner();
        var question = challenges.take(bound(caller), Purpose.ADD, now);
        try {
            var challenge = question.orElseThrow(PasskeyDesk::tooLate);
            var passkey = authenticators.made(answer, challenge.bytes(), place, person.id(), label, now);
            transaction.executeWithoutResult(status -> {
                if (passkeys.list(person.id()).size() >= MAX_PASSKEYS || !passkeys.add(passkey)) {
                    throw new Problem(
                            Category.CONFLICT,
                            "This passkey is registered already, or you have " + MAX_PASSKEYS,
                            "このパスキーは登録済みか、すでに " + MAX_PASSKEYS + " 個あります");
                }
                note(caller, "passkey-added", Map.of("passkey", label, "address", where.address()));
            });
            return PasskeyView.of(passkey);
        } catch (PasskeyRefusal refusal) {
            audit.record(new AuditEvent(
                    caller.getName(),
                    "passkey-refused",
                    null,
                    null,
                    Map.of("name", caller.getName(), "reason", refusal.reason(), "address", where.address())));
            throw notMade();
        }
    }

    public void rename(Caller caller, UUID id, String name) {
        var label = name(name);
        transaction.executeWithoutResult(status -> {
            if (!passkeys.rename(caller.owner().id(), id, label)) {
                throw noSuch();
            }
            note(caller, "passkey-renamed", Map.of("passkey", label));
        });
    }

    /// Ends every other session as well: who removes a passkey has often lost what it was on.
    public void remove(Caller caller, UUID id) {
        proof.demand(caller);
        var person = caller.owner().id();
        transaction.executeWithoutResult(status -> {
            people.lock();
            var own = passkeys.list(person);
            var removed =
                    own.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(PasskeyDesk::noSuch);
            if (own.size() == 1 && !hasPassword(person)) {
                throw new Problem(
                        Category.CONFLICT,
                        "This is your last way in: add another passkey first",
                        "最後のサインイン手段です。先に別のパスキーを加えてください");
            }
            passkeys.remove(removed.id());
            sessions.endOthers(person, caller.session());
            note(caller, "passkey-removed", Map.of("passkey", removed.name()));
        });
    }

    private boolean hasPassword(UUID person) {
        return settings.signIn().passwords() && credentials.find(person).isPresent();
    }

    static Owner owner(Person person) {
        return new Owner(person.id(), person.signInName(), person.nameEn());
    }

    static String name(String name) {
        var label = name.strip();
        if (label.isEmpty() || label.length() > MAX_NAME || label.chars().anyMatch(Character::isISOControl)) {
            throw Problem.refused(List.of(new FieldError(
                    "/name", "a name of 1 to 64 characters, to know it again", "見分けるための名称（1〜64 文字）が必要です")));
        }
        return label;
    }

    static Problem tooLate() {
        return new Problem(
                Category.CONFLICT,
                "This took longer than 5 minutes, or was answered already: begin again",
                "5 分を過ぎたか、すでに回答済みです。はじめからやり直してください");
    }

    static Problem notMade() {
        return new Problem(
                Category.UNPROCESSABLE,
                "This passkey was not accepted. It has to verify you, by PIN, finger or face, and be made on this page",
                "このパスキーは受け付けられませんでした。PIN・指紋・顔などで本人を確かめるもので、この画面で作る必要があります");
    }

    private static Problem noSuch() {
        return new Problem(Category.NOT_FOUND, "there is no such passkey", "そのパスキーはありません");
    }

    private static byte[] bound(Caller caller) {
        return new Secret(caller.session().toString()).hash();
    }

    private void note(Caller caller, String event, Map<String, Object> details) {
        audit.append(List.of(new AuditEvent(caller.getName(), event, null, null, details)));
    }
}
