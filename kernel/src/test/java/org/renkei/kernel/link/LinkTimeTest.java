package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.link.Entries.JPN;
import static org.renkei.kernel.link.Entries.USA;

import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;

class LinkTimeTest {
    private static final long START = 1_460_737_506_000L;

    private final LinkSession session = Sessions.older(JPN, USA, new MerkleTree(), 0, size -> Hash.ofEmptyTree());

    @Test
    void silenceOfMoreThanAMinuteClosesTheSession() {
        session.opened(START);
        assertThat(session.tick(START + 60_000)).isEmpty();
        assertThat(session.tick(START + 60_001).getLast())
                .isEqualTo(new LinkEffect.Close(LinkProblem.LOST, "nothing heard for 60 s"));
    }

    @ParameterizedTest(name = "reached after {0} ms: lost after {1} ms of silence")
    @CsvSource({"0, 25000", "1200, 34600", "9000, 60000"})
    void whoHasReachedThePartnerQuicklyDoesNotWaitAMinuteForItsGreeting(long reached, long silence) {
        session.reached(reached);
        session.opened(START);
        assertThat(session.tick(START + silence)).isEmpty();
        assertThat(session.tick(START + silence + 1)).anyMatch(LinkEffect.Close.class::isInstance);
    }

    @Test
    void anyByteKeepsItAlive() {
        session.opened(START);
        assertThat(session.tick(START + 59_000)).isEmpty();
        session.received(Lane.BULK, List.of(), 1, START + 59_000);
        assertThat(session.tick(START + 110_000)).isEmpty();
        session.received(Lane.BULK, List.of(), 1, START + 110_000);
        assertThat(session.tick(START + 170_000)).isEmpty();
        assertThat(session.tick(START + 170_001)).isNotEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepADeadLinkAlive() {
        session.opened(START);
        var back = START - 5 * 3_600_000;
        assertThat(session.tick(back)).isEmpty();
        assertThat(session.tick(back + 60_000)).isEmpty();
        assertThat(session.tick(back + 60_001)).anyMatch(LinkEffect.Close.class::isInstance);
    }

    @Test
    void aClockThatIsSetForwardIsNotTakenForASlowLink() {
        establish(START);
        var forward = START + 5 * 3_600_000;
        pong(forward, START);
        assertThat(session.tick(forward + 600_000)).anyMatch(LinkEffect.Close.class::isInstance);
    }

    @Test
    void pingsAfterTenQuietSecondsAndMeasuresTheRoundTrip() {
        establish(START);
        assertThat(session.roundTripMillis()).isEqualTo(-1);
        pong(START + 2_000, START);
        assertThat(session.roundTripMillis()).isEqualTo(2_000);
        assertThat(session.tick(START + 9_999)).isEmpty();
        var ping = session.tick(START + 10_000);
        assertThat(ping).singleElement().isInstanceOf(LinkEffect.Send.class);
        pong(START + 10_300, START + 10_000);
        assertThat(session.roundTripMillis()).isEqualTo(300);
    }

    @ParameterizedTest(name = "round trip {0} ms: lost after {1} ms of silence")
    @CsvSource({"0, 25000", "1, 25008", "2000, 41000", "20000, 185000", "50000, 425000"})
    void theSlowerTheLinkTheLongerThePatience(long roundTrip, long silence) {
        establish(START);
        pong(START + roundTrip, START);
        var heard = START + roundTrip;
        assertThat(session.tick(heard + silence)).noneMatch(LinkEffect.Close.class::isInstance);
        assertThat(session.tick(heard + silence + 1)).anyMatch(LinkEffect.Close.class::isInstance);
    }

    @ParameterizedTest(name = "{0} s each way")
    @ValueSource(ints = {0, 1, 5, 20})
    void aSlowLinkStaysUpAndCarriesEverything(int secondsEachWay) {
        var japan = new LinkHost(JPN, USA, 1);
        var states = new LinkHost(USA, JPN, 1);
        japan.write(Entries.of(JPN, 5));
        states.write(Entries.of(USA, 5));
        run(japan, states, secondsEachWay, Integer.MAX_VALUE, 900);
        assertThat(japan.inbox).hasSize(5);
        assertThat(states.inbox).hasSize(5);
        assertThat(japan.session().roundTripMillis())
                .isBetween(2_000L * secondsEachWay, 2_000L * secondsEachWay + 2_000);
    }

    /// 1 kB/s, as over a satellite telephone: a batch takes longer than a minute, and all the while nothing but its own
    /// slow bytes proves that the link is there. The sender must not give up, or the next session will do the same.
    @Test
    void aNarrowLinkStaysUpWhileABatchCreepsThrough() {
        var japan = new LinkHost(JPN, USA, 1);
        var states = new LinkHost(USA, JPN, 1);
        japan.write(List.of(Entries.release(JPN, 1, "x".repeat(100_000))));
        run(japan, states, 1, 1_000, 200);
        assertThat(states.inbox).hasSize(1);
        assertThat(japan.confirmed).isEqualTo(1);
    }

    /// One step a second; what is sent arrives after the delay, no more bytes a second than the link can carry.
    private static void run(LinkHost japan, LinkHost states, int delay, int bytesPerSecond, int seconds) {
        japan.open(START);
        states.open(START);
        var toStates = new ArrayDeque<byte[]>();
        var toJapan = new ArrayDeque<byte[]>();
        for (var second = 0; second <= seconds; second++) {
            var now = START + second * 1_000L;
            toStates.add(japan.takeSent(bytesPerSecond));
            toJapan.add(states.takeSent(bytesPerSecond));
            deliver(states, toStates, delay, now);
            deliver(japan, toJapan, delay, now);
            for (var host : List.of(japan, states)) {
                if (host.isStoring()) {
                    host.finishStoring(true);
                }
                host.tick(now);
                assertThat(host.close()).as("%s after %d s", host.self, second).isNull();
            }
        }
    }

    private static void deliver(LinkHost host, ArrayDeque<byte[]> onTheWay, int delay, long now) {
        if (onTheWay.size() > delay) {
            var bytes = onTheWay.remove();
            if (bytes.length > 0) {
                host.receive(bytes, now);
            }
        }
    }

    private void establish(long now) {
        session.opened(now);
        var hello = Sessions.hello(List.of(1), USA.toString(), JPN.toString(), 0, Hash.ofEmptyTree());
        assertThat(Sessions.receive(session, hello, now)).hasAtLeastOneElementOfType(LinkEffect.Established.class);
    }

    private void pong(long now, long token) {
        Sessions.receive(session, new LinkFrame.Pong(token), now);
    }
}
