package org.renkei.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.release.Settling;
import org.renkei.ledger.Ledgers;
import org.renkei.release.Holdings.Holding;
import org.renkei.release.Holdings.Key;
import org.renkei.release.Settlement.Occasion;
import org.renkei.release.Settlement.Subject;

/// Changes on their way into ledgers and holdings.
final class SettlingRound {
    private final Ledgers ledgers;
    private final Holdings holdings;
    private final Map<Key, Holding> now;
    private final Set<Key> known;
    private final Occasion occasion;
    private final Set<Key> touched = new HashSet<>();
    private final Map<String, List<Ledgers.Draft>> drafts = new HashMap<>();
    /// For each party and each draft what its position is told to, when it is the last one of a change.
    private final Map<String, Map<Integer, Settled>> waiting = new HashMap<>();
    /// The change that last spoke of a record to a party.
    private final Map<Key, Settled> last = new HashMap<>();
    private final Map<Key, Integer> recallDrafts = new HashMap<>();

    SettlingRound(Ledgers ledgers, Holdings holdings, Map<Key, Holding> now, Set<Key> known, Occasion occasion) {
        this.ledgers = ledgers;
        this.holdings = holdings;
        this.now = now;
        this.known = new HashSet<>(known);
        this.occasion = occasion;
    }

    Settled settle(Subject subject, Verdict verdict) {
        var record = subject.record();
        var key = new Key(record.id(), verdict.party());
        var holding = now.getOrDefault(key, Holding.NOTHING);
        var surelyNotNarrower = Settling.isSurelyNotNarrower(
                subject.sameLabels(), verdict.decision(), holding.outcome(), holding.cuts());
        var change = Settling.settle(
                record,
                verdict.decision(),
                holding.held(),
                surelyNotNarrower,
                id -> known.contains(new Key(id, verdict.party())));
        return apply(key, record.revision(), verdict, change, holding, record.precedence());
    }

    /// Whether the party holds something of the record, with what this round has come to so far.
    boolean holds(UUID record, String party) {
        return now.getOrDefault(new Key(record, party), Holding.NOTHING).held().form() != null;
    }

    Settled withdraw(UUID record, int revision, Verdict verdict) {
        var key = new Key(record, verdict.party());
        var holding = now.getOrDefault(key, Holding.NOTHING);
        return apply(key, revision, verdict, Settling.recall(holding.held()), holding, Precedence.ROUTINE);
    }

    boolean recall(Key key, Precedence precedence) {
        var holding = now.getOrDefault(key, Holding.NOTHING);
        var change = Settling.recall(holding.held());
        if (change.recalls()) {
            recallDrafts.put(key, draft(key, occasion.recall(precedence), recallOf(key)));
            now.put(key, new Holding(change.held(), 0, holding.outcome(), holding.cuts()));
            touched.add(key);
        }
        return change.recalls();
    }

    private Settled apply(
            Key key, int revision, Verdict verdict, Settling.Change change, Holding holding, Precedence precedence) {
        var settled = new Settled(
                key.record(), revision, verdict, change.effect(), change.held().form() != null);
        if (change.recalls()) {
            var lane = change.releases() == null ? occasion.recall(precedence) : occasion.release(precedence);
            waitFor(key.party(), draft(key, lane, recallOf(key)), settled);
        }
        var form = change.releases();
        if (form != null) {
            waitFor(
                    key.party(),
                    draft(key, occasion.release(precedence), at -> new LedgerEntry.Release(at, form)),
                    settled);
        }
        var earlier = last.get(key);
        if (change.effect() == Settling.Effect.NOTHING) {
            if (earlier != null) {
                settled.follow(earlier);
            } else if (holding.position() > 0) {
                settled.at(holding.position());
            }
        }
        last.put(key, settled);
        now.put(key, new Holding(change.held(), 0, verdict.summary().outcome(), verdict.cuts()));
        touched.add(key);
        if (change.held().form() != null) {
            known.add(key);
        } else {
            known.remove(key);
        }
        return settled;
    }

    private LongFunction<LedgerEntry> recallOf(Key key) {
        return at -> new LedgerEntry.Recall(at, key.record());
    }

    private int draft(Key key, Precedence lane, LongFunction<LedgerEntry> entry) {
        var list = drafts.computeIfAbsent(key.party(), party -> new ArrayList<>());
        list.add(new Ledgers.Draft(lane, entry));
        return list.size() - 1;
    }

    private void waitFor(String party, int draft, Settled settled) {
        waiting.computeIfAbsent(party, key -> new HashMap<>()).put(draft, settled);
    }

    /// @param fresh records that were never decided before
    void write(Set<UUID> fresh) {
        var firsts = new HashMap<String, Long>();
        drafts.keySet().stream().sorted().forEach(party -> {
            var first = ledgers.appendAll(party, Objects.requireNonNull(drafts.get(party)));
            firsts.put(party, first);
            new TreeMap<>(waiting.getOrDefault(party, Map.of())).forEach((draft, settled) -> settled.at(first + draft));
        });
        var inserted = new HashMap<Key, Holding>();
        var changed = new HashMap<Key, Holding>();
        for (var key : touched) {
            var holding = Objects.requireNonNull(now.get(key));
            var settled = last.get(key);
            var position = settled != null
                    ? settled.positionOrZero()
                    : Objects.requireNonNull(firsts.get(key.party())) + Objects.requireNonNull(recallDrafts.get(key));
            var placed = new Holding(holding.held(), position, holding.outcome(), holding.cuts());
            (fresh.contains(key.record()) ? inserted : changed).put(key, placed);
        }
        holdings.put(inserted, changed);
    }
}
