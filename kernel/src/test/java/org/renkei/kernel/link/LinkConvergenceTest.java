package org.renkei.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

/// Two sessions over a wire in memory: whatever is cut, wherever, and whenever a node dies, in the end each node holds
/// the other's ledger, every entry once.
class LinkConvergenceTest {
    private static final int ENTRIES = 4;
    private static final List<byte[]> FROM_JAPAN = Entries.of(Entries.JPN, ENTRIES);
    private static final List<byte[]> FROM_STATES = Entries.of(Entries.USA, ENTRIES);

    private LinkHost japan;
    private LinkHost states;
    private long now;

    @BeforeEach
    void connect() {
        japan = new LinkHost(Entries.JPN, Entries.USA, 3);
        states = new LinkHost(Entries.USA, Entries.JPN, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void bothHoldTheWholeWhateverIsCutAndWhoeverDies(long seed) {
        var random = Seeds.random(seed);
        japan = new LinkHost(Entries.JPN, Entries.USA, 1 + random.nextInt(3));
        states = new LinkHost(Entries.USA, Entries.JPN, 1 + random.nextInt(3));
        open();
        for (var cuts = random.nextInt(4); cuts > 0; cuts--) {
            for (var steps = random.nextInt(60); steps > 0; steps--) {
                step(random);
            }
            crash(random);
        }
        write(japan, FROM_JAPAN, ENTRIES);
        write(states, FROM_STATES, ENTRIES);
        runToTheEnd(random);
        assertConverged();
    }

    @Test
    void nothingIsSentTwiceWithinASession() {
        write(japan, FROM_JAPAN, ENTRIES);
        open();
        var sent = 0;
        while (japan.hasSent() || states.hasSent() || japan.isStoring() || states.isStoring()) {
            var bytes = japan.takeSent(Integer.MAX_VALUE);
            sent += bytes.length;
            states.receive(bytes, now);
            finishAll();
            japan.receive(states.takeSent(Integer.MAX_VALUE), now);
        }
        assertConverged();
        var content = FROM_JAPAN.stream().mapToInt(entry -> entry.length).sum();
        assertThat(sent).isLessThan(content + 3 * 8_000);
    }

    @Test
    void whatIsDurableButNotConfirmedIsNotSentAgain() {
        write(japan, FROM_JAPAN, 3);
        open();
        while (!states.isStoring()) {
            exchange();
        }
        states.finishStoring(false);
        japan.cut();
        states.cut();
        assertThat(japan.confirmed).isZero();
        open();
        exchange();
        exchange();
        assertThat(japan.confirmed).isEqualTo(3);
        assertThat(states.isStoring()).isFalse();
        assertThat(states.inbox).hasSize(3);
    }

    @Test
    void whatIsNotDurableIsSentAgain() {
        write(japan, FROM_JAPAN, 3);
        open();
        while (!states.isStoring()) {
            exchange();
        }
        japan.cut();
        states.cut();
        open();
        runToTheEnd(Seeds.random(1));
        assertConverged();
    }

    @Test
    void twoEmptyLedgersMeetAndStayQuiet() {
        open();
        runToTheEnd(Seeds.random(2));
        assertThat(japan.isEstablished()).isTrue();
        assertThat(states.isEstablished()).isTrue();
        assertConverged();
    }

    @Test
    void whatIsWrittenDuringTheSessionFollowsAtOnce() {
        open();
        exchange();
        exchange();
        write(japan, FROM_JAPAN, 1);
        assertThat(japan.hasSent()).isTrue();
        states.receive(japan.takeSent(Integer.MAX_VALUE), now);
        assertThat(states.isStoring()).isTrue();
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private void open() {
        japan.open(now);
        states.open(now);
    }

    private void step(Random random) {
        now += random.nextInt(2_000);
        var host = random.nextBoolean() ? japan : states;
        var other = host == japan ? states : japan;
        switch (random.nextInt(8)) {
            case 0 -> write(host, host == japan ? FROM_JAPAN : FROM_STATES, host.outbox.size() + 1);
            case 1 -> host.tick(now);
            case 2, 3 -> {
                if (host.isStoring()) {
                    host.finishStoring(true);
                }
            }
            default -> other.receive(host.takeSent(1 + random.nextInt(random.nextBoolean() ? 9 : 20_000)), now);
        }
        assertThat(japan.close()).isNull();
        assertThat(states.close()).isNull();
    }

    /// The link goes; a node may die with it, before or after the disk has what it was about to store.
    private void crash(Random random) {
        for (var host : List.of(japan, states)) {
            if (host.isStoring() && random.nextBoolean()) {
                host.finishStoring(false);
            }
            host.cut();
        }
        if (random.nextBoolean()) {
            write(japan, FROM_JAPAN, japan.outbox.size() + random.nextInt(3));
        }
        now += random.nextInt(1_000_000_000);
        open();
    }

    private void runToTheEnd(Random random) {
        while (japan.hasSent() || states.hasSent() || japan.isStoring() || states.isStoring()) {
            states.receive(japan.takeSent(1 + random.nextInt(10_000)), now);
            japan.receive(states.takeSent(1 + random.nextInt(10_000)), now);
            if (random.nextBoolean()) {
                finishAll();
            }
        }
    }

    private void exchange() {
        var toStates = japan.takeSent(Integer.MAX_VALUE);
        var toJapan = states.takeSent(Integer.MAX_VALUE);
        states.receive(toStates, now);
        japan.receive(toJapan, now);
    }

    private void finishAll() {
        for (var host : List.of(japan, states)) {
            if (host.isStoring()) {
                host.finishStoring(true);
            }
        }
    }

    private void assertConverged() {
        assertThat(japan.close()).isNull();
        assertThat(states.close()).isNull();
        assertThat(hex(states.inbox)).isEqualTo(hex(japan.outbox));
        assertThat(hex(japan.inbox)).isEqualTo(hex(states.outbox));
        assertThat(japan.confirmed).isEqualTo(japan.outbox.size());
        assertThat(states.confirmed).isEqualTo(states.outbox.size());
    }

    /// Brings the ledger of a host to that size, at most to the end of the entries there are.
    private static void write(LinkHost host, List<byte[]> entries, int size) {
        host.write(entries.subList(host.outbox.size(), Math.max(host.outbox.size(), Math.min(size, ENTRIES))));
    }

    private static List<String> hex(List<byte[]> entries) {
        var hex = new ArrayList<String>();
        entries.forEach(entry -> hex.add(HexFormat.of().formatHex(entry)));
        return hex;
    }
}
