package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.FetchHost.Missing;

/// Contents of attachments over a wire in memory: what is cut goes on from the first missing byte, the ledger goes
/// first, and nothing wrong with a content ends a session.
class FetchingTest {
    private FetchHost japan;
    private FetchHost states;
    private long now;

    @BeforeEach
    void connect() {
        japan = new FetchHost(Entries.JPN, Entries.USA);
        states = new FetchHost(Entries.USA, Entries.JPN);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyContentArrivesOnceWhateverIsCut(long seed) {
        var random = Seeds.random(seed);
        var contents = new ArrayList<byte[]>();
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            contents.add(content(1 + random.nextInt(random.nextBoolean() ? 900 : 400_000), random));
        }
        contents.forEach(one -> states.wants(japan.offers(one), one.length));
        for (var cuts = random.nextInt(5); cuts > 0; cuts--) {
            open();
            for (var steps = random.nextInt(40); steps > 0; steps--) {
                step(random);
            }
            japan.cut();
            states.cut();
        }
        open();
        states.grew();
        exchangeAll(random);
        contents.forEach(one -> assertThat(states.held(Hash.ofContent(one))).isEqualTo(one));
        assertThat(states.bytesStored)
                .isEqualTo(contents.stream().mapToLong(one -> one.length).sum());
        assertThat(japan.close).isNull();
        assertThat(states.close).isNull();
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @Test
    void ledgerEntriesGoBeforeChunks() {
        var content = content(300_000, Seeds.random(1));
        states.wants(japan.offers(content), content.length);
        open();
        japan.holdReading = true;
        japan.write(Entries.of(Entries.JPN, 1));
        exchange();
        exchange();
        exchange();
        assertThat(japan.attachmentsRead).isZero();
        japan.goOnReading();
        exchangeAll(Seeds.random(2));
        assertThat(states.held(Hash.ofContent(content))).isEqualTo(content);
        assertThat(states.entriesStored).isEqualTo(1);
    }

    @Test
    void rangesGrowWithTheLinkAndStayWithinTheirBounds() {
        var content = content(6_000_000, Seeds.random(3));
        states.wants(japan.offers(content), content.length);
        open();
        exchangeAll(Seeds.random(4));
        assertThat(states.ranges.getFirst()).isEqualTo(Fetching.LEAST_RANGE);
        assertThat(states.ranges).contains((long) Fetching.MOST_RANGE);
        assertThat(states.ranges).allMatch(one -> one <= Fetching.MOST_RANGE);
    }

    @Test
    void onASlowLinkARangeStaysSmall() {
        var content = content(200_000, Seeds.random(5));
        states.wants(japan.offers(content), content.length);
        open();
        for (var i = 0; i < 60; i++) {
            now += 3_000;
            exchange();
        }
        assertThat(states.ranges).hasSizeGreaterThan(5).allMatch(one -> one <= Fetching.LEAST_RANGE);
    }

    @Test
    void whatMayNotBeHadIsSaidAndTheNextOneComes() {
        var withheld = content(40_000, Seeds.random(6));
        var open = content(40_000, Seeds.random(7));
        states.wants(Hash.ofContent(withheld), withheld.length);
        states.wants(japan.offers(open), open.length);
        open();
        exchangeAll(Seeds.random(8));
        assertThat(states.lacking).as("a refusal takes its time").isEmpty();
        now += 250;
        japan.tick(now);
        exchangeAll(Seeds.random(8));
        assertThat(states.lacking).containsExactly(new Missing(Hash.ofContent(withheld), Fetching.NOT_AVAILABLE));
        assertThat(states.held(Hash.ofContent(open))).isEqualTo(open);
    }

    @Test
    void askingQuicklyIsNoWayRoundTheDelayOfARefusal() {
        open();
        exchange();
        for (var i = 0; i < 50; i++) {
            now += 1;
            japan.receive(Sessions.encode(new LinkFrame.Want(Hash.ofContent(new byte[] {(byte) i}), 0, 10)), now);
        }
        assertThat(japan.attachmentsRead).isEqualTo(1);
        now += 250;
        japan.tick(now);
        assertThat(japan.attachmentsRead)
                .as("the newest one, once the first is refused")
                .isEqualTo(2);
        japan.receive(Sessions.encode(new LinkFrame.Want(Hash.ofEmptyTree(), 0, 10)), now + 249);
        japan.tick(now + 249);
        assertThat(japan.attachmentsRead).isEqualTo(2);
        japan.tick(now + 250);
        assertThat(japan.attachmentsRead).isEqualTo(3);
    }

    @Test
    void aChunkOutOfPlaceGivesTheContentUpAndNotTheSession() {
        var content = content(40_000, Seeds.random(9));
        var digest = Hash.ofContent(content);
        states.wants(digest, content.length);
        open();
        exchange();
        for (var wrong : List.of(
                new LinkFrame.Chunk(digest, 1, content.length, new byte[] {1}),
                new LinkFrame.Chunk(Hash.ofEmptyTree(), 0, 5, new byte[] {1}))) {
            states.receive(Sessions.encode(wrong), now);
        }
        assertThat(states.lacking).containsExactly(new Missing(digest, Fetching.DAMAGED));
        assertThat(states.bytesStored).isZero();
        assertThat(states.close).isNull();
    }

    @Test
    void aWrongTotalOrMoreThanAskedForIsDamaged() {
        for (var wrong : List.of(new long[] {0, 7, 1}, new long[] {0, 40_000, 0}, new long[] {0, 40_000, 16_385})) {
            connect();
            var content = content(40_000, Seeds.random(10));
            var digest = Hash.ofContent(content);
            states.wants(digest, content.length);
            open();
            exchange();
            states.receive(
                    Sessions.encode(new LinkFrame.Chunk(digest, wrong[0], wrong[1], new byte[(int) wrong[2]])), now);
            assertThat(states.lacking).containsExactly(new Missing(digest, Fetching.DAMAGED));
        }
    }

    @Test
    void whatIsDroppedAndWantedAgainComesWhole() {
        var content = content(40_000, Seeds.random(11));
        japan.mostRead = 1_000;
        states.wants(japan.offers(content), content.length);
        open();
        exchange();
        japan.receive(states.takeSent(Integer.MAX_VALUE), now);
        takeSome();
        assertThat(states.bytesStored).isPositive();
        states.forgets(Hash.ofContent(content));
        takeSome();
        exchangeAll(Seeds.random(12));
        assertThat(states.lacking).isEmpty();
        assertThat(states.held(Hash.ofContent(content))).isEqualTo(content);
    }

    @Test
    void aRangeThatIsTooLongIsNoSession() {
        open();
        exchange();
        japan.receive(Sessions.encode(new LinkFrame.Want(Hash.ofEmptyTree(), 0, Fetching.MOST_RANGE + 1)), now);
        assertThat(japan.close.problem()).isEqualTo(LinkProblem.MALFORMED);
    }

    private void open() {
        japan.open(now);
        states.open(now);
    }

    private void step(Random random) {
        now += random.nextInt(500);
        var host = random.nextBoolean() ? japan : states;
        var other = host == japan ? states : japan;
        switch (random.nextInt(6)) {
            case 0 -> host.tick(now);
            case 1 -> host.finishStoring();
            default -> other.receive(host.takeSent(1 + random.nextInt(random.nextBoolean() ? 50 : 90_000)), now);
        }
    }

    private void takeSome() {
        states.receive(japan.takeSent(2_500), now);
        states.finishStoring();
    }

    private void exchange() {
        var toStates = japan.takeSent(Integer.MAX_VALUE);
        var toJapan = states.takeSent(Integer.MAX_VALUE);
        states.receive(toStates, now);
        japan.receive(toJapan, now);
        states.finishStoring();
        japan.finishStoring();
    }

    private void exchangeAll(Random random) {
        while (japan.hasWork() || states.hasWork()) {
            now += random.nextInt(20);
            exchange();
        }
    }

    private static byte[] content(int size, Random random) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
