package org.renkei.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.renkei.kernel.ledger.Hash;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The audit log of this node. [#append] takes part in the caller's transaction: both commit, or neither.
@Service
public class AuditLog {
    private final AuditEntries entries;
    private final Clock clock;
    private final JsonMapper json;
    private final long sizeAtStart;

    AuditLog(AuditEntries entries, Clock clock, JsonMapper json) {
        this.entries = entries;
        this.clock = clock;
        this.json = json;
        this.sizeAtStart = entries.size();
    }

    /// Appends events in order. Must be called within the transaction that does what is recorded, as late as may be:
    /// from here to its commit other writers wait.
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var last = entries.reserve(events.size());
        var position = last - events.size();
        var appended = new ArrayList<AuditEntry>(events.size());
        for (var event : events) {
            appended.add(entry(++position, now, event));
        }
        entries.insert(appended);
    }

    /// As [#append], in a transaction of its own: for what happens outside any other.
    @Transactional
    public void record(AuditEvent event) {
        append(List.of(event));
    }

    private AuditEntry entry(long position, Instant at, AuditEvent event) {
        var details = json.writeValueAsString(new TreeMap<>(event.details()));
        var leaf = AuditLeaf.encode(position, at, event, details);
        return new AuditEntry(position, at, event, details, leaf, Hash.ofLeaf(leaf));
    }

    /// Newest first, below `before` when given.
    @Transactional(readOnly = true)
    public List<AuditEntry> list(AuditFilter filter, long before, int limit) {
        return entries.list(filter, before, limit);
    }

    /// How many entries there were when this node started, before it wrote any.
    public long sizeAtStart() {
        return sizeAtStart;
    }

    /// The smallest log that this one came back as from a backup; 0 when it never did.
    public long restoredTo() {
        return entries.restoredTo();
    }

    /// Number of entries.
    public long size() {
        return entries.size();
    }
}
