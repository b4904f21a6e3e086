package org.renkei.party;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.PhasePolicy;
import org.renkei.kernel.ledger.Hash;
import org.renkei.party.RegisterView.Change;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// The door by which an administrator says which bodies there are, who sits in them, and what the law
/// allows in each phase, in place of what the node ships and besides. Every version is kept; of the newest
/// all holds at once.
@Service
public class RegisterDesk {
    private final CoordinationRegister register;
    private final Overlays overlays;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RegisterDesk(
            CoordinationRegister register,
            Overlays overlays,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.overlays = overlays;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public RegisterView get() {
        var versions = overlays.list();
        var newest = versions.isEmpty() ? null : versions.getFirst();
        return new RegisterView(
                newest == null ? 0 : newest.version(),
                newest == null ? "" : newest.yaml(),
                CoordinationRegister.text(CoordinationRegister.BODIES)
                        + CoordinationRegister.text(CoordinationRegister.POLICIES),
                versions.stream()
                        .map(one -> new RegisterView.Version(one.version(), one.takenAt(), one.takenBy(), one.yaml()))
                        .toList());
    }

    /// What would change. Nothing is kept.
    ///
    /// @throws Problem naming every mistake with its line
    public RegisterView.Effect check(String yaml) {
        var now = register.data();
        var then = register.with(yaml);
        var changes = new ArrayList<Change>();
        compare(
                "body",
                named(now.listBodies(), Body::code),
                named(then.listBodies(), Body::code),
                changes,
                body -> names(body.nameEn(), body.nameJa()));
        compare("office", now.offices(), then.offices(), changes, office -> names(office.en(), office.ja()));
        compare(
                "policy",
                policies(now),
                policies(then),
                changes,
                rows -> names(rows.getLast().basisEn(), rows.getLast().basisJa()));
        return new RegisterView.Effect(
                then.bodies().size(), then.offices().size(), then.policies().size(), changes);
    }

    /// Takes it into force.
    ///
    /// @param basedOn the version that its writer had before them
    /// @throws Problem naming every mistake, or that somebody else was first
    public RegisterView take(String yaml, int basedOn, String administrator) {
        var then = register.with(yaml);
        transaction.executeWithoutResult(status -> {
            var newest = overlays.newestVersion();
            var overlay = new Overlays.Overlay(newest + 1, yaml, clock.instant(), administrator);
            if (newest != basedOn || !overlays.insert(overlay)) {
                throw new Problem(
                        Category.CONFLICT,
                        "somebody has taken version " + newest + " into force meanwhile: read it first",
                        "その間に第 " + newest + " 版が施行されています。先に内容を確認してください");
            }
            audit.append(List.of(new AuditEvent(
                    administrator,
                    "register-taken",
                    null,
                    null,
                    Map.of(
                            "version",
                            overlay.version(),
                            "bodies",
                            then.bodies().size(),
                            "policies",
                            then.policies().size(),
                            "sha256",
                            Hash.ofContent(yaml.getBytes(UTF_8)).hex()))));
        });
        register.forget();
        return get();
    }

    private static Map<String, List<PhasePolicy>> policies(CoordinationData data) {
        var all = new LinkedHashMap<String, List<PhasePolicy>>();
        data.policies()
                .forEach(one -> all.computeIfAbsent(
                                one.party() + " " + one.phase().code(), key -> new ArrayList<>())
                        .add(one));
        return all;
    }

    private static <T> Map<String, T> named(Collection<T> all, Function<T, String> code) {
        var named = new LinkedHashMap<String, T>();
        all.forEach(one -> named.put(code.apply(one), one));
        return named;
    }

    private static <T> void compare(
            String what,
            Map<String, T> now,
            Map<String, T> then,
            List<Change> changes,
            Function<T, Map<String, String>> name) {
        var codes = new LinkedHashSet<>(then.keySet());
        codes.addAll(now.keySet());
        for (var code : codes) {
            var before = now.get(code);
            var after = then.get(code);
            if (!Objects.equals(before, after)) {
                var change = before == null ? "added" : after == null ? "gone" : "changed";
                var shown = Objects.requireNonNull(after == null ? before : after);
                changes.add(new Change(what, code, change, name.apply(shown)));
            }
        }
    }

    private static Map<String, String> names(String en, String ja) {
        return Map.of("en", en, "ja", ja);
    }
}
