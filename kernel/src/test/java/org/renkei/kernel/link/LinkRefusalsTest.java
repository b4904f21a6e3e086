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
import org.renkei.kernel.record.NodeId;

/// Japan's session, fed by hand with what a wrong or hostile United States could send. Japan has three entries for it.
class LinkRefusalsTest {
    private static final Hash NOTHING = Hash.ofEmptyTree();
    private static final List<byte[]> THREE = Entries.of(USA, 3);

    private final MerkleTree outbox = new MerkleTree();
    private final LinkSession session;

    LinkRefusalsTest() {
        Entries.of(JPN, 3).forEach(outbox::append);
        session = Sessions.older(JPN, USA, new MerkleTree(), 3, outbox::root);
        session.opened(0);
    }

    @ParameterizedTest(name = "{0} for {1} of {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        USA/yokota   | JPN/ichigaya | 1    | established
        USA/yokota   | JPN/ichigaya | 1 7  | established
        USA/yokosuka | JPN/ichigaya | 1    | WRONG_NODE
        AUS/canberra | JPN/ichigaya | 1    | WRONG_NODE
        USA/yokota   | JPN/kumamoto | 1    | WRONG_NODE
        JPN/ichigaya | USA/yokota   | 1    | WRONG_NODE
        USA/yokota   | JPN/ichigaya | 2 3  | NO_COMMON_VERSION
        USA/yokota   | JPN/ichigaya | 0    | NO_COMMON_VERSION
        """)
    void meetsOnlyThePartnerItLooksFor(String node, String to, String versions, String outcome) {
        var known = new ArrayList<Integer>();
        for (var version : versions.split(" ")) {
            known.add(Integer.valueOf(version));
        }
        var effects = receive(Sessions.hello(known, node, to, 0, NOTHING));
        if (outcome.equals("established")) {
            assertThat(effects)
                    .contains(new LinkEffect.ReadOutbox(1, 131072))
                    .hasAtLeastOneElementOfType(LinkEffect.Established.class);
        } else {
            assertRefused(effects, LinkProblem.valueOf(outcome));
        }
    }

    @Test
    void noticesThatItIsBehindItsPartner() {
        assertRefused(receive(hello(4, outbox.root())), LinkProblem.BEHIND);
    }

    @Test
    void noticesAnotherHistoryInTheGreeting() {
        assertRefused(receive(hello(2, outbox.root(3))), LinkProblem.FORK);
    }

    @Test
    void resumesWhereThePartnerHoldsTheSameHistory() {
        assertThat(receive(hello(2, outbox.root(2))))
                .contains(new LinkEffect.Confirmed(2, outbox.root(2)), new LinkEffect.ReadOutbox(3, 131072));
    }

    @Test
    void noticesAnotherHistoryInAConfirmation() {
        greetAndSend(3);
        assertRefused(receive(new LinkFrame.Ack(2, outbox.root(3))), LinkProblem.FORK);
    }

    @Test
    void refusesAConfirmationBeyondWhatWasSent() {
        greetAndSend(2);
        assertRefused(receive(new LinkFrame.Ack(3, outbox.root(3))), LinkProblem.MALFORMED);
    }

    @Test
    void refusesAConfirmationThatGoesBack() {
        greetAndSend(3);
        assertThat(receive(new LinkFrame.Ack(2, outbox.root(2)))).contains(new LinkEffect.Confirmed(2, outbox.root(2)));
        assertRefused(receive(new LinkFrame.Ack(1, outbox.root(1))), LinkProblem.MALFORMED);
    }

    @Test
    void refusesASecondGreeting() {
        receive(hello(0, NOTHING));
        assertRefused(receive(hello(0, NOTHING)), LinkProblem.MALFORMED);
    }

    @Test
    void refusesABatchBeforeTheGreeting() {
        assertRefused(receive(batch(1, THREE)), LinkProblem.MALFORMED);
    }

    @Test
    void refusesAConfirmationBeforeTheGreeting() {
        assertRefused(receive(new LinkFrame.Ack(0, NOTHING)), LinkProblem.MALFORMED);
    }

    @ParameterizedTest(name = "batch from {0} of entries {1}")
    @CsvSource({"2, 1 2 3", "0, 1 2 3", "1, 2 3", "1, 1 3", "1, 1 1 2", "1, 2 1", "1, 1 2 2", "1, ''", "2, 2 3"})
    void refusesGapsRepetitionsAndEmptyBatches(long from, String positions) {
        receive(hello(0, NOTHING));
        var entries = new ArrayList<byte[]>();
        for (var position : positions.isEmpty() ? new String[0] : positions.split(" ")) {
            entries.add(THREE.get(Integer.parseInt(position) - 1));
        }
        assertRefused(receive(batch(from, entries)), LinkProblem.MALFORMED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"JPN/ichigaya", "AUS/canberra", "USA/yokosuka"})
    void refusesARecordThatThePartnerDidNotWrite(String origin) {
        receive(hello(0, NOTHING));
        var entries = List.of(THREE.getFirst(), Entries.release(NodeId.parse(origin), 2, "report 2"));
        assertRefused(receive(batch(1, entries)), LinkProblem.MALFORMED);
    }

    @Test
    void storesWhatFitsItsCheckpoint() {
        receive(hello(0, NOTHING));
        assertThat(receive(batch(1, THREE))).singleElement().isInstanceOfSatisfying(LinkEffect.Store.class, store -> {
            assertThat(store.size()).isEqualTo(3);
            assertThat(store.entries().stream().map(received -> received.entry().position()))
                    .containsExactly(1L, 2L, 3L);
            assertThat(store.entries().getFirst().leaf()).isEqualTo(Hash.ofLeaf(THREE.getFirst()));
        });
    }

    @ParameterizedTest(name = "byte {0} and every seventh after it")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void refusesAFlippedBitInAnEntry(int first) {
        var checkpoint = LinkKeys.checkpoint(USA, JPN, THREE);
        for (var at = first; at < THREE.get(1).length; at += 7) {
            var flipped = THREE.get(1).clone();
            flipped[at] ^= (byte) (1 << at % 8);
            var entries = List.of(THREE.get(0), flipped, THREE.get(2));
            var fresh = Sessions.older(JPN, USA, new MerkleTree(), 3, outbox::root);
            fresh.opened(0);
            Sessions.receive(fresh, hello(0, NOTHING), 0);
            var effects = Sessions.receive(fresh, new LinkFrame.Batch(1, entries, checkpoint), 0);
            assertThat(problem(effects)).isIn(LinkProblem.MALFORMED, LinkProblem.CHECKPOINT_WRONG);
            assertThat(effects).noneMatch(LinkEffect.Store.class::isInstance);
        }
    }

    @ParameterizedTest(name = "checkpoint of {0} by {1} over {2} entries, root of {3}")
    @CsvSource({
        "USA/yokota/ledger/AUS/canberra, USA/yokota, 3, 3",
        "USA/yokota/audit, USA/yokota, 3, 3",
        "JPN/ichigaya/ledger/USA/yokota, USA/yokota, 3, 3",
        "USA/yokota/ledger/JPN/ichigaya, USA/yokosuka, 3, 3",
        "USA/yokota/ledger/JPN/ichigaya, JPN/ichigaya, 3, 3",
        "USA/yokota/ledger/JPN/ichigaya, USA/yokota, 4, 3",
        "USA/yokota/ledger/JPN/ichigaya, USA/yokota, 2, 2",
        "USA/yokota/ledger/JPN/ichigaya, USA/yokota, 3, 2"
    })
    void refusesACheckpointOfSomethingElse(String ledger, String signer, int size, int rootOf) {
        receive(hello(0, NOTHING));
        var tree = new MerkleTree();
        THREE.forEach(tree::append);
        var checkpoint = LinkKeys.checkpoint(NodeId.parse(signer), ledger, size, tree.root(rootOf));
        assertRefused(receive(new LinkFrame.Batch(1, THREE, checkpoint)), LinkProblem.CHECKPOINT_WRONG);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"GET / HTTP/1.1\r\n", "\u0000\u0000\u0000\u0001\u00ff", "\u007f"})
    void refusesWhatIsNoSession(String garbage) {
        var reader = new FrameReader(null);
        var effects = new ArrayList<LinkEffect>();
        for (var piece : List.of(garbage, "\u00ff\u00ff\u00ff\u00ff")) {
            var bytes = piece.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            try {
                effects.addAll(session.received(Lane.BULK, reader.read(bytes), bytes.length, 0));
            } catch (RuntimeException e) {
                effects.addAll(session.garbled(String.valueOf(e.getMessage())));
            }
        }
        assertRefused(effects, LinkProblem.MALFORMED);
    }

    private List<LinkEffect> receive(LinkFrame frame) {
        return Sessions.receive(session, frame, 0);
    }

    private void greetAndSend(int count) {
        receive(hello(0, NOTHING));
        assertThat(session.outboxRead(1, Sessions.whole(Entries.of(JPN, count)), "not looked at here"))
                .isNotEmpty();
    }

    private static LinkFrame hello(long heldSize, Hash heldRoot) {
        return Sessions.hello(List.of(1), USA.toString(), JPN.toString(), heldSize, heldRoot);
    }

    private static LinkFrame batch(long from, List<byte[]> entries) {
        return new LinkFrame.Batch(from, entries, LinkKeys.checkpoint(USA, JPN, entries));
    }

    /// Closed, the partner told the code and nothing else, nothing stored.
    private static void assertRefused(List<LinkEffect> effects, LinkProblem problem) {
        assertThat(problem(effects)).isEqualTo(problem);
        assertThat(effects.get(effects.size() - 2))
                .isInstanceOfSatisfying(
                        LinkEffect.Send.class,
                        send -> assertThat(List.of(send.frame()))
                                .containsExactly(new LinkFrame.Goodbye(problem.code())));
        assertThat(effects)
                .noneMatch(effect -> effect instanceof LinkEffect.Store
                        || effect instanceof LinkEffect.Established
                        || effect instanceof LinkEffect.Confirmed);
    }

    private static LinkProblem problem(List<LinkEffect> effects) {
        assertThat(effects).isNotEmpty();
        assertThat(effects.getLast()).isInstanceOf(LinkEffect.Close.class);
        return ((LinkEffect.Close) effects.getLast()).problem();
    }
}
