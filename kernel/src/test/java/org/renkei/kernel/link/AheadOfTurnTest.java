package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.link.Entries.JPN;
import static org.renkei.kernel.link.Entries.USA;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.Precedence;

/// Entries ahead of their turn: confirmed when they are durable and not before, whatever else is being stored. Japan's
/// session; the United States by hand.
class AheadOfTurnTest {
    private static final List<byte[]> STATES = Entries.of(USA, 9);

    private final MerkleTree outbox = new MerkleTree();

    @Test
    void doesNotConfirmOneThatIsStillBeingStoredWhenAKnownOneComesAgain() {
        var session = session(Map.of(7L, Hash.ofLeaf(STATES.get(6))));
        assertThat(acks(advance(session, 9))).isEmpty();
        assertThat(acks(advance(session, 7))).isEmpty();
        assertThat(acks(session.advancedStored()))
                .containsExactly(new LinkFrame.AdvanceAck(List.of(9L)), new LinkFrame.AdvanceAck(List.of(7L)));
    }

    @Test
    void doesNotTakeAsHeldWhatIsStillBeingStored() {
        var session = session(Map.of(1L, Hash.ofLeaf(STATES.get(0))));
        advance(session, 2);
        advance(session, 1);
        var tree = tree(2);
        var checkpoint = LinkKeys.checkpoint(USA, LinkSession.ledgerName(USA, JPN), 2, tree.root());
        var held = List.<LedgerLeaf>of(new LedgerLeaf.Held(), new LedgerLeaf.Held());
        assertThat(Sessions.receive(session, LinkFrame.Columns.of(1, held, checkpoint), 1))
                .noneMatch(LinkEffect.Store.class::isInstance);
    }

    @Test
    void doesNotConfirmWhatIsOnlyBeingStoredInItsTurn() {
        var session = session(Map.of());
        var tree = tree(2);
        var checkpoint = LinkKeys.checkpoint(USA, LinkSession.ledgerName(USA, JPN), 2, tree.root());
        var whole = Sessions.whole(STATES.subList(0, 2));
        assertThat(Sessions.receive(session, LinkFrame.Columns.of(1, whole, checkpoint), 1))
                .anyMatch(LinkEffect.Store.class::isInstance);
        assertThat(acks(advance(session, 2))).isEmpty();
        assertThat(acks(session.stored())).containsExactly(new LinkFrame.AdvanceAck(List.of(2L)));
    }

    @Test
    void givesBackMuchThatIsAheadInSeveralFrames() {
        var one = new LinkFrame.Ahead(1, Hash.ofEmptyTree(), new byte[100_000], new byte[EntrySeal.BYTES]);
        var frames = Recovery.frames(List.of(one, one, one, one));
        assertThat(frames).hasSize(2);
        assertThat(Recovery.frames(List.of())).isEmpty();
    }

    @Test
    void refusesASealThatIsTooLong() {
        var session = session(Map.of());
        var sealed = new LinkFrame.Sealed(STATES.get(1), new byte[65]);
        assertThat(Sessions.receive(session, new LinkFrame.Advance(List.of(sealed)), 1))
                .anyMatch(effect -> effect instanceof LinkEffect.Close(var problem, var detail)
                        && problem == LinkProblem.MALFORMED);
    }

    @Test
    void readsAgainWhatWasLetGoWhileItWasRead() {
        Entries.of(JPN, 2).forEach(outbox::append);
        var session = session(Map.of());
        assertThat(session.urgentRead(List.of())).anyMatch(LinkEffect.ReadOutbox.class::isInstance);
        assertThat(session.outboxGrew(2, false)).isEmpty();
        assertThat(session.outboxRead(1, List.of(), "")).anyMatch(LinkEffect.ReadOutbox.class::isInstance);
        assertThat(session.outboxRead(1, List.of(), "")).isEmpty();
    }

    @Test
    void readsAgainWhatBecameUrgentWhileNothingWas() {
        Entries.of(JPN, 2).forEach(outbox::append);
        var session = session(Map.of());
        assertThat(session.outboxGrew(2, true)).noneMatch(LinkEffect.ReadUrgent.class::isInstance);
        assertThat(session.urgentRead(List.of())).anyMatch(LinkEffect.ReadUrgent.class::isInstance);
        assertThat(session.urgentRead(List.of())).isEmpty();
    }

    @Test
    void whatIsFlashAndNewPassesWhatIsUnderWayOnceAndNothingElseDoes() {
        Entries.of(JPN, 4).forEach(outbox::append);
        var session = session(Map.of());
        var long1 = new LinkEffect.Urgent(1, Precedence.IMMEDIATE, new byte[9_000]);
        var long2 = new LinkEffect.Urgent(2, Precedence.IMMEDIATE, new byte[9_000]);
        var all = session.urgentRead(List.of(long1, long2));
        assertThat(reads(all)).isEmpty();
        assertThat(all).as("only now bulk").anyMatch(LinkEffect.ReadOutbox.class::isInstance);
        assertThat(reads(session.outboxGrew(4, true)))
                .containsExactly(new LinkEffect.ReadUrgent(0, Long.MAX_VALUE, 16 * 1024));
        var flash = new LinkEffect.Urgent(4, Precedence.FLASH, new byte[1_000]);
        assertThat(reads(session.urgentRead(List.of(flash)))).isEmpty();
        assertThat(reads(session.urgentLaneOpened()))
                .as("more FLASH has room on a lane of its own")
                .containsExactly(new LinkEffect.ReadUrgent(4, Long.MAX_VALUE, 16 * 1024));
        assertThat(reads(session.urgentRead(List.of()))).isEmpty();
        assertThat(reads(Sessions.receive(session, new LinkFrame.AdvanceAck(List.of(1L, 2L)), 1)))
                .containsExactly(new LinkEffect.ReadUrgent(4, 2, 16 * 1024));
    }

    private static List<LinkEffect.ReadUrgent> reads(List<LinkEffect> effects) {
        return effects.stream()
                .filter(LinkEffect.ReadUrgent.class::isInstance)
                .map(LinkEffect.ReadUrgent.class::cast)
                .toList();
    }

    private LinkSession session(Map<Long, Hash> ahead) {
        var size = outbox.size();
        var terms = Sessions.terms(
                JPN, USA, List.of(1, 2), new MerkleTree(), ahead, size, size, outbox::root, outbox::leaf);
        var session = new LinkSession(terms);
        session.opened(0);
        var token = new byte[] {1};
        Sessions.receive(
                session,
                new LinkFrame.Hello(List.of(1, 2), USA.toString(), JPN.toString(), 0, Hash.ofEmptyTree(), "", token, 0),
                0);
        return session;
    }

    private static List<LinkEffect> advance(LinkSession session, int position) {
        return Sessions.receive(
                session,
                new LinkFrame.Advance(List.of(new LinkFrame.Sealed(STATES.get(position - 1), new byte[] {9}))),
                1);
    }

    private static MerkleTree tree(int size) {
        var tree = new MerkleTree();
        STATES.subList(0, size).forEach(tree::append);
        return tree;
    }

    private static List<LinkFrame> acks(List<LinkEffect> effects) {
        var acks = new ArrayList<LinkFrame>();
        for (var effect : effects) {
            if (effect instanceof LinkEffect.Send(var lane, LinkFrame.AdvanceAck ack)) {
                acks.add(ack);
            }
        }
        return acks;
    }
}
