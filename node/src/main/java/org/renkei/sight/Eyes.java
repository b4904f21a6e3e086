package org.renkei.sight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.ReleaseDecision;
import org.renkei.kernel.release.Rulebook;
import org.renkei.records.Marking;
import org.renkei.records.Sieve;

/// The decisions for one viewer by the facts of one moment; each marking is decided once.
final class Eyes {
    /// Whether the viewer is not of the own nation.
    final boolean liaison;
    /// Whether the viewer is of no nation: then it is the same whose record it is.
    private final boolean anybody;
    private final String self;
    private final CompiledRecipient viewer;
    private final ReleaseDecision decision;
    private final LocalDate today;
    private final Map<Key, Decision> known = new HashMap<>();

    Eyes(Rulebook rulebook, CompiledRecipient viewer, LocalDate today) {
        this.self = rulebook.origin();
        this.viewer = viewer;
        this.liaison = !viewer.recipient().party().equals(self);
        this.anybody = viewer.recipient().equals(Recipient.ANYBODY);
        this.decision = new ReleaseDecision(rulebook);
        this.today = today;
    }

    record Key(Marking marking, String originator) {}

    Decision decide(SharedRecord content) {
        return decide(Marking.of(content), content.origin().party());
    }

    private Decision decide(Marking marking, String originator) {
        return known.computeIfAbsent(
                new Key(marking, liaison && !anybody ? originator : self),
                key -> decision.decide(
                        key.marking().label(), key.marking().portions(), key.originator(), viewer, today, Set.of()));
    }

    /// After [#sieve], which decides every marking there is.
    Standpoint standpoint() {
        return new Standpoint.Decided(liaison, viewer.recipient().party(), known);
    }

    /// For the own nation and for anybody it is the same whose record it is. A liaison sees records of this nation and
    /// of the
    /// own one: what anybody else gave is not passed on without consent, and nobody can consent here.
    Sieve sieve(Map<Hash, Marking> markings, Instant now) {
        if (!liaison) {
            return new Sieve(
                    List.of(layer(null, self, markings, false)), List.of(layer(null, self, markings, true)), null);
        }
        if (anybody) {
            return new Sieve(
                    List.of(layer(null, self, markings, false)), List.of(layer(null, self, markings, true)), now);
        }
        var parties = List.of(self, viewer.recipient().party());
        return new Sieve(
                parties.stream()
                        .map(party -> layer(party, party, markings, false))
                        .toList(),
                parties.stream()
                        .map(party -> layer(party, party, markings, true))
                        .toList(),
                now);
    }

    private Sieve.Layer layer(@Nullable String party, String originator, Map<Hash, Marking> markings, boolean whole) {
        return new Sieve.Layer(
                party,
                markings.entrySet().stream()
                        .filter(one -> {
                            var decided = decide(one.getValue(), originator);
                            return whole ? decided instanceof Decision.Released : decided.leaves();
                        })
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
