package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.link.Entries.JPN;
import static org.renkei.kernel.link.Entries.USA;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

/// On a thin line a checkpoint of its own takes longer than a few entries. Japan's session, with one batch under way.
class ThinLineTest {
    private static final int THIN = 8_000;
    private static final List<byte[]> ENTRIES = Entries.of(JPN, 40);

    private final MerkleTree outbox = new MerkleTree();
    private LinkSession session;

    @BeforeEach
    void sendOneBatch() {
        ENTRIES.subList(0, 2).forEach(outbox::append);
        var terms =
                Sessions.terms(JPN, USA, List.of(1, 2), new MerkleTree(), Map.of(), 2, 2, outbox::root, outbox::leaf);
        session = new LinkSession(terms);
        session.opened(0);
        var token = new byte[] {1};
        Sessions.receive(
                session,
                new LinkFrame.Hello(List.of(1, 2), USA.toString(), JPN.toString(), 0, Hash.ofEmptyTree(), "", token, 0),
                0);
        session.urgentRead(List.of());
        var checkpoint = LinkKeys.checkpoint(JPN, LinkSession.ledgerName(JPN, USA), 2, outbox.root(2));
        assertThat(session.outboxRead(1, Sessions.whole(ENTRIES.subList(0, 2)), checkpoint))
                .anyMatch(effect -> effect instanceof LinkEffect.Send(var lane, LinkFrame.Columns _));
    }

    @Test
    void fewEntriesWaitUntilWhatIsUnderWayIsConfirmed() {
        session.rate(THIN);
        assertThat(grow(3)).isEmpty();
        assertThat(grow(5)).isEmpty();
        assertThat(Sessions.receive(session, new LinkFrame.Ack(2, outbox.root(2)), 1))
                .anyMatch(effect -> effect instanceof LinkEffect.ReadOutbox(var from, var bytes) && from == 3);
    }

    @Test
    void manyGoAtOnce() {
        session.rate(THIN);
        assertThat(grow(40)).anyMatch(LinkEffect.ReadOutbox.class::isInstance);
    }

    @Test
    void onOtherLinesFewGoAtOnceToo() {
        assertThat(grow(3)).as("nothing is known of the line").anyMatch(LinkEffect.ReadOutbox.class::isInstance);
        var other = new ThinLineTest();
        other.sendOneBatch();
        other.session.rate(100_000);
        assertThat(other.grow(3)).anyMatch(LinkEffect.ReadOutbox.class::isInstance);
    }

    private List<LinkEffect> grow(int size) {
        ENTRIES.subList((int) outbox.size(), size).forEach(outbox::append);
        return session.outboxGrew(size, false);
    }
}
