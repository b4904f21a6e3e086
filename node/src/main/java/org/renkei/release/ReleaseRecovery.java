package org.renkei.release;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Settling;
import org.renkei.ledger.Ledgers;
import org.renkei.records.OwnRevision;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.records.Revisions;
import org.renkei.records.StoredRecord;
import org.renkei.release.Holdings.Holding;
import org.renkei.release.Holdings.Key;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Brings back what this node once released and no longer has, because it was restored from an older state: a
/// partner kept it. One transaction over ledger, records, decisions and audit log.
///
/// A record that is not known here any more comes back as the partner holds it, because there is no other form. Of a
/// record that is known in an older revision the newer one comes back where the forms of all partners together are all
/// of it ([LostRevision]); else it is named, and a person decides.
/// What was written here since stays, behind what came back; and what this node now withholds is recalled.
@Component
public class ReleaseRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseRecovery.class);

    private final Decisions decisions;
    private final Holdings holdings;
    private final Ledgers ledgers;
    private final Records records;
    private final Revisions revisions;
    private final LostRevisions lostRevisions;
    private final HybridClock hybrid;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final String self;

    ReleaseRecovery(
            Decisions decisions,
            Holdings holdings,
            Ledgers ledgers,
            Records records,
            Revisions revisions,
            LostRevisions lostRevisions,
            HybridClock hybrid,
            AuditLog audit,
            Clock clock,
            JsonMapper json,
            ApplicationEventPublisher events,
            NodeSettings settings) {
        this.decisions = decisions;
        this.holdings = holdings;
        this.ledgers = ledgers;
        this.records = records;
        this.revisions = revisions;
        this.lostRevisions = lostRevisions;
        this.hybrid = hybrid;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.events = events;
        this.self = settings.node().toString();
    }

    /// Takes what a partner gave back, verified, as the end of its ledger.
    @Transactional
    public void adopt(String party, LinkEffect.Adopt adopt) {
        decisions.lock();
        var before = adopt.size() - adopt.entries().size();
        var unsent = ledgers.takeUnsent(party, before);
        var ids = recordsIn(adopt.entries(), unsent);
        var here = records.list(ids).stream().collect(Collectors.toMap(StoredRecord::id, one -> one));
        var holdingsHere = holdings.find(ids);
        var ledger = RecoveredLedger.of(party, standings(party, ids), adopt.entries(), unsent);
        holdingsHere.forEach((key, holding) -> {
            if (key.party().equals(party) && !leaves(holding) && ledger.holds(key.record())) {
                ledger.recall(key.record(), Precedence.ROUTINE);
            }
        });
        ledgers.restore(
                party, ledger.recovered(), adopt.root(), ledger.following().size());
        if (!ledger.following().isEmpty()) {
            ledgers.appendAll(party, ledger.following());
        }
        decisions.move(party, ledger.moved());
        putHoldings(ledger, holdingsHere);
        var lost = ledger.recoveredForms().values().stream()
                .filter(form ->
                        !here.containsKey(form.id()) && form.origin().toString().equals(self))
                .toList();
        bringBack(lost, ledger);
        var parties = holdingsHere.keySet().stream().map(Key::party).collect(Collectors.toCollection(TreeSet::new));
        parties.add(party);
        var outcomes = lostRevisions.bringBack(party, here.values(), parties);
        var log = new ArrayList<>(events(ledger, here, outcomes));
        log.add(new AuditEvent(
                self,
                "ledger-recovered",
                null,
                party,
                Map.of(
                        "from", before + 1,
                        "to", adopt.size(),
                        "records", lost.size(),
                        "moved", ledger.following().size())));
        audit.append(log);
        LOG.warn(
                "this node was older than what it has released to {}: entries {} to {} came back, {} records with them",
                party,
                before + 1,
                adopt.size(),
                lost.size());
    }

    private static Set<UUID> recordsIn(List<LinkEffect.Received> received, List<Ledgers.Unsent> unsent) {
        return Stream.concat(
                        received.stream().map(LinkEffect.Received::entry).flatMap(Stream::ofNullable),
                        unsent.stream().map(Ledgers.Unsent::entry))
                .map(LedgerEntry::record)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// How the party stands by the entries that this node still has.
    private Map<UUID, RecoveredLedger.Standing> standings(String party, Collection<UUID> ids) {
        var standings = new HashMap<UUID, RecoveredLedger.Standing>();
        ledgers.newest(party, ids).forEach((id, newest) -> {
            var release = newest.release();
            var form =
                    release == null || release.position() < newest.position() ? null : Settling.digest(release.form());
            var revision = release == null ? 0 : release.form().revision();
            standings.put(id, new RecoveredLedger.Standing(new Settling.Held(revision, form), newest.position()));
        });
        return standings;
    }

    private static boolean leaves(Holding holding) {
        return "released".equals(holding.outcome()) || "redacted".equals(holding.outcome());
    }

    private void putHoldings(RecoveredLedger ledger, Map<Key, Holding> before) {
        var changed = new HashMap<Key, Holding>();
        ledger.standings().forEach((id, standing) -> {
            var key = new Key(id, ledger.party());
            var old = before.get(key);
            if (old != null) {
                changed.put(key, new Holding(standing.held(), standing.position(), old.outcome(), old.cuts()));
            } else if (ledger.holds(id)) {
                changed.put(key, new Holding(standing.held(), standing.position(), "released", ""));
            }
        });
        holdings.put(Map.of(), changed);
    }

    private void bringBack(List<SharedRecord> lost, RecoveredLedger ledger) {
        if (lost.isEmpty()) {
            return;
        }
        var now = clock.instant();
        revisions.storeOwn(
                lost.stream().map(form -> OwnRevision.of(form, null, true)).toList(), now);
        lost.forEach(form -> hybrid.observe(form.time(), HybridTime.micros(now), HybridClock.MAX_STEP));
        var verdict = verdict(ledger.party());
        decisions.insert(
                lost.stream().map(form -> settled(form, ledger, verdict)).toList(), now);
        events.publishEvent(new RecordsChanged(
                lost.stream().map(form -> RecordChanged.of(form, Change.STORED)).toList()));
    }

    private static Settled settled(SharedRecord form, RecoveredLedger ledger, Verdict verdict) {
        var settled =
                new Settled(form.id(), form.revision(), verdict, Settling.Effect.RELEASED, ledger.holds(form.id()));
        var standing = ledger.standings().get(form.id());
        settled.at(standing == null ? 0 : standing.position());
        return settled;
    }

    private Verdict verdict(String party) {
        var line = new Explanation.Line(
                "recovered",
                true,
                null,
                null,
                "released before this node was restored from an older state; " + party + " gave it back",
                "このノードが古い状態から復元される前に開示されたものです（" + party + " から回復）",
                null,
                null);
        var decision = new Decision.Released(party, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), List.of());
        return Verdict.of(decision, new Explanation(List.of(line)), json);
    }

    private List<AuditEvent> events(
            RecoveredLedger ledger, Map<UUID, StoredRecord> here, Map<UUID, LostRevision.Outcome> outcomes) {
        var log = new ArrayList<AuditEvent>();
        ledger.recoveredForms().forEach((id, form) -> {
            if (!here.containsKey(id)) {
                log.add(event(ledger, id, "came-back", Map.of("redacted", form.redacted())));
            }
        });
        outcomes.forEach((id, outcome) -> told(outcome, ledger, id).ifPresent(log::add));
        var gone = new HashSet<>(ledger.recoveredRecalls());
        gone.removeIf(id -> !here.containsKey(id) || here.get(id).recalled() || ledger.holds(id));
        gone.forEach(id -> log.add(event(ledger, id, "taken-back", Map.of())));
        return log;
    }

    private Optional<AuditEvent> told(LostRevision.Outcome outcome, RecoveredLedger ledger, UUID id) {
        return switch (outcome) {
            case LostRevision.Outcome.Known() -> Optional.empty();
            case LostRevision.Outcome.Whole(var revision) ->
                Optional.of(event(ledger, id, "revision-came-back", Map.of("revision", revision.revision())));
            case LostRevision.Outcome.Redacted(var missing) ->
                Optional.of(event(
                        ledger,
                        id,
                        "newer-in-part",
                        Map.of("missing", missing.stream().map(Object::toString).toList())));
            case LostRevision.Outcome.Older(var parties) ->
                Optional.of(event(ledger, id, "older-elsewhere", Map.of("older", parties)));
            case LostRevision.Outcome.Waiting(var parties) ->
                Optional.of(event(ledger, id, "newer-waits", Map.of("older", parties)));
            case LostRevision.Outcome.Unlike() -> Optional.of(event(ledger, id, "newer-unlike", Map.of()));
        };
    }

    /// @param what as the texts `audit.recovered.…` name it
    private AuditEvent event(RecoveredLedger ledger, UUID record, String what, Map<String, Object> more) {
        var details = new TreeMap<String, Object>(more);
        details.put("partner", ledger.party());
        details.put("what", what);
        return new AuditEvent(self, "record-recovered", record, ledger.party(), details);
    }
}
