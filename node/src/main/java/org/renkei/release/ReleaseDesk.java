package org.renkei.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.identity.Role;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.records.Draft;
import org.renkei.records.DraftReader;
import org.renkei.records.Marking;
import org.renkei.records.RecordChanged;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.records.StoredRecord;
import org.renkei.records.WritingRights;
import org.renkei.sight.Seen;
import org.renkei.sight.Sights;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The door of the release module: write, revise and recall records of this node, see who gets what and why.
///
/// Each verb is one transaction over record, decisions, ledgers and audit log. If any of them fails, all are undone
/// and the caller gets a refusal; nothing has left.
@Service
public class ReleaseDesk {
    private final PartyRegister register;
    private final Records records;
    private final Sights sights;
    private final DraftReader drafts;
    private final WritingRights rights;
    private final Authoring authoring;
    private final Writing writing;
    private final Settlement settlement;
    private final Decisions decisions;
    private final Ledgers ledgers;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final List<RecallCheck> recallChecks;

    ReleaseDesk(
            PartyRegister register,
            Records records,
            Sights sights,
            DraftReader drafts,
            WritingRights rights,
            Authoring authoring,
            Writing writing,
            Settlement settlement,
            Decisions decisions,
            Ledgers ledgers,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events,
            List<RecallCheck> recallChecks) {
        this.register = register;
        this.records = records;
        this.sights = sights;
        this.drafts = drafts;
        this.rights = rights;
        this.authoring = authoring;
        this.writing = writing;
        this.settlement = settlement;
        this.decisions = decisions;
        this.ledgers = ledgers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.recallChecks = recallChecks;
    }

    /// Stores a new record. A draft with a source that is known already becomes a revision of that record.
    @Transactional
    public Stored create(JsonNode json, Caller caller, Locale language) {
        var draft = drafts.read(json, caller);
        decisions.lock();
        var source = draft.source();
        if (source == null) {
            return writing.write(draft, null, caller.getName()).stored(language);
        }
        if (!closed(List.of(draft), caller).isEmpty()) {
            throw Problem.refused(List.of(anothers()));
        }
        var before = records.listImported(List.of(source)).stream().findFirst().orElse(null);
        if (before != null && before.recalled()) {
            throw recalled();
        }
        records.noteImported(List.of(new Records.Import(source, Authoring.digest(draft))));
        return writing.write(draft, before == null ? null : before.content(), caller.getName())
                .stored(language);
    }

    /// Stores a new revision of a record of this node.
    @Transactional
    public Stored revise(UUID id, JsonNode json, Caller caller, Locale language) {
        var draft = drafts.read(json, caller);
        decisions.lock();
        var before = own(id, caller);
        if (becomesAnother(before, draft)) {
            throw Problem.refused(List.of(new FieldError(
                    "/kind",
                    "a record of the kind " + before.kind() + " stays one in its next revision",
                    before.kind() + " の改訂では種別を変更できません")));
        }
        var against = recallChecks.stream()
                .flatMap(check -> check.againstRevision(id, before.kind()).stream())
                .toList();
        if (!against.isEmpty()) {
            throw Problem.refused(against);
        }
        var expected = draft.revises();
        if (expected != null && expected != before.revision()) {
            throw new Problem(
                    Category.CONFLICT,
                    "revision " + before.revision() + " came in between: read it, then send again",
                    "その間に第 " + before.revision() + " 版が書かれました。読み直して再送してください");
        }
        return writing.write(draft, before.content(), caller.getName()).stored(language);
    }

    /// Stores many drafts at once; one that is refused does not stop the others.
    @Transactional
    public List<BatchOutcome> createAll(List<JsonNode> batch, Caller caller, Locale language) {
        var outcomes = new ArrayList<@Nullable BatchOutcome>();
        var read = new TreeMap<Integer, Draft>();
        for (var json : batch) {
            try {
                read.put(outcomes.size(), drafts.read(json, caller));
                outcomes.add(null);
            } catch (Problem problem) {
                outcomes.add(BatchOutcome.refused(problem, language));
            }
        }
        decisions.lock();
        var closed = closed(read.values(), caller);
        read.entrySet().removeIf(one -> {
            var source = one.getValue().source();
            var refused = source != null && closed.contains(source);
            if (refused) {
                outcomes.set(one.getKey(), BatchOutcome.refused(Problem.refused(List.of(anothers())), language));
            }
            return refused;
        });
        writing.writeAll(read, caller.getName()).forEach(outcomes::set);
        return outcomes.stream().map(Objects::requireNonNull).toList();
    }

    /// Takes a record of this node back from every party that holds it.
    @Transactional
    public List<String> recall(UUID id, String reason, Caller caller) {
        var seen = sights.of(caller).find(id).orElseThrow(ReleaseDesk::notHere);
        rights.requireRecall(seen.record().kind(), caller);
        decisions.lock();
        var record = own(id, caller);
        var against = recallChecks.stream()
                .flatMap(check -> check.against(id, record.kind()).stream())
                .toList();
        if (!against.isEmpty()) {
            throw Problem.refused(against);
        }
        var precedence = Objects.requireNonNull(record.content()).precedence();
        var from = settlement.recall(id, precedence);
        var now = clock.instant();
        records.recallOwn(id, reason, now);
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "record-recalled",
                id,
                null,
                Map.of("revision", record.revision(), "reason", reason, "from", from))));
        events.publishEvent(new RecordsChanged(
                List.of(RecordChanged.recalled(id, record.revision(), record.origin(), record.kind()))));
        return from;
    }

    /// What would be decided for a draft, with exactly the body that each linked party would receive. Nothing is
    /// kept.
    @Transactional(readOnly = true)
    public Preview preview(JsonNode json, Caller caller, Locale language) {
        var record = authoring.provisional(drafts.read(json, caller));
        var verdicts = settlement.verdicts();
        var watch = settlement.preview(caller.getName());
        var views = new ArrayList<DecisionView>();
        for (var party : register.listOthers()) {
            var verdict = settlement.preview(record, party.code(), verdicts, watch);
            var decision = verdict.decision();
            var view = DecisionView.of(verdict, register.isLinked(party.code()), language);
            var form = register.isLinked(party.code())
                    ? settlement.form(record, decision).map(SharedRecord::body).map(Bodies::toJson)
                    : Optional.<JsonNode>empty();
            views.add(view.withForm(form.orElse(null)));
        }
        return new Preview(record.banner().text(), views);
    }

    /// The banner of a draft and every party's decision.
    public record Preview(String banner, List<DecisionView> decisions) {}

    /// Who gets what of a record and why. Of a partner's record only the fact that it came to us.
    @Transactional(readOnly = true)
    public Stored release(UUID id, Caller caller, Locale language) {
        var seen = sights.of(caller).find(id).orElseThrow(ReleaseDesk::notHere);
        var stored = seen.record();
        var content = stored.content();
        if (!stored.own() || !seen.whole() || content == null) {
            var banner = content == null ? "UNCLASSIFIED" : content.banner().text();
            return new Stored(id, stored.revision(), banner, List.of());
        }
        var views =
                new ArrayList<>(views(decisions.latest(List.of(id)), language).getOrDefault(id, List.of()));
        var verdicts = settlement.verdicts();
        register.listOthers().stream()
                .filter(party -> !register.isLinked(party.code()))
                .map(party -> verdicts.decide(Marking.of(content), party.code()))
                .forEach(decision -> views.add(DecisionView.of(decision, false, language)));
        return new Stored(id, stored.revision(), content.banner().text(), views);
    }

    /// Of many records of this node what was decided last for each linked party of these nations; nothing of those
    /// that the caller does not see whole.
    @Transactional(readOnly = true)
    public Map<UUID, List<DecisionView>> releases(
            Collection<UUID> ids, Collection<String> nations, Caller caller, Locale language) {
        return ids.isEmpty()
                ? Map.of()
                : views(decisions.latest(sights.of(caller).whole(ids), nations), language);
    }

    private Map<UUID, List<DecisionView>> views(Map<UUID, List<Decisions.Kept>> decided, Locale language) {
        var states = new HashMap<String, Ledgers.State>();
        var views = new HashMap<UUID, List<DecisionView>>();
        decided.forEach((id, all) -> {
            for (var kept : all) {
                var state = states.computeIfAbsent(kept.party(), ledgers::state);
                var position = kept.position();
                var confirmed = position != null && position <= state.acknowledged();
                var at = state.acknowledgedAt();
                views.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(DecisionView.of(kept, confirmed, at == null ? null : at.toString(), language));
            }
        });
        return views;
    }

    /// Sources of records that the caller does not see whole, and of statements that another kind would take the
    /// place of. Feeds go on with what they brought, which they do not see.
    private Set<Draft.Source> closed(Collection<Draft> drafts, Caller caller) {
        var all = caller.person() == null || caller.hasRole(Set.of(Role.FEED));
        var known =
                drafts.stream().map(Draft::source).flatMap(Stream::ofNullable).toList();
        var sight = sights.of(caller);
        return records.listImported(known).stream()
                .filter(record -> drafts.stream()
                                .anyMatch(draft -> becomesAnother(record, draft)
                                        && Objects.equals(draft.source(), record.source()))
                        || !all && sight.find(record.id()).filter(Seen::whole).isEmpty())
                .map(StoredRecord::source)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    private boolean becomesAnother(StoredRecord before, Draft draft) {
        return rights.isStatement(before.kind()) && !before.kind().equals(draft.kind());
    }

    private static FieldError anothers() {
        return new FieldError("/source", "this source is not yours to write", "この出典に書くことはできません");
    }

    /// An own record that the caller may change: who sees less than the whole would cut away what is not
    /// seen.
    private StoredRecord own(UUID id, Caller caller) {
        var seen = sights.of(caller).find(id).orElseThrow(ReleaseDesk::notHere);
        if (!seen.whole() && seen.record().content() != null) {
            throw new Problem(
                    Category.FORBIDDEN,
                    "you see this record with something left out: somebody who sees the whole has to do this",
                    "この記録は一部を除いて表示されています。全体を見られる人が行ってください");
        }
        var record = records.findForUpdate(id).orElseThrow(ReleaseDesk::notHere);
        if (!record.own()) {
            throw new Problem(
                    Category.FORBIDDEN,
                    "only the origin, " + record.origin() + ", writes this record; answer it with a record of your own",
                    "この記録を書けるのは作成元 " + record.origin() + " だけです。自分の記録で応答してください");
        }
        if (record.recalled()) {
            throw recalled();
        }
        return record;
    }

    private static Problem recalled() {
        return new Problem(Category.CONFLICT, "this record was recalled", "この記録は撤回済みです");
    }

    static Problem notHere() {
        return new Problem(Category.NOT_FOUND, "no record of that id is held here", "その ID の記録はここにありません");
    }
}
