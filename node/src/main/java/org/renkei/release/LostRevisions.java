package org.renkei.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.ledger.Ledgers;
import org.renkei.records.OwnRevision;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.RecordsChanged;
import org.renkei.records.Revisions;
import org.renkei.records.StoredRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Brings back revisions of own records that were lost here, from what the ledgers say that partners hold. What stands
/// in a ledger was signed by this node.
@Component
class LostRevisions {
    private final Ledgers ledgers;
    private final Revisions revisions;
    private final HybridClock hybrid;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LostRevisions(
            Ledgers ledgers, Revisions revisions, HybridClock hybrid, Clock clock, ApplicationEventPublisher events) {
        this.ledgers = ledgers;
        this.revisions = revisions;
        this.hybrid = hybrid;
        this.clock = clock;
        this.events = events;
    }

    /// In the transaction that put back what a partner kept. What was taken back here stays so.
    ///
    /// @param party who gave it back
    /// @param parties that may hold something of these records
    Map<UUID, LostRevision.Outcome> bringBack(String party, Collection<StoredRecord> here, Set<String> parties) {
        var own = here.stream()
                .filter(one -> one.own() && !one.recalled() && one.content() != null)
                .collect(Collectors.toMap(StoredRecord::id, one -> Objects.requireNonNull(one.content())));
        var forms = forms(own.keySet(), parties);
        var outcomes = new LinkedHashMap<UUID, LostRevision.Outcome>();
        var whole = new ArrayList<SharedRecord>();
        own.forEach((id, content) -> {
            var outcome = said(LostRevision.of(content, forms.getOrDefault(id, Map.of())), party);
            outcomes.put(id, outcome);
            if (outcome instanceof LostRevision.Outcome.Whole(var revision)) {
                whole.add(revision);
            }
        });
        store(whole);
        return outcomes;
    }

    private LostRevision.Outcome said(LostRevision.Outcome outcome, String party) {
        return outcome instanceof LostRevision.Outcome.Older(var older)
                        && older.stream().anyMatch(one -> !one.equals(party) && ledgers.mustMeet(one))
                ? new LostRevision.Outcome.Waiting(older)
                : outcome;
    }

    private Map<UUID, Map<String, SharedRecord>> forms(Set<UUID> records, Set<String> parties) {
        var forms = new HashMap<UUID, Map<String, SharedRecord>>();
        for (var party : parties) {
            ledgers.newest(party, records).forEach((id, newest) -> {
                var release = newest.release();
                if (release != null && release.position() == newest.position()) {
                    forms.computeIfAbsent(id, key -> new HashMap<>()).put(party, release.form());
                }
            });
        }
        return forms;
    }

    private void store(List<SharedRecord> whole) {
        if (whole.isEmpty()) {
            return;
        }
        var now = clock.instant();
        revisions.storeOwn(
                whole.stream().map(one -> OwnRevision.of(one, null, false)).toList(), now);
        whole.forEach(one -> hybrid.observe(one.time(), HybridTime.micros(now), HybridClock.MAX_STEP));
        events.publishEvent(new RecordsChanged(
                whole.stream().map(one -> RecordChanged.of(one, Change.REVISED)).toList()));
    }
}
