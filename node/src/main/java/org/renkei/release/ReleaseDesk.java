package org.renkei.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.Bodies;
import org.renkei.records.Draft;
import org.renkei.records.DraftReader;
import org.renkei.records.Marking;
import org.renkei.records.RecordChanged;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.records.StoredRecord;
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
    private final DraftReader drafts;
    private final Authoring authoring;
    private final Writing writing;
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
            Writing writing,
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
        this.writing = writing;
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
        if (source == null) {
            return writing.write(draft, null, actor).stored(language);
        }
        var before = records.listImported(List.of(source)).stream().findFirst().orElse(null);
        if (before != null && before.recalled()) {
            throw recalled();
        }
        records.noteImported(List.of(new Records.Import(source, Authoring.digest(draft))));
        return writing.write(draft, before == null ? null : before.content(), actor)
                .stored(language);
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
        return writing.write(draft, before.content(), actor).stored(language);
    }

    /// Stores many drafts at once; one that is refused does not stop the others.
    @Transactional
    public List<BatchOutcome> createAll(List<JsonNode> batch, String actor, Locale language) {
        var outcomes = new ArrayList<@Nullable BatchOutcome>();
        var read = new TreeMap<Integer, Draft>();
        for (var json : batch) {
            try {
                read.put(outcomes.size(), drafts.read(json));
                outcomes.add(null);
            } catch (Problem problem) {
                outcomes.add(BatchOutcome.refused(problem, language));
            }
        }
        decisions.lock();
        writing.writeAll(read, actor).forEach(outcomes::set);
        return outcomes.stream().map(Objects::requireNonNull).toList();
    }

    /// Takes a record of this node back from every party that holds it.
    @Transactional
    public List<String> recall(UUID id, String reason, String actor) {
        decisions.lock();
        var record = own(id);
        var precedence = Objects.requireNonNull(record.content()).precedence();
        var from = settlement.recall(id, precedence);
        var now = clock.instant();
        records.recallOwn(id, reason, now);
        audit.append(List.of(new AuditEvent(
                actor,
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
    public Preview preview(JsonNode json, Locale language) {
        var record = authoring.provisional(drafts.read(json));
        var verdicts = settlement.verdicts();
        var watch = settlement.preview();
        var views = new ArrayList<DecisionView>();
        for (var party : register.listOthers()) {
            var verdict = settlement.preview(record, party.code(), verdicts, watch);
            var decision = verdict.decision();
            var view = DecisionView.of(verdict, register.isLinked(party.code()), language);
            var form = register.isLinked(party.code())
                    ? Settling.form(record, decision, settlement.known(record.references(), party.code())::contains)
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
        var verdicts = settlement.verdicts();
        register.listOthers().stream()
                .filter(party -> !register.isLinked(party.code()))
                .map(party -> verdicts.decide(Marking.of(content), party.code()))
                .forEach(decision -> views.add(DecisionView.of(decision, false, language)));
        return new Stored(id, stored.revision(), content.banner().text(), views);
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
