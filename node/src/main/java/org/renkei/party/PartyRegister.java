package org.renkei.party;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.Rulebook;
import org.renkei.kernel.release.SecurityPolicy;
import org.renkei.keys.Partners;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Everything this node knows about parties: names, policies, agreements, and what each may be sent.
///
/// [#rulebook] is read from the database within the caller's transaction every time, so no decision outlives a change.
@Service
public class PartyRegister {
    private final Agreements agreements;
    private final AuditLog audit;
    private final Clock clock;
    private final NodeSettings settings;
    private final ApplicationEventPublisher events;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final List<PolicyWords> policies;
    private final Map<String, Recipient> recipients = new LinkedHashMap<>();
    private final Set<String> linked;

    PartyRegister(
            Agreements agreements,
            AuditLog audit,
            Clock clock,
            NodeSettings settings,
            Partners partners,
            ApplicationEventPublisher events) {
        this.agreements = agreements;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
        this.policies = RegisterFiles.policies();
        RegisterFiles.parties().forEach(party -> parties.put(party.code(), party));
        this.linked = partners.list().stream().map(Partners.Partner::key).collect(Collectors.toSet());
        partners.list().forEach(partner -> {
            var said = partner.settings();
            var card = partner.card();
            parties.putIfAbsent(partner.key(), new Party(partner.key(), card.nameEn(), card.nameJa(), false));
            recipients.put(
                    partner.key(),
                    new Recipient(
                            partner.key(),
                            Classification.parse(said.clearance()),
                            Set.copyOf(said.caveats()),
                            Set.copyOf(said.purposes())));
        });
    }

    /// Takes agreements of the register that are not in the database yet; what is there is left alone.
    @Transactional
    public void load() {
        var known = agreements.list().stream().map(Agreement::id).collect(Collectors.toSet());
        var fresh = RegisterFiles.agreements(settings.agreements()).stream()
                .filter(agreement -> !known.contains(agreement.id()))
                .toList();
        fresh.forEach(agreement -> agreements.insert(agreement, clock.instant(), "register"));
        if (!fresh.isEmpty()) {
            audit.append(List.of(new AuditEvent(
                    settings.node().toString(), "agreements-loaded", null, null, Map.of("count", fresh.size()))));
        }
    }

    /// All parties, this node's own first, then linked partners, then sites, then the rest by code.
    public List<Party> listParties() {
        return parties.values().stream()
                .sorted((one, other) -> {
                    var byRank = Integer.compare(rank(one.code()), rank(other.code()));
                    return byRank != 0 ? byRank : one.code().compareTo(other.code());
                })
                .toList();
    }

    /// Every party but this node's own.
    public List<Party> listOthers() {
        return listParties().stream().filter(party -> !isSelf(party.code())).toList();
    }

    private int rank(String code) {
        return isSelf(code) ? 0 : linked.contains(code) ? code.contains("/") ? 2 : 1 : 3;
    }

    public boolean isSelf(String code) {
        return settings.node().party().equals(code);
    }

    public boolean isLinked(String code) {
        return linked.contains(code);
    }

    public List<PolicyWords> listPolicies() {
        return policies;
    }

    public List<Agreement> listAgreements() {
        return agreements.list();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// The last day that has begun anywhere: what somebody dates today is not later.
    public LocalDate latestDay() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    }

    /// What a party may be sent; nothing is set for a party without a link, so nothing classified goes there.
    public Recipient recipient(String code) {
        return recipients.getOrDefault(code, new Recipient(code, Classification.UNCLASSIFIED, Set.of(), allPurposes()));
    }

    /// The facts of this moment, for decisions.
    public Rulebook rulebook() {
        return new Rulebook(
                settings.node().party(),
                policies.stream()
                        .map(policy ->
                                new SecurityPolicy(policy.id(), codes(policy.caveats()), codes(policy.purposes())))
                        .toList(),
                parties.values().stream()
                        .filter(party -> !party.isSite())
                        .map(Party::code)
                        .toList(),
                List.of(),
                agreements.list());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Agreement suspend(String id, LocalDate from, String reason, String actor) {
        return change(id, "agreement-suspended", reason, actor, agreement -> {
            requireState(agreement, from, AgreementState.SUSPENDED, AgreementState.ENDED);
            return agreement.suspended(from, reason);
        });
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Agreement resume(String id, LocalDate from, String reason, String actor) {
        return change(id, "agreement-resumed", reason, actor, agreement -> {
            if (agreement.suspensions().stream().noneMatch(suspension -> suspension.isOpen())) {
                throw new Problem(Category.CONFLICT, id + " is not suspended", id + " は停止されていません");
            }
            return agreement.resumed(from);
        });
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Agreement end(String id, LocalDate from, String reason, String actor) {
        return change(id, "agreement-ended", reason, actor, agreement -> {
            requireState(agreement, from, AgreementState.ENDED);
            return agreement.ended(from, reason);
        });
    }

    public Agreement getAgreement(String id) {
        return findAgreement(id)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "no agreement '" + id + "' in this register", "協定 " + id + " は登録されていません"));
    }

    /// Whether an agreement is a matter of the caller's: people of another nation see those of their own.
    public boolean concerns(Agreement agreement, Caller caller) {
        var person = caller.person();
        return person == null || isSelf(person.nation()) || agreement.parties().contains(person.nation());
    }

    private Optional<Agreement> findAgreement(String id) {
        return agreements.list().stream()
                .filter(agreement -> agreement.id().equals(id))
                .findFirst();
    }

    private Agreement change(String id, String event, String reason, String actor, UnaryOperator<Agreement> change) {
        var changed = change.apply(getAgreement(id));
        agreements.insert(changed, clock.instant(), actor);
        audit.append(List.of(new AuditEvent(
                actor, event, null, null, Map.of("agreement", id, "version", changed.version(), "reason", reason))));
        events.publishEvent(new AgreementChanged(id));
        return changed;
    }

    private static void requireState(Agreement agreement, LocalDate day, AgreementState... forbidden) {
        var state = agreement.stateOn(day);
        if (List.of(forbidden).contains(state)) {
            throw new Problem(
                    Category.CONFLICT,
                    agreement.id() + " is already " + state.code() + " on " + day,
                    agreement.id() + " は " + day + " に既に " + state.code() + " です");
        }
    }

    private Set<String> allPurposes() {
        var all = new HashSet<String>();
        policies.forEach(policy -> all.addAll(codes(policy.purposes())));
        return all;
    }

    private static Set<String> codes(List<PolicyWords.Word> words) {
        return words.stream().map(PolicyWords.Word::code).collect(Collectors.toSet());
    }
}
