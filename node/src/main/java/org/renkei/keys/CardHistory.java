package org.renkei.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.CheckpointVerdict;
import org.renkei.kernel.ledger.CheckpointVerdict.Refused;
import org.renkei.kernel.ledger.CheckpointVerdict.Verified;
import org.renkei.kernel.ledger.CosignatureVerdict;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;

/// The cards by which a partner has gone, oldest first; the last one holds now. What an older key has signed
/// counts only up to the position at which its term ended.
public record CardHistory(List<Held> cards) {
    /// So long after a succession the certificate before it, and parcels signed before it, are still taken.
    public static final Duration OVERLAP = Duration.ofDays(90);

    public CardHistory {
        cards = List.copyOf(cards);
        if (cards.isEmpty()) {
            throw new IllegalArgumentException("a partner has a card");
        }
    }

    /// How a card came to be relied on.
    public enum How {
        /// It stood in the settings, with the fingerprint that was compared.
        SETTINGS,
        /// The keys before it said so.
        SUCCESSION,
        /// An administrator compared it and took it.
        ACCEPTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// When a card was revoked here, by whom and why.
    public record Revoked(Instant at, String by, String reason) {}

    /// One card and its term.
    ///
    /// @param until entries of the partner's ledger that its key may have signed; null for as many
    /// as there are
    public record Held(
            NodeCard card,
            How how,
            Instant taken,
            @Nullable Long until,
            @Nullable Instant ended,
            @Nullable Revoked revoked) {
        Held close(long size, Instant at) {
            return new Held(card, how, taken, size, at, revoked);
        }
    }

    /// What becomes of successions that were shown.
    public sealed interface Outcome {
        /// These are new, in this order; none when all were known.
        record Taken(List<Succession> fresh) implements Outcome {}

        /// Nothing of them is taken.
        record Refused(Fault fault, String detail) implements Outcome {}
    }

    /// What is wrong with a succession.
    public enum Fault {
        /// Not signed by a key that this partner had.
        STRANGER,
        /// It leads to a key that was succeeded since, or back to one that was.
        REPLAY,
        /// A key has two different successors.
        FORK,
        /// The card in force was revoked here.
        REVOKED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static CardHistory of(NodeCard card, Instant now) {
        return new CardHistory(List.of(new Held(card, How.SETTINGS, now, null, null, null)));
    }

    public Held head() {
        return cards.getLast();
    }

    public boolean isRevoked() {
        return head().revoked() != null;
    }

    public boolean has(Hash keyId) {
        return indexOf(keyId) >= 0;
    }

    private int indexOf(Hash keyId) {
        for (var i = 0; i < cards.size(); i++) {
            if (cards.get(i).card().keyId().equals(keyId)) {
                return i;
            }
        }
        return -1;
    }

    /// Looks at successions in order; they count all together or not at all.
    public Outcome judge(List<Succession> shown, NodeId self) {
        var known = new ArrayList<>(cards.stream().map(Held::card).toList());
        var fresh = new ArrayList<Succession>();
        for (var one : shown) {
            var at = known.stream().map(NodeCard::keyId).toList().indexOf(one.from());
            if (at < 0 || !one.node().equals(head().card().node()) || !one.to().equals(self)) {
                return new Outcome.Refused(Fault.STRANGER, "it goes on from a key that this partner never had here");
            }
            if (!one.isSignedBy(known.get(at))) {
                return new Outcome.Refused(Fault.STRANGER, "the key before it has not signed it");
            }
            var next = one.card().keyId();
            if (at == known.size() - 1) {
                if (known.stream().anyMatch(card -> card.keyId().equals(next))) {
                    return new Outcome.Refused(Fault.REPLAY, "it leads back to a key that was given up");
                }
                known.add(one.card());
                fresh.add(one);
            } else if (!known.get(at + 1).keyId().equals(next)) {
                return new Outcome.Refused(Fault.FORK, "that key has another successor here already");
            }
        }
        if (!shown.isEmpty()
                && !shown.getLast().card().keyId().equals(known.getLast().keyId())) {
            return new Outcome.Refused(Fault.REPLAY, "it leads to a key that was succeeded since");
        }
        return !fresh.isEmpty() && isRevoked()
                ? new Outcome.Refused(Fault.REVOKED, "the card before it was revoked here")
                : new Outcome.Taken(fresh);
    }

    /// @param held how much of the partner's ledger is here: an older key has signed that much in any case
    public CardHistory followedBy(NodeCard card, How how, long signed, long held, Instant now) {
        var longer = new ArrayList<>(cards);
        longer.set(longer.size() - 1, head().close(Math.max(signed, held), now));
        longer.add(new Held(card, how, now, null, null, null));
        return new CardHistory(longer);
    }

    /// The same keys on a card that says something else besides.
    CardHistory saying(NodeCard card) {
        var same = new ArrayList<>(cards);
        var head = head();
        same.set(same.size() - 1, new Held(card, head.how(), head.taken(), head.until(), head.ended(), head.revoked()));
        return new CardHistory(same);
    }

    public CardHistory revokedBy(Revoked revoked, long held) {
        var same = new ArrayList<>(cards);
        var head = head();
        same.set(same.size() - 1, new Held(head.card(), head.how(), head.taken(), held, revoked.at(), revoked));
        return new CardHistory(same);
    }

    /// A checkpoint of one of the partner's logs: of the newest key, or of an older one within its term.
    public CheckpointVerdict verify(String signedText, String origin) {
        var newest = head().card().verifier().verify(signedText, origin);
        if (newest instanceof Verified(var checkpoint)) {
            return within(newest, checkpoint.size(), head().until());
        }
        for (var one : cards.reversed().subList(1, cards.size())) {
            var verdict = one.card().verifier().verify(signedText, origin);
            if (verdict instanceof Verified(var checkpoint)) {
                return within(verdict, checkpoint.size(), one.until());
            }
        }
        return newest;
    }

    private static CheckpointVerdict within(CheckpointVerdict verdict, long size, @Nullable Long until) {
        return until == null || size <= until
                ? verdict
                : new Refused("signed over " + size + " entries by a key whose term ended at " + until);
    }

    /// What a witness cosigned, with whichever keys it had then.
    public CosignatureVerdict cosignature(String signedText) {
        CosignatureVerdict verdict = new CosignatureVerdict.OtherKeys();
        for (var one : cards.reversed()) {
            if (verdict instanceof CosignatureVerdict.OtherKeys) {
                verdict = one.card().cosignatures().verify(signedText);
            }
        }
        return verdict;
    }

    /// What is no log, and so has no positions: of the newest key, or of one that was succeeded not long ago.
    public CheckpointVerdict verifyRecent(String signedText, String origin, Instant now) {
        var verdict = head().card().verifier().verify(signedText, origin);
        for (var one : recent(now)) {
            if (verdict instanceof Verified) {
                break;
            }
            verdict = one.card().verifier().verify(signedText, origin);
        }
        return verdict;
    }

    /// The certificates with which this partner may connect; none while its card is revoked.
    public boolean accepts(Hash certificate, Instant now) {
        var accepted = new HashSet<Hash>();
        if (!isRevoked()) {
            accepted.add(head().card().certificate());
            recent(now).forEach(one -> accepted.add(one.card().certificate()));
        }
        return accepted.contains(certificate);
    }

    /// Whether a certificate ever was this partner's.
    public Optional<Held> findCertificate(Hash certificate) {
        return cards.stream()
                .filter(one -> one.card().certificate().equals(certificate))
                .findFirst();
    }

    /// Cards before the newest from which successions alone have led to it, and not long ago.
    private List<Held> recent(Instant now) {
        var recent = new ArrayList<Held>();
        for (var i = cards.size() - 1; i > 0 && cards.get(i).how() == How.SUCCESSION; i--) {
            var before = cards.get(i - 1);
            var ended = before.ended();
            if (before.revoked() == null && ended != null && ended.plus(OVERLAP).isAfter(now)) {
                recent.add(before);
            }
        }
        return recent;
    }
}
