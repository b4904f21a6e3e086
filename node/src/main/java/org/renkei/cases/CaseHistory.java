package org.renkei.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.cases.Cases.Folded;
import org.renkei.folds.Gone;
import org.renkei.folds.Part;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Known;
import org.renkei.kernel.cases.Known.Evidence;
import org.renkei.kernel.cases.Replay;
import org.renkei.kernel.cases.Statement;
import org.renkei.ledger.LedgerHistory;
import org.renkei.records.Records;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// Cases with all that ever stood in them, as one caller sees them, and what each nation knew of it when:
/// this one by what came to be held here, partners by what they confirmed of their ledgers, said and
/// answered.
@Component
class CaseHistory {
    private final Cases cases;
    private final Records records;
    private final LedgerHistory ledgers;
    private final String self;

    CaseHistory(Cases cases, Records records, LedgerHistory ledgers, NodeSettings settings) {
        this.cases = cases;
        this.records = records;
        this.ledgers = ledgers;
        this.self = settings.node().party();
    }

    /// A case with its past.
    ///
    /// @param parts of statements that stand, and of own ones that were taken back
    /// @param gone by record, what was taken back
    /// @param arrived when each came to be held here
    record Past(
            Folded now, Map<UUID, Part<Statement>> parts, Map<UUID, Gone<Statement>> gone, Map<UUID, Instant> arrived) {

        @Nullable
        Instant goneAt(UUID record) {
            return Optional.ofNullable(gone.get(record)).map(Gone::at).orElse(null);
        }

        /// As a nation knew it at a time; empty while it did not know of the opening.
        Optional<Folded> knownTo(Replay replay, Instant time) {
            var held = new LinkedHashMap<UUID, Part<Statement>>();
            parts.forEach((record, part) -> {
                if (replay.holds(record, time)) {
                    held.put(record, part);
                }
            });
            return held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Folded.of(now.whole().id(), held)).filter(Folded::isOpened);
        }
    }

    /// To be called within a transaction.
    Past of(Folded folded, Caller caller) {
        var gone = new LinkedHashMap<UUID, Gone<Statement>>();
        cases.gone(folded.whole().id(), caller).forEach(one -> gone.put(one.record(), one));
        var parts = new LinkedHashMap<>(folded.parts());
        gone.forEach((record, one) -> {
            var part = one.part();
            if (part != null) {
                parts.put(record, part);
            }
        });
        var all = new HashSet<>(parts.keySet());
        all.addAll(gone.keySet());
        return new Past(folded, parts, gone, records.arrivedAt(all));
    }

    /// What a nation knew when. To be called within a transaction.
    Replay replay(Past past, String party) {
        return party.equals(self) ? own(past) : partner(past, party);
    }

    private Replay own(Past past) {
        var known = new HashMap<UUID, Known>();
        past.parts()
                .forEach((record, part) -> Optional.ofNullable(past.arrived().get(record))
                        .ifPresent(at -> known.put(
                                record,
                                new Known(
                                        part.said().party().equals(self) ? Evidence.SAID : Evidence.ARRIVED,
                                        at,
                                        past.goneAt(record)))));
        return new Replay(known);
    }

    /// Of own statements that the caller does not see whole nobody is told how they stand with a partner.
    private Replay partner(Past past, String party) {
        var told = new ArrayList<Statement>();
        var own = new ArrayList<UUID>();
        past.parts().forEach((record, part) -> {
            if (part.said().to().contains(party)) {
                told.add(part.said());
                if (part.own()) {
                    own.add(record);
                }
            }
        });
        var confirmed = new HashMap<UUID, Known>();
        ledgers.of(party, own)
                .forEach((record, entries) -> known(entries).ifPresent(one -> confirmed.put(record, one)));
        return Replay.ofPartner(party, told, past.arrived(), confirmed);
    }

    /// From the first release that was confirmed until the recall that was confirmed, where that came last.
    /// What was taken back before it was confirmed may have left as an empty leaf: of that nothing is
    /// claimed.
    private static Optional<Known> known(List<LedgerHistory.Entry> entries) {
        var first = entries.stream()
                .filter(one -> !one.recall())
                .flatMap(one -> Optional.ofNullable(one.confirmed()).stream())
                .findFirst();
        var last = entries.getLast();
        var until = last.recall() ? last.confirmed() : null;
        return first.filter(from -> until == null || from.isBefore(until))
                .map(from -> new Known(Evidence.CONFIRMED, from, until));
    }
}
