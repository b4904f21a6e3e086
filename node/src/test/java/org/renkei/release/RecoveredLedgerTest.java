package org.renkei.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect.Received;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling;
import org.renkei.ledger.Ledgers;

/// What comes of a ledger whose end was lost and given back, while something else was written here.
class RecoveredLedgerTest {
    private static final UUID A = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("0198c0de-0000-7000-8000-00000000000b");

    @Test
    void whatWasWrittenSinceFollowsWithNewPositions() {
        var ledger = merge(List.of(release(3, A, 1, "lost")), List.of(release(3, B, 1, "new")));
        assertThat(following(ledger)).containsExactly(release(4, B, 1, "new"));
        assertThat(ledger.moved()).isEqualTo(Map.of(3L, 4L));
        assertThat(ledger.recoveredForms()).containsOnlyKeys(A);
        assertThat(ledger.standings().get(B))
                .isEqualTo(new RecoveredLedger.Standing(new Settling.Held(1, Settling.digest(form(B, 1, "new"))), 4));
    }

    @Test
    void whatThePartnerHasAlreadyIsNotSaidAgain() {
        var ledger =
                merge(List.of(release(3, B, 1, "lost"), release(4, A, 2, "same")), List.of(release(3, A, 1, "same")));
        assertThat(following(ledger)).isEmpty();
        assertThat(ledger.moved()).isEqualTo(Map.of(3L, 4L));
    }

    @Test
    void anotherFormOfTheSameRecordIsPrecededByARecallAndCountedOn() {
        var ledger = merge(List.of(release(3, A, 2, "lost")), List.of(release(3, A, 2, "new")));
        assertThat(following(ledger)).containsExactly(new LedgerEntry.Recall(4, A), release(5, A, 3, "new"));
        assertThat(ledger.moved()).isEqualTo(Map.of(3L, 5L));
    }

    @Test
    void recallsStay() {
        var ledger = merge(List.of(release(3, A, 1, "lost")), List.of(new LedgerEntry.Recall(3, A)));
        assertThat(following(ledger)).containsExactly(new LedgerEntry.Recall(4, A));
        assertThat(ledger.holds(A)).isFalse();
    }

    @Test
    void whatIsHereStillFillsBlanks() {
        var here = release(3, A, 1, "recalled later");
        var leaf = Hash.ofLeaf(here.encode());
        var ledger = RecoveredLedger.of(
                "USA",
                Map.of(),
                List.of(
                        new Received(3, leaf, null, null),
                        received(new LedgerEntry.Recall(4, A)),
                        received(release(5, B, 1, "lost"))),
                List.of(unsent(here), unsent(new LedgerEntry.Recall(4, A)), unsent(release(5, A, 2, "again"))));
        assertThat(ledger.recovered().getFirst().entry()).isEqualTo(here);
        assertThat(following(ledger)).containsExactly(release(6, A, 2, "again"));
        assertThat(ledger.recoveredForms()).containsOnlyKeys(B);
        assertThat(ledger.recoveredRecalls()).isEmpty();
    }

    @Test
    void ofARecalledRecordNothingComesBack() {
        var ledger = merge(List.of(release(3, A, 1, "lost"), new LedgerEntry.Recall(4, A)), List.of());
        assertThat(ledger.recoveredForms()).isEmpty();
        assertThat(ledger.recoveredRecalls()).containsExactly(A);
    }

    private static RecoveredLedger merge(List<LedgerEntry> recovered, List<LedgerEntry> unsent) {
        return RecoveredLedger.of(
                "USA",
                Map.of(),
                recovered.stream().map(RecoveredLedgerTest::received).toList(),
                unsent.stream().map(RecoveredLedgerTest::unsent).toList());
    }

    private static List<LedgerEntry> following(RecoveredLedger ledger) {
        var entries = new ArrayList<LedgerEntry>();
        var position = ledger.recovered().getLast().position();
        for (var draft : ledger.following()) {
            entries.add(draft.entry().apply(++position));
        }
        return entries;
    }

    private static Received received(LedgerEntry entry) {
        var bytes = entry.encode();
        return new Received(entry.position(), Hash.ofLeaf(bytes), entry, bytes);
    }

    private static Ledgers.Unsent unsent(LedgerEntry entry) {
        return new Ledgers.Unsent(entry, Hash.ofLeaf(entry.encode()), Precedence.ROUTINE);
    }

    private static LedgerEntry.Release release(long position, UUID record, int revision, String title) {
        return new LedgerEntry.Release(position, form(record, revision, title));
    }

    private static SharedRecord form(UUID record, int revision, String title) {
        return new SharedRecord(
                record,
                NodeId.parse("JPN/test"),
                "note",
                revision,
                "watch officer",
                HybridTime.ZERO,
                Precedence.ROUTINE,
                Label.parse("UNCLASSIFIED//REL TO JPN, USA"),
                List.of(),
                List.of(),
                new CborMap(Map.of("title", new CborText(title))),
                false,
                null,
                Map.of());
    }
}
