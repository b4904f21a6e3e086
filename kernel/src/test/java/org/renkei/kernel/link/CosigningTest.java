package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.link.Entries.JPN;
import static org.renkei.kernel.link.Entries.USA;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

/// Checkpoints of audit logs go to the partner and cosignatures come back, one at a time, from version 3 on.
class CosigningTest {
    private static final Hash NOTHING = Hash.ofEmptyTree();
    private static final LinkFrame.Audited AUDITED = new LinkFrame.Audited("c\n", 0, 0, List.of(), new byte[0]);
    private static final LinkFrame.Cosigned COSIGNED = new LinkFrame.Cosigned("cosigned", "c\n", new byte[0]);

    @Test
    void goesOnTheBulkLaneAndComesBack() {
        var session = session(List.of(1, 2, 3));
        session.urgentLaneOpened();
        assertThat(session.audited(AUDITED)).containsExactly(new LinkEffect.Send(Lane.BULK, AUDITED));
        assertThat(session.audited(AUDITED)).as("until it is answered").isEmpty();
        assertThat(Sessions.receive(session, COSIGNED, 2))
                .anySatisfy(one -> assertThat(one).isInstanceOf(LinkEffect.TakeCosigned.class));
        assertThat(session.audited(AUDITED)).hasSize(1);
    }

    @Test
    void askedForOneItAnswersBeforeTheNext() {
        var session = session(List.of(1, 2, 3));
        assertThat(Sessions.receive(session, AUDITED, 2))
                .anySatisfy(one -> assertThat(one).isInstanceOf(LinkEffect.Witness.class));
        assertThat(session.witnessed(COSIGNED)).containsExactly(new LinkEffect.Send(Lane.BULK, COSIGNED));
        Sessions.receive(session, AUDITED, 3);
        assertThat(Sessions.receive(session, AUDITED, 4)).anySatisfy(CosigningTest::isMalformed);
    }

    @Test
    void aCosignatureThatNobodyAskedForEndsTheSession() {
        assertThat(Sessions.receive(session(List.of(1, 2, 3)), COSIGNED, 2)).anySatisfy(CosigningTest::isMalformed);
    }

    @Test
    void anOlderPartnerDoesWithout() {
        var session = session(List.of(1, 2));
        assertThat(session.audited(AUDITED)).isEmpty();
        assertThat(Sessions.receive(session, AUDITED, 2)).anySatisfy(CosigningTest::isMalformed);
    }

    /// What a frame's length tells somebody on the line is the same for every log.
    @ParameterizedTest(name = "{0} hashes")
    @ValueSource(ints = {0, 1, 17, 64})
    void everyFrameIsEquallyLong(int hashes) {
        var proof = Collections.nCopies(hashes, NOTHING);
        var audited = new LinkFrame.Audited("x".repeat(4_700 + hashes), hashes, 0, proof, new byte[0]);
        assertThat(Sessions.encode(audited.padded(byte[]::new))).hasSize(4 + 16_384);
        var answer = new LinkFrame.Cosigned("from", "x".repeat(9_200 + hashes), new byte[0]);
        assertThat(Sessions.encode(answer.padded(byte[]::new))).hasSize(4 + 16_384);
        assertThat(Sessions.encode(new LinkFrame.Cosigned("refused", "", new byte[0]).padded(byte[]::new)))
                .hasSize(4 + 16_384);
    }

    @Test
    void unknownCodesCountAsRefused() {
        assertThat(CosigningCode.parse("later")).isEqualTo(CosigningCode.REFUSED);
        assertThat(CosigningCode.parse("went-back")).isEqualTo(CosigningCode.WENT_BACK);
    }

    private static void isMalformed(LinkEffect effect) {
        assertThat(effect)
                .isInstanceOfSatisfying(
                        LinkEffect.Close.class,
                        close -> assertThat(close.problem()).isEqualTo(LinkProblem.MALFORMED));
    }

    private static LinkSession session(List<Integer> partner) {
        var session = new LinkSession(Sessions.terms(
                JPN, USA, LinkSession.VERSIONS, new MerkleTree(), Map.of(), 0, 0, size -> NOTHING, at -> NOTHING));
        session.opened(0);
        var hello = new LinkFrame.Hello(partner, USA.toString(), JPN.toString(), 0, NOTHING, "", new byte[] {9}, 0);
        Sessions.receive(session, hello, 1);
        return session;
    }
}
