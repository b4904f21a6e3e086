package org.renkei.release;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.party.PartyRegister;
import org.renkei.records.Draft;
import org.renkei.records.Marking;
import org.renkei.records.OwnRevision;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.records.Revisions;
import org.renkei.records.StoredRecord;
import org.renkei.release.Settlement.Occasion;
import org.renkei.release.Settlement.Subject;
import org.renkei.telemetry.Fact;
import org.renkei.telemetry.Step;
import org.renkei.telemetry.Traces;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes drafts as revisions: records, decisions, ledgers and audit log, each with one statement however many
/// there are. Whoever calls holds the transaction and the writers' lock.
@Component
class Writing {
    private final PartyRegister register;
    private final Records records;
    private final Revisions revisions;
    private final Authoring authoring;
    private final Settlement settlement;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Traces traces;

    Writing(
            PartyRegister register,
            Records records,
            Revisions revisions,
            Authoring authoring,
            Settlement settlement,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events,
            Traces traces) {
        this.register = register;
        this.records = records;
        this.revisions = revisions;
        this.authoring = authoring;
        this.settlement = settlement;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.traces = traces;
    }

    /// One revision that was written.
    private record Revision(OwnRevision own, @Nullable SharedRecord before) {
        Subject subject() {
            return Subject.of(own.content(), before);
        }
    }

    /// @param before the revision that this one follows, or null for a new record
    Written write(Draft draft, @Nullable SharedRecord before, String actor) {
        var verdicts = settlement.verdicts();
        var revision = revision(draft, before);
        var now = clock.instant();
        var settled = write(List.of(revision), verdicts, Occasion.ONE_RECORD, actor, now);
        return new Written(revision.own().content(), settled.getFirst(), verdicts, now);
    }

    /// Writes drafts in their order, and answers what became of each. What a source brought before is left alone.
    Map<Integer, BatchOutcome> writeAll(SortedMap<Integer, Draft> drafts, String actor) {
        var outcomes = new TreeMap<Integer, BatchOutcome>();
        var imports = drafts.values().stream()
                .flatMap(draft -> imports(draft).stream())
                .distinct()
                .toList();
        var news = records.noteImported(imports);
        var sources = imports.stream().map(Records.Import::source).distinct().toList();
        var recalled = new HashMap<Draft.Source, StoredRecord>();
        var newest = new HashMap<Draft.Source, SharedRecord>();
        records.listImported(sources).forEach(record -> {
            var source = Objects.requireNonNull(record.source());
            if (record.recalled()) {
                recalled.put(source, record);
            } else {
                newest.put(source, Objects.requireNonNull(record.content()));
            }
        });
        var written = new ArrayList<Revision>();
        drafts.forEach((place, draft) -> {
            var source = draft.source();
            var gone = source == null ? null : recalled.get(source);
            var before = source == null ? null : newest.get(source);
            var isNews = source == null || news.removeAll(imports(draft));
            if (gone != null) {
                outcomes.put(place, BatchOutcome.of("already-known", gone.id(), gone.revision()));
            } else if (before != null && !isNews) {
                outcomes.put(place, BatchOutcome.of("already-known", before.id(), before.revision()));
            } else {
                var revision = revision(draft, before);
                var content = revision.own().content();
                written.add(revision);
                if (source != null) {
                    newest.put(source, content);
                }
                var outcome = before == null ? "stored" : "revised";
                outcomes.put(place, BatchOutcome.of(outcome, content.id(), content.revision()));
            }
        });
        write(written, settlement.verdicts(), Occasion.MANY_RECORDS, actor, clock.instant());
        return outcomes;
    }

    private static List<Records.Import> imports(Draft draft) {
        var source = draft.source();
        return source == null ? List.of() : List.of(new Records.Import(source, Authoring.digest(draft)));
    }

    private Revision revision(Draft draft, @Nullable SharedRecord before) {
        var content = authoring.write(draft, before);
        var own = OwnRevision.of(content, draft.source(), before == null);
        return new Revision(own, before);
    }

    private List<List<Settled>> write(
            List<Revision> written, Verdicts verdicts, Occasion occasion, String actor, Instant now) {
        if (written.isEmpty()) {
            return List.of();
        }
        try (var step = traces.begin(Step.COMMIT)) {
            step.say(Fact.COUNT, written.size());
            return commit(written, verdicts, occasion, actor, now);
        }
    }

    private List<List<Settled>> decide(List<Subject> subjects, Verdicts verdicts, Occasion occasion, String author) {
        try (var step = traces.begin(Step.DECIDE)) {
            step.say(Fact.COUNT, subjects.size());
            return settlement.settle(subjects, settlement.parties(), verdicts, occasion, author);
        }
    }

    private List<List<Settled>> commit(
            List<Revision> written, Verdicts verdicts, Occasion occasion, String actor, Instant now) {
        revisions.storeOwn(written.stream().map(Revision::own).toList(), now);
        var subjects = written.stream().map(Revision::subject).toList();
        var settled = decide(subjects, verdicts, occasion, actor);
        var log = new ArrayList<AuditEvent>();
        for (var place = 0; place < written.size(); place++) {
            log.add(stored(written.get(place).own(), actor));
            settled.get(place).forEach(one -> log.add(one.event(actor, "release-decided")));
        }
        audit.append(log);
        events.publishEvent(new RecordsChanged(
                written.stream().map(Revision::own).map(Writing::changed).toList()));
        return settled;
    }

    private static RecordChanged changed(OwnRevision revision) {
        return RecordChanged.of(revision.content(), revision.first() ? Change.STORED : Change.REVISED);
    }

    private static AuditEvent stored(OwnRevision revision, String actor) {
        var record = revision.content();
        return new AuditEvent(
                actor,
                revision.first() ? "record-stored" : "record-revised",
                record.id(),
                null,
                Map.of(
                        "revision", record.revision(),
                        "kind", record.kind(),
                        "banner", record.banner().text(),
                        "digest", revision.digest().hex()));
    }

    /// A revision that was just written; its full answer is made only when somebody asks for it.
    final class Written {
        private final SharedRecord record;
        private final List<Settled> settled;
        private final Verdicts verdicts;
        private final Instant at;

        private Written(SharedRecord record, List<Settled> settled, Verdicts verdicts, Instant at) {
            this.record = record;
            this.settled = settled;
            this.verdicts = verdicts;
            this.at = at;
        }

        Stored stored(Locale language) {
            var views = new ArrayList<DecisionView>();
            settled.forEach(one ->
                    views.add(DecisionView.of(one.verdict(), true, language).at(one.position(), at.toString())));
            register.listOthers().stream()
                    .filter(party -> !register.isLinked(party.code()))
                    .map(party -> verdicts.decide(Marking.of(record), party.code()))
                    .forEach(decision -> views.add(DecisionView.of(decision, false, language)));
            return new Stored(record.id(), record.revision(), record.banner().text(), views);
        }
    }
}
