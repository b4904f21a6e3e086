package org.renkei.federation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.audit.AuditEvent;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.ReceivedRevision;
import org.renkei.records.Records;

/// What entries of one partner's ledger change here. An entry takes effect if and only if its position is above
/// every position of its record seen before, so entries ahead of their turn, entries in order and replays end in
/// the same state in whatever order they come. Of what was recalled, or has ended, no content is kept.
final class Intake {
    private final NodeId partner;
    private final String key;
    private final Map<UUID, Records.Standing> here;
    private final Map<UUID, ReceivedEntries.Seen> seen;
    private final Instant now;
    /// Content that came before these positions may not stay.
    private final Map<UUID, Long> removedBefore = new LinkedHashMap<>();
    private final Map<UUID, Long> applied = new HashMap<>();
    private final List<ReceivedRevision> revisions = new ArrayList<>();
    private final Map<UUID, ReceivedRevision> effective = new LinkedHashMap<>();
    private final Set<UUID> removed = new LinkedHashSet<>();
    private final List<AuditEvent> log = new ArrayList<>();

    /// @param seen of each record the highest positions stored so far
    Intake(
            NodeId partner,
            String key,
            Map<UUID, Records.Standing> here,
            Map<UUID, ReceivedEntries.Seen> seen,
            Instant now,
            List<LedgerEntry> entries) {
        this.partner = partner;
        this.key = key;
        this.here = here;
        this.seen = seen;
        this.now = now;
        entries.forEach(this::noteRemoval);
        entries.forEach(entry -> {
            switch (entry) {
                case LedgerEntry.Release(var position, var form) -> release(position, form);
                case LedgerEntry.Recall(var position, var record) -> recall(position, record);
            }
        });
    }

    /// Whether the content of an entry may be kept.
    boolean keeps(LedgerEntry entry) {
        return switch (entry) {
            case LedgerEntry.Recall recall -> true;
            case LedgerEntry.Release(var position, var form) -> keeps(position, form.id());
        };
    }

    /// Revisions to store; those without content only where the record is known, so that no number is missing
    /// there.
    List<ReceivedRevision> revisions() {
        return revisions.stream()
                .filter(one -> one.kept()
                        || here.containsKey(one.content().id())
                        || effective.containsKey(one.content().id()))
                .toList();
    }

    /// Records that are here already.
    Set<UUID> known() {
        return here.keySet();
    }

    /// What records are now, where that changed.
    List<ReceivedRevision> effective() {
        return List.copyOf(effective.values());
    }

    /// Records of which nothing may be left.
    Set<UUID> removed() {
        return removed;
    }

    Map<UUID, Long> removedBefore() {
        return removedBefore;
    }

    List<AuditEvent> log() {
        return log;
    }

    private void noteRemoval(LedgerEntry entry) {
        switch (entry) {
            case LedgerEntry.Recall(var position, var record) -> removedBefore.merge(record, position, Math::max);
            case LedgerEntry.Release(var position, var form) -> {
                if (hasEnded(form)) {
                    removedBefore.merge(form.id(), position + 1, Math::max);
                }
            }
        }
    }

    private void release(long position, SharedRecord form) {
        var id = form.id();
        var standing = here.get(id);
        if (standing != null && !standing.origin().equals(partner.toString())) {
            log("record-refused", position, id, "the id belongs to a record of another node");
            return;
        }
        var revision = new ReceivedRevision(form, position, keeps(position, id));
        revisions.add(revision);
        if (position <= lastApplied(id)) {
            log("record-received", position, id, "revision " + form.revision() + ", no longer the newest");
            return;
        }
        applied.put(id, position);
        if (hasEnded(form)) {
            effective.remove(id);
            removed.add(id);
            log("record-removed", position, id, "the release had ended before it came");
            return;
        }
        if (revision.kept()) {
            effective.put(id, revision);
            removed.remove(id);
        }
        log("record-received", position, id, "revision " + form.revision());
    }

    private void recall(long position, UUID id) {
        if (position > lastApplied(id)) {
            applied.put(id, position);
            effective.remove(id);
            removed.add(id);
        }
        log("record-removed", position, id, "recalled by its origin");
    }

    private boolean keeps(long position, UUID id) {
        var before = seen.getOrDefault(id, ReceivedEntries.Seen.NOTHING);
        if (position < before.recalled() || position < removedBefore.getOrDefault(id, 0L)) {
            return false;
        }
        var standing = here.get(id);
        return standing == null || !standing.recalled() || position > before.applied();
    }

    private long lastApplied(UUID id) {
        var before = seen.getOrDefault(id, ReceivedEntries.Seen.NOTHING).applied();
        return Math.max(before, applied.getOrDefault(id, 0L));
    }

    private boolean hasEnded(SharedRecord form) {
        var until = form.until();
        return until != null && !until.isAfter(now);
    }

    private void log(String event, long position, UUID record, String what) {
        log.add(new AuditEvent(partner.toString(), event, record, key, Map.of("position", position, "what", what)));
    }
}
