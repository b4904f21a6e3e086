package org.renkei.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect.Received;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling;
import org.renkei.kernel.release.Settling.Held;
import org.renkei.ledger.Ledgers;

/// The end of one ledger as it comes to be when a partner gives back what was lost here: first what the partner
/// kept, then what was written here since and never given out, numbered anew.
///
/// What the recovered part already says is not said again. Where it speaks of the same record otherwise, a recall
/// goes before the later release, because the form may take something back.
final class RecoveredLedger {
    private final String party;
    private final Map<UUID, Standing> standings;
    private final List<Received> recovered = new ArrayList<>();
    private final List<Ledgers.Draft> following = new ArrayList<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Map<UUID, SharedRecord> recoveredForms = new LinkedHashMap<>();
    private final Set<UUID> recoveredRecalls = new LinkedHashSet<>();
    /// Records of which the recovered part spoke last.
    private final Set<UUID> spokenOf = new HashSet<>();
    private long end;

    /// How a party stands to one record: what it holds, and where the ledger says so.
    record Standing(Held held, long position) {}

    private RecoveredLedger(String party, Map<UUID, Standing> before) {
        this.party = party;
        this.standings = new HashMap<>(before);
    }

    /// @param before how the party stood to the records in question by what this node knows to have given out
    /// @param received what the partner kept, in order and not empty
    /// @param unsent what was written here since and never given out
    static RecoveredLedger of(
            String party, Map<UUID, Standing> before, List<Received> received, List<Ledgers.Unsent> unsent) {
        var ledger = new RecoveredLedger(party, before);
        var same = 0;
        while (same < Math.min(received.size(), unsent.size())
                && received.get(same).leaf().equals(unsent.get(same).leaf())) {
            same++;
        }
        for (var index = 0; index < received.size(); index++) {
            ledger.recover(index < same ? whole(unsent.get(index)) : received.get(index), index >= same);
        }
        unsent.subList(same, unsent.size()).forEach(ledger::follow);
        return ledger;
    }

    private static Received whole(Ledgers.Unsent unsent) {
        var entry = unsent.entry();
        return new Received(entry.position(), unsent.leaf(), entry, entry.encode());
    }

    private void recover(Received one, boolean lost) {
        recovered.add(one);
        end = one.position();
        switch (one.entry()) {
            case null -> {}
            case LedgerEntry.Release(var position, var form) -> {
                standings.put(form.id(), new Standing(new Held(form.revision(), Settling.digest(form)), position));
                spokenOf.add(form.id());
                recoveredRecalls.remove(form.id());
                if (lost) {
                    recoveredForms.put(form.id(), form);
                }
            }
            case LedgerEntry.Recall(var position, var record) -> {
                standings.put(record, new Standing(new Held(held(record).revision(), null), position));
                spokenOf.add(record);
                recoveredForms.remove(record);
                if (lost) {
                    recoveredRecalls.add(record);
                }
            }
        }
    }

    private void follow(Ledgers.Unsent unsent) {
        switch (unsent.entry()) {
            case LedgerEntry.Recall(var position, var record) -> {
                recall(record, unsent.lane());
                moved.put(position, end);
            }
            case LedgerEntry.Release(var position, var form) -> {
                release(form, unsent.lane());
                moved.put(position, position(form.id()));
            }
        }
    }

    private void release(SharedRecord form, Precedence lane) {
        var digest = Settling.digest(form);
        if (digest.equals(held(form.id()).form())) {
            return;
        }
        if (held(form.id()).form() != null && spokenOf.contains(form.id())) {
            recall(form.id(), lane);
        }
        var numbered = form.withRevision(held(form.id()).revision() + 1);
        append(form.id(), new Held(numbered.revision(), digest), lane, at -> new LedgerEntry.Release(at, numbered));
    }

    /// The party may hold nothing of a record any more.
    void recall(UUID record, Precedence lane) {
        append(record, new Held(held(record).revision(), null), lane, at -> new LedgerEntry.Recall(at, record));
    }

    private void append(UUID record, Held held, Precedence lane, LongFunction<LedgerEntry> entry) {
        following.add(new Ledgers.Draft(lane, entry));
        end++;
        standings.put(record, new Standing(held, end));
        spokenOf.remove(record);
    }

    private Held held(UUID record) {
        return standings.getOrDefault(record, new Standing(Held.NOTHING, 0)).held();
    }

    private long position(UUID record) {
        return standings.getOrDefault(record, new Standing(Held.NOTHING, 0)).position();
    }

    String party() {
        return party;
    }

    /// What the partner kept; what this node still had itself stands there whole.
    List<Received> recovered() {
        return recovered;
    }

    /// What follows it.
    List<Ledgers.Draft> following() {
        return following;
    }

    /// Where entries that were written here stand now, by their old positions.
    Map<Long, Long> moved() {
        return moved;
    }

    Map<UUID, Standing> standings() {
        return standings;
    }

    /// The form that the partner holds by entries which were lost here, of each record it holds.
    Map<UUID, SharedRecord> recoveredForms() {
        return recoveredForms;
    }

    /// Records that were taken back by entries which were lost here.
    Set<UUID> recoveredRecalls() {
        return recoveredRecalls;
    }

    /// Whether the party holds something of a record.
    boolean holds(UUID record) {
        return held(record).form() != null;
    }
}
