package org.renkei.release;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.ledger.LedgerHistory;
import org.renkei.ledger.LedgerHistory.Entry;
import org.renkei.release.Holdings.Holding;
import org.renkei.release.Holdings.Key;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How own records stand with one partner, by this node's ledger and decisions alone: what a partner holds
/// of others, nobody here knows.
@Service
public class Tellings {
    private final Sights sights;
    private final Holdings holdings;
    private final LedgerHistory history;

    Tellings(Sights sights, Holdings holdings, LedgerHistory history) {
        this.sights = sights;
        this.holdings = holdings;
        this.history = history;
    }

    public enum State {
        /// The partner has confirmed its newest form.
        CONFIRMED,
        ON_THE_WAY,
        /// Its release waits for an officer; an older form may be held.
        REVIEW,
        WITHHELD,
        /// The partner held a form, or was to get one, that was taken back.
        TAKEN_BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One record for one partner.
    ///
    /// @param inPart whether what it holds is not the whole
    /// @param told when its newest entry came into the ledger; null where there is none
    /// @param confirmed when the partner confirmed that entry
    public record Telling(
            State state,
            boolean inPart,
            @Nullable Instant told,
            @Nullable Instant confirmed) {}

    /// Of these records those that the caller sees as they are stored: of others nobody is told how they
    /// were decided. What was never decided for the partner is left out.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Telling> of(String party, Collection<UUID> records, Caller caller) {
        var whole = sights.of(caller).whole(records);
        var held = holdings.find(party, whole);
        var entries = history.of(party, whole);
        var tellings = new HashMap<UUID, Telling>();
        for (var record : whole) {
            var holding = held.get(new Key(record, party));
            if (holding != null) {
                tellings.put(record, telling(holding, entries.getOrDefault(record, List.of())));
            }
        }
        return tellings;
    }

    /// The same without those that the partner has confirmed and of which nothing more is to come: of many
    /// records, few.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, Telling> unsettled(String party, Collection<UUID> records, Caller caller) {
        return of(party, holdings.unsettled(party, records), caller);
    }

    private static Telling telling(Holding holding, List<Entry> entries) {
        var newest = entries.isEmpty() ? null : entries.getLast();
        return new Telling(
                state(holding, newest),
                "redacted".equals(holding.outcome()),
                newest == null ? null : newest.written(),
                newest == null ? null : newest.confirmed());
    }

    private static State state(Holding holding, @Nullable Entry newest) {
        if ("needs-review".equals(holding.outcome())) {
            return State.REVIEW;
        }
        if (newest == null) {
            return State.WITHHELD;
        }
        if (newest.recall()) {
            return State.TAKEN_BACK;
        }
        return newest.confirmed() == null ? State.ON_THE_WAY : State.CONFIRMED;
    }
}
