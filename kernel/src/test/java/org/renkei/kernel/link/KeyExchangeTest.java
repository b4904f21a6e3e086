package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// New keys are told of in the greeting, before anything that they have signed.
class KeyExchangeTest {
    private static final NodeId JPN = NodeId.parse("JPN/ichigaya");
    private static final NodeId USA = NodeId.parse("USA/yokota");
    private static final byte[] STATEMENT = {5, 5};

    /// Writes down what it is told.
    private static final class Noted implements KeyExchange {
        final List<byte[]> own = new ArrayList<>();
        final List<String> told = new ArrayList<>();
        Optional<String> refusal = Optional.empty();

        @Override
        public List<byte[]> statements() {
            return own;
        }

        @Override
        public byte[] known() {
            return new byte[] {1};
        }

        @Override
        public Optional<String> take(List<byte[]> statements) {
            statements.forEach(one -> told.add("takes " + HexFormat.of().formatHex(one)));
            return refusal;
        }

        @Override
        public void knows(byte[] key) {
            told.add("knows " + HexFormat.of().formatHex(key));
        }
    }

    private final Noted keys = new Noted();

    @Test
    void successionsAreTakenBeforeAnythingElseAndAnswered() {
        var effects = greet(List.of(1, 2, 3), List.of(STATEMENT), new byte[] {9});
        assertThat(keys.told).containsExactly("takes 0505", "knows 09");
        assertThat(effects)
                .anyMatch(effect ->
                        effect instanceof LinkEffect.Send(var lane, LinkFrame.KeyKnown(var key)) && key[0] == 1);
        assertThat(effects).noneMatch(LinkEffect.Close.class::isInstance);
    }

    @Test
    void aSuccessionThatIsRefusedEndsTheSession() {
        keys.refusal = Optional.of("fork: no");
        var effects = greet(List.of(1, 2, 3), List.of(STATEMENT), new byte[] {9});
        assertThat(effects).contains(new LinkEffect.Close(LinkProblem.KEYS_REFUSED, "fork: no"));
        assertThat(keys.told).containsExactly("takes 0505");
    }

    @Test
    void anOlderNodeCannotBeToldAndIsLeftInPeace() {
        assertThat(greet(List.of(1, 2), List.of(), new byte[0])).noneMatch(LinkEffect.Close.class::isInstance);
        keys.own.add(STATEMENT);
        assertThat(greet(List.of(1, 2), List.of(), new byte[0]))
                .anyMatch(effect ->
                        effect instanceof LinkEffect.Close(var problem, var detail) && problem == LinkProblem.NEW_KEYS);
        assertThat(keys.told).isEmpty();
    }

    @Test
    void whatThisNodeSaysStandsInItsGreeting() {
        keys.own.add(STATEMENT);
        var hello = session().opened(0).stream()
                .filter(LinkEffect.Send.class::isInstance)
                .map(effect -> ((LinkEffect.Send) effect).frame())
                .findFirst();
        assertThat(hello).hasValueSatisfying(frame -> {
            var said = (LinkFrame.Hello) frame;
            assertThat(said.successions()).containsExactly(STATEMENT);
            assertThat(said.known()).containsExactly(1);
        });
    }

    @Test
    void theOtherSideMayTellLaterByWhichKeyItGoes() {
        var session = session();
        session.opened(0);
        session.received(Lane.BULK, List.of(hello(List.of(1, 2, 3), List.of(), new byte[0])), 1, 0);
        session.received(Lane.BULK, List.of(new LinkFrame.KeyKnown(new byte[] {8})), 1, 0);
        assertThat(keys.told).containsExactly("knows 08");
    }

    private List<LinkEffect> greet(List<Integer> versions, List<byte[]> successions, byte[] known) {
        var session = session();
        session.opened(0);
        return session.received(Lane.BULK, List.of(hello(versions, successions, known)), 1, 0);
    }

    private static LinkFrame.Hello hello(List<Integer> versions, List<byte[]> successions, byte[] known) {
        return new LinkFrame.Hello(
                versions,
                USA.toString(),
                JPN.toString(),
                0,
                Hash.ofEmptyTree(),
                "",
                new byte[] {2},
                0,
                successions,
                known);
    }

    private LinkSession session() {
        var empty = new MerkleTree();
        var plain =
                Sessions.terms(JPN, USA, List.of(1, 2, 3), new MerkleTree(), Map.of(), 0, 0, empty::root, empty::leaf);
        return new LinkSession(new LinkTerms(
                plain.self(),
                plain.partner(),
                plain.versions(),
                plain.compression(),
                plain.token(),
                plain.partnerCheck(),
                plain.ownCheck(),
                plain.inbox(),
                plain.advanced(),
                plain.outboxSize(),
                plain.signed(),
                plain.outboxRoot(),
                plain.outboxLeaf(),
                plain.seal(),
                keys));
    }
}
