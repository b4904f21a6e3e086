package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.link.Entries.JPN;
import static org.renkei.kernel.link.Entries.USA;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

/// How many batches are on their way, and how a session ends. Japan's session; the United States by hand.
class LinkSessionTest {
    private static final List<byte[]> STATES = Entries.of(USA, 6);

    private final MerkleTree outbox = new MerkleTree();
    private final LinkSession session;

    LinkSessionTest() {
        Entries.of(JPN, 4).forEach(outbox::append);
        session = Sessions.older(JPN, USA, new MerkleTree(), 4, outbox::root);
    }

    @Test
    void greetsWithWhatItHoldsAndSendsNothingBeforeItIsGreeted() {
        var held = new MerkleTree();
        STATES.forEach(held::append);
        var resumed = Sessions.older(JPN, USA, held, 4, outbox::root);
        assertThat(frames(resumed.opened(0)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(Sessions.hello(List.of(1), "JPN/ichigaya", "USA/yokota", held.size(), held.root())));
        assertThat(resumed.outboxGrew(4, true)).isEmpty();
        assertThat(resumed.tick(30_000)).isEmpty();
    }

    @Test
    void keepsTwoBatchesOnTheirWayAndTheNextAfterAConfirmation() {
        open();
        assertThat(send(1)).contains(new LinkEffect.ReadOutbox(2, 131072));
        assertThat(send(2)).noneMatch(LinkEffect.ReadOutbox.class::isInstance);
        assertThat(receive(new LinkFrame.Ack(1, outbox.root(1))))
                .containsExactly(new LinkEffect.Confirmed(1, outbox.root(1)), new LinkEffect.ReadOutbox(3, 131072));
        assertThat(send(3)).noneMatch(LinkEffect.ReadOutbox.class::isInstance);
    }

    @Test
    void readsItsOutboxOnceAtATimeAndAgainWhenItGrows() {
        open();
        assertThat(session.outboxGrew(4, true)).isEmpty();
        assertThat(session.outboxRead(1, Sessions.whole(Entries.of(JPN, 4)), "checkpoint"))
                .noneMatch(LinkEffect.ReadOutbox.class::isInstance);
        outbox.append(new byte[] {5});
        assertThat(session.outboxGrew(5, true)).containsExactly(new LinkEffect.ReadOutbox(5, 131072));
    }

    @Test
    void doesNotSendWhatItDidNotAskFor() {
        open();
        assertThat(frames(session.outboxRead(2, Sessions.whole(Entries.of(JPN, 1)), "checkpoint")))
                .isEmpty();
        assertThat(frames(session.outboxRead(1, List.of(), "checkpoint"))).isEmpty();
    }

    @Test
    void storesOneBatchAfterTheOtherAndConfirmsEach() {
        open();
        assertThat(stores(receive(batch(1, 2)))).isEqualTo(1);
        assertThat(receive(batch(3, 4))).isEmpty();
        var effects = session.stored();
        assertThat(frames(effects)).containsExactly(new LinkFrame.Ack(2, root(2)));
        assertThat(stores(effects)).isEqualTo(1);
        assertThat(frames(session.stored())).containsExactly(new LinkFrame.Ack(4, root(4)));
    }

    @Test
    void refusesMoreBatchesAtOnceThanAllowed() {
        open();
        receive(batch(1, 1));
        for (var next = 2; next <= 5; next++) {
            assertThat(receive(batch(next, next))).isEmpty();
        }
        assertThat(closing(receive(batch(6, 6)))).isEqualTo(LinkProblem.MALFORMED);
    }

    /// An exception out of [LinkSession#stored] would be the host's to deal with.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"garbage", "another position"})
    void refusesAWrongBatchThatHadToWait(String kind) {
        open();
        receive(batch(1, 1));
        var entry = kind.equals("garbage") ? new byte[] {1, 2, 3} : STATES.get(3);
        receive(new LinkFrame.Batch(2, List.of(entry), "checkpoint"));
        assertThat(closing(session.stored())).isEqualTo(LinkProblem.MALFORMED);
    }

    @Test
    void endsWhenItCannotStoreAndSaysSo() {
        open();
        receive(batch(1, 1));
        var effects = session.notStored("disk full at /var/lib/renkei");
        assertThat(frames(effects)).containsExactly(new LinkFrame.Goodbye("not-stored"));
        assertThat(effects).contains(new LinkEffect.Close(LinkProblem.NOT_STORED, "disk full at /var/lib/renkei"));
    }

    @Test
    void stopsWithAGoodbyeAndThePartnerWithoutOne() {
        open();
        assertThat(frames(session.stop())).containsExactly(new LinkFrame.Goodbye("stopped"));
        var partner = Sessions.older(USA, JPN, new MerkleTree(), 0, outbox::root);
        partner.opened(0);
        assertThat(Sessions.receive(partner, new LinkFrame.Goodbye("stopped"), 0))
                .containsExactly(new LinkEffect.Close(LinkProblem.STOPPED, "the partner closed: stopped"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "stopped, STOPPED, false",
        "lost, LOST, false",
        "wrong-node, WRONG_NODE, true",
        "no-common-version, NO_COMMON_VERSION, true",
        "malformed, MALFORMED, true",
        "checkpoint-wrong, CHECKPOINT_WRONG, true",
        "fork, FORK, true",
        "behind, BEHIND, true",
        "not-stored, NOT_STORED, false",
        "tired, LOST, false"
    })
    void takesThePartnersWordForWhyItCloses(String code, LinkProblem problem, boolean refusal) {
        open();
        assertThat(closing(receive(new LinkFrame.Goodbye(code)))).isEqualTo(problem);
        assertThat(problem.isRefusal()).isEqualTo(refusal);
    }

    @Test
    void answersAPingBeforeAndAfterTheGreeting() {
        session.opened(0);
        assertThat(frames(receive(new LinkFrame.Ping(7)))).containsExactly(new LinkFrame.Pong(7));
        receive(hello());
        assertThat(frames(receive(new LinkFrame.Ping(8)))).containsExactly(new LinkFrame.Pong(8));
    }

    @Test
    void ignoresWhatArrivesAfterItClosed() {
        open();
        session.stop();
        assertThat(receive(batch(1, 1))).isEmpty();
        assertThat(receive(new LinkFrame.Ping(7))).isEmpty();
        assertThat(session.outboxGrew(9, true)).isEmpty();
        assertThat(session.outboxRead(1, Sessions.whole(Entries.of(JPN, 1)), "checkpoint"))
                .isEmpty();
        assertThat(session.stop()).isEmpty();
        assertThat(session.notStored("late")).isEmpty();
    }

    @Test
    void saysNothingMoreAfterItClosedWhenTimePasses() {
        open();
        receive(new LinkFrame.Pong(0));
        session.stop();
        assertThat(session.tick(20_000)).isEmpty();
        assertThat(session.tick(2_000_000)).isEmpty();
    }

    @Test
    void saysNothingMoreAfterItClosedWhenStoringEnds() {
        open();
        receive(batch(1, 1));
        session.stop();
        assertThat(session.stored()).isEmpty();
    }

    private void open() {
        session.opened(0);
        receive(hello());
    }

    private List<LinkEffect> receive(LinkFrame frame) {
        return Sessions.receive(session, frame, 0);
    }

    private List<LinkEffect> send(int position) {
        var entries = Entries.of(JPN, 4).subList(position - 1, position);
        return session.outboxRead(position, Sessions.whole(entries), "checkpoint");
    }

    private static LinkFrame hello() {
        return Sessions.hello(List.of(1), USA.toString(), JPN.toString(), 0, Hash.ofEmptyTree());
    }

    private static LinkFrame batch(int from, int to) {
        return new LinkFrame.Batch(
                from, STATES.subList(from - 1, to), LinkKeys.checkpoint(USA, JPN, STATES.subList(0, to)));
    }

    private static Hash root(int size) {
        var tree = new MerkleTree();
        STATES.subList(0, size).forEach(tree::append);
        return tree.root();
    }

    private static List<LinkFrame> frames(List<LinkEffect> effects) {
        var frames = new ArrayList<LinkFrame>();
        for (var effect : effects) {
            if (effect instanceof LinkEffect.Send(var lane, var frame)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static long stores(List<LinkEffect> effects) {
        return effects.stream().filter(LinkEffect.Store.class::isInstance).count();
    }

    private static LinkProblem closing(List<LinkEffect> effects) {
        assertThat(effects).isNotEmpty();
        assertThat(effects.getLast()).isInstanceOf(LinkEffect.Close.class);
        return ((LinkEffect.Close) effects.getLast()).problem();
    }
}
