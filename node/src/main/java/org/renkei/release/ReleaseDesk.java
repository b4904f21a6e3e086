package org.renkei.release;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Rulebook;
import org.renkei.ledger.Ledgers;
import org.renkei.party.Party;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.Bodies;
import org.renkei.records.Draft;
import org.renkei.records.DraftReader;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The door of the release module: write, revise and recall records of this node, see who gets what and why.
///
/// Each verb is one transaction over record, decisions, ledgers and audit log. If any of them fails, all are undone and
/// the caller gets a refusal; nothing has left.
@Service
public class ReleaseDesk {
    private final PartyRegister register;
    private final Records records;
    private final DraftReader drafts;
    private final Authoring authoring;
    private final Settlement settlement;
    private final Decisions decisions;
    private final Ledgers ledgers;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReleaseDesk(
            PartyRegister register,
            Records records,
            DraftReader drafts,
            Authoring authoring,
            Settlement settlement,
            Decisions decisions,
            Ledgers ledgers,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.register = register;
        this.records = records;
        this.drafts = drafts;
        this.authoring = authoring;
        this.settlement = settlement;
        this.decisions = decisions;
        this.ledgers = ledgers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /// Stores a new record. A draft with a source that is known already becomes a revision of that record.
    @Transactional
    public Stored create(JsonNode json, String actor, Locale language) {
        var draft = drafts.read(json);
        decisions.lock();
        var source = draft.source();
        var before = imported(source).orElse(null);
        if (before != null && before.recalled()) {
            throw recalled();
        }
        if (source != null) {
            records.noteImported(source, Authoring.digest(draft));
        }
        return write(draft, before, register.rulebook(), actor, language).stored();
    }

    /// Stores a new revision of a record of this node.
    @Transactional
    public Stored revise(UUID id, JsonNode json, String actor, Locale language) {
        decisions.lock();
        var before = own(id);
        var draft = drafts.read(json);
        var expected = draft.revises();
        if (expected != null && expected != before.revision()) {
            throw new Problem(
                    Category.CONFLICT,
                    "revision " + before.revision() + " came in between: read it, then send again",
                    "その間に第 " + before.revision() + " 版が書かれました。読み直して再送してください");
        }
        return write(draft, before, register.rulebook(), actor, language).stored();
    }

    /// Stores many drafts at once; one that is refused does not stop the others.
    @Transactional
    public List<BatchOutcome> createAll(List<JsonNode> batch, String actor, Locale language) {
        decisions.lock();
        var rulebook = register.rulebook();
        var outcomes = new ArrayList<BatchOutcome>();
        for (var json : batch) {
            try {
                outcomes.add(createOrRevise(drafts.read(json), rulebook, actor, language));
            } catch (Problem problem) {
                outcomes.add(BatchOutcome.refused(problem, language));
            }
        }
        return outcomes;
    }

    private BatchOutcome createOrRevise(Draft draft, Rulebook rulebook, String actor, Locale language) {
        var source = draft.source();
        var before = imported(source).orElse(null);
        var isNews = source == null || records.noteImported(source, Authoring.digest(draft));
        if (before != null && (!isNews || before.recalled())) {
            return BatchOutcome.of("already-known", before.id(), before.revision());
        }
        var written = write(draft, before, rulebook, actor, language);
        return BatchOutcome.of(
                before == null ? "stored" : "revised",
                written.record().id(),
                written.record().revision());
    }

    private Optional<StoredRecord> imported(Draft.@Nullable Source source) {
        return source == null ? Optional.empty() : records.findImported(source).flatMap(records::findForUpdate);
    }

    /// Takes a record of this node back from every party that holds it.
    @Transactional
    public List<String> recall(UUID id, String reason, String actor) {
        decisions.lock();
        var record = own(id);
        var from = settlement.recall(id);
        var now = clock.instant();
        records.recallOwn(id, reason, now);
        audit.append(List.of(new AuditEvent(
                actor,
                "record-recalled",
                id,
                null,
                Map.of("revision", record.revision(), "reason", reason, "from", from))));
        events.publishEvent(new RecordChanged(id, record.revision(), record.origin(), record.kind(), Change.RECALLED));
        return from;
    }

    /// What would be decided for a draft, with exactly the body that each linked party would receive. Nothing is kept.
    @Transactional(readOnly = true)
    public Preview preview(JsonNode json, Locale language) {
        var record = authoring.provisional(drafts.read(json));
        var rulebook = register.rulebook();
        var views = new ArrayList<DecisionView>();
        for (var party : others()) {
            var decision = settlement.decide(record, rulebook, party.code());
            var view = DecisionView.of(decision, register.isLinked(party.code()), language);
            var form = register.isLinked(party.code())
                    ? settlement
                            .form(record, decision, 1)
                            .map(SharedRecord::body)
                            .map(Bodies::toJson)
                    : Optional.<JsonNode>empty();
            views.add(view.withForm(form.orElse(null)));
        }
        return new Preview(record.banner().text(), views);
    }

    /// The banner of a draft and every party's decision.
    public record Preview(String banner, List<DecisionView> decisions) {}

    /// Who gets what of a record and why. Of a partner's record only the fact that it came to us.
    @Transactional(readOnly = true)
    public Stored release(UUID id, Locale language) {
        var stored = find(id);
        var content = stored.content();
        if (!stored.own() || content == null) {
            var banner = content == null ? "UNCLASSIFIED" : content.banner().text();
            return new Stored(id, stored.revision(), banner, List.of());
        }
        var views = new ArrayList<DecisionView>();
        for (var kept : decisions.latest(id)) {
            var state = ledgers.state(kept.party());
            var position = kept.position();
            var confirmed = position != null && position <= state.acknowledged();
            var at = state.acknowledgedAt();
            views.add(DecisionView.of(kept, confirmed, at == null ? null : at.toString(), language));
        }
        var rulebook = register.rulebook();
        others().stream()
                .filter(party -> !register.isLinked(party.code()))
                .map(party -> settlement.decide(content, rulebook, party.code()))
                .forEach(decision -> views.add(DecisionView.of(decision, false, language)));
        return new Stored(id, stored.revision(), content.banner().text(), views);
    }

    private Written write(
            Draft draft, @Nullable StoredRecord before, Rulebook rulebook, String actor, Locale language) {
        var record = authoring.write(draft, before);
        var now = clock.instant();
        records.store(record, true, draft.source(), now);
        var settled = settlement.settle(record, rulebook, Authoring.hasSameLabels(record, before), actor);
        var log = new ArrayList<AuditEvent>();
        log.add(new AuditEvent(
                actor,
                before == null ? "record-stored" : "record-revised",
                record.id(),
                null,
                Map.of(
                        "revision", record.revision(),
                        "kind", record.kind(),
                        "banner", record.banner().text(),
                        "digest", RecordCodec.digest(record).hex())));
        settled.forEach(one -> log.add(one.event()));
        audit.append(log);
        events.publishEvent(new RecordChanged(
                record.id(),
                record.revision(),
                record.origin().toString(),
                record.kind(),
                before == null ? Change.STORED : Change.REVISED));
        return new Written(record, settled, rulebook, now, language);
    }

    /// A revision that was just written; its full answer is made only when somebody asks for it.
    private final class Written {
        private final SharedRecord record;
        private final List<Settlement.Settled> settled;
        private final Rulebook rulebook;
        private final Instant at;
        private final Locale language;

        Written(SharedRecord record, List<Settlement.Settled> settled, Rulebook rulebook, Instant at, Locale language) {
            this.record = record;
            this.settled = settled;
            this.rulebook = rulebook;
            this.at = at;
            this.language = language;
        }

        SharedRecord record() {
            return record;
        }

        Stored stored() {
            var views = new ArrayList<DecisionView>();
            settled.forEach(one ->
                    views.add(DecisionView.of(one.decision(), true, language).at(one.position(), at.toString())));
            others().stream()
                    .filter(party -> !register.isLinked(party.code()))
                    .map(party -> settlement.decide(record, rulebook, party.code()))
                    .forEach(decision -> views.add(DecisionView.of(decision, false, language)));
            return new Stored(record.id(), record.revision(), record.banner().text(), views);
        }
    }

    private List<Party> others() {
        return register.listParties().stream()
                .filter(party -> !register.isSelf(party.code()))
                .toList();
    }

    private StoredRecord own(UUID id) {
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

    private StoredRecord find(UUID id) {
        return records.find(id).orElseThrow(ReleaseDesk::notHere);
    }

    private static Problem recalled() {
        return new Problem(Category.CONFLICT, "this record was recalled", "この記録は撤回済みです");
    }

    static Problem notHere() {
        return new Problem(Category.NOT_FOUND, "no record of that id is held here", "その ID の記録はここにありません");
    }
}
