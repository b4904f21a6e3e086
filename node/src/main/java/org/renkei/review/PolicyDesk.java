package org.renkei.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.party.Party;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.release.Resettling;
import org.renkei.review.Policies.State;
import org.renkei.review.Policies.Version;
import org.renkei.review.ReviewViews.Effect;
import org.renkei.review.ReviewViews.PolicyVersion;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Changes the release policy: one officer proposes, another confirms, and it holds from its day on.
@Service
public class PolicyDesk {
    private final Policies policies;
    private final PolicyEffects effects;
    private final PartyRegister register;
    private final Resettling resettling;
    private final Sights sights;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PolicyDesk(
            Policies policies,
            PolicyEffects effects,
            PartyRegister register,
            Resettling resettling,
            Sights sights,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.policies = policies;
        this.effects = effects;
        this.register = register;
        this.resettling = resettling;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public ReviewViews.Policies get() {
        var all = policies.list();
        var current = policies.inForce(register.today());
        var inForce = all.stream()
                .filter(one -> one.policy().version() == current.version())
                .findFirst()
                .map(PolicyDesk::view)
                .orElseGet(() -> none(current));
        return new ReviewViews.Policies(
                inForce,
                all.stream()
                        .filter(one -> one.state() == State.PROPOSED)
                        .findFirst()
                        .map(PolicyDesk::view)
                        .orElse(null),
                all.stream().map(PolicyDesk::view).toList(),
                PolicyYaml.write(current));
    }

    /// What somebody wrote as YAML, as the form has it. Nothing is kept, and it may begin on a day that is over: the
    /// form asks for another.
    public ReviewViews.ReadPolicy read(String yaml) {
        var policy = PolicyDraft.of(PolicyYaml.read(yaml, parties()));
        return new ReviewViews.ReadPolicy(policy.from(), policy.many(), policy.manyHours(), policy.rules());
    }

    /// Which records would change for whom.
    @Transactional(readOnly = true)
    public Effect check(JsonNode draft, Caller caller) {
        return effects.of(read(draft, 0), policies.inForce(register.today()), sights.of(caller));
    }

    public ReviewViews.Policies propose(JsonNode draft, String reason, String officer) {
        transaction.executeWithoutResult(status -> {
            resettling.lock();
            var policy = read(draft, policies.nextVersion());
            if (policies.list().stream().anyMatch(one -> one.state() == State.PROPOSED)) {
                throw new Problem(
                        Category.CONFLICT,
                        "another policy is proposed: confirm or reject that one first",
                        "提案中の方針があります。先に承認または却下してください");
            }
            policies.propose(policy, reason, officer, clock.instant());
            audit.append(List.of(event(officer, "release-policy-proposed", policy, reason)));
        });
        return get();
    }

    public ReviewViews.Policies confirm(int version, String officer) {
        transaction.executeWithoutResult(status -> {
            resettling.lock();
            var proposed = proposed(version);
            if (proposed.proposedBy().equals(officer)) {
                throw new Problem(
                        Category.CONFLICT,
                        "another officer than who proposed it confirms a policy",
                        "方針は、提案者以外の担当官が承認します");
            }
            policies.decide(version, State.CONFIRMED, officer, null, clock.instant());
            audit.append(List.of(event(officer, "release-policy-confirmed", proposed.policy(), null)));
            resettling.factsChanged("release-policy", officer);
        });
        resettling.work();
        return get();
    }

    public ReviewViews.Policies reject(int version, String reason, String officer) {
        transaction.executeWithoutResult(status -> {
            var proposed = proposed(version);
            policies.decide(version, State.REJECTED, officer, reason, clock.instant());
            audit.append(List.of(event(officer, "release-policy-rejected", proposed.policy(), reason)));
        });
        return get();
    }

    private Version proposed(int version) {
        var found = policies.find(version)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "there is no policy " + version, "第 " + version + " 版の方針はありません"));
        if (found.state() != State.PROPOSED) {
            throw new Problem(
                    Category.CONFLICT,
                    "policy " + version + " is " + found.state().code() + " already",
                    "第 " + version + " 版の方針は処理済みです");
        }
        return found;
    }

    private ReleasePolicy read(JsonNode draft, int version) {
        return new PolicyReader(parties(), register.today()).read(draft, version);
    }

    private Set<String> parties() {
        return register.listOthers().stream().map(Party::code).collect(Collectors.toSet());
    }

    private static AuditEvent event(String officer, String name, ReleasePolicy policy, @Nullable String reason) {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "version", policy.version(),
                "from", policy.from().toString(),
                "many", policy.many(),
                "manyHours", policy.manyHours(),
                "rules",
                        policy.rules().stream()
                                .map(PolicyDraft.Rule::of)
                                .map(Object::toString)
                                .toList()));
        if (reason != null) {
            details.put("reason", reason);
        }
        return new AuditEvent(officer, name, null, null, details);
    }

    private static PolicyVersion none(ReleasePolicy none) {
        return new PolicyVersion(
                none.version(),
                none.from(),
                none.many(),
                none.manyHours(),
                List.of(),
                State.CONFIRMED.code(),
                null,
                null,
                null,
                null,
                null);
    }

    private static PolicyVersion view(Version version) {
        var draft = PolicyDraft.of(version.policy());
        return new PolicyVersion(
                version.policy().version(),
                draft.from(),
                draft.many(),
                draft.manyHours(),
                draft.rules(),
                version.state().code(),
                version.reason(),
                version.proposedBy(),
                version.proposedAt(),
                version.decidedBy(),
                version.decidedAt());
    }
}
