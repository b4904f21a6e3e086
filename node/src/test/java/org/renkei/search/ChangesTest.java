package org.renkei.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the index looks at first, and for what a reader waits.
class ChangesTest {
    private final Changes changes = new Changes();

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> UUID.randomUUID()).toList();
    }

    private Changes.Some done(int most) {
        var some = changes.take(most);
        changes.did(some);
        return some;
    }

    @Test
    void aReaderDoesNotWaitForWhatSomebodyElseBringsIn() {
        changes.add(ids(1_000), "feed");
        var own = UUID.randomUUID();
        changes.add(List.of(own), "abe");
        var ticket = changes.ticket("abe");
        assertThat(changes.isDone(ticket)).isFalse();
        assertThat(done(500).ids()).containsExactly(own);
        assertThat(changes.isDone(ticket)).isTrue();
        assertThat(changes.isDone(changes.newest())).isFalse();
    }

    @Test
    void whoBroughtMuchInWaitsForAllOfIt() {
        changes.add(ids(1_000), "abe");
        var ticket = changes.ticket("abe");
        done(500);
        assertThat(changes.isDone(ticket)).isFalse();
        done(500);
        assertThat(changes.isDone(ticket)).isTrue();
    }

    static Stream<Long> seeds() {
        return new Random(86).longs(200).boxed();
    }

    /// In whatever order changes come and are taken: what a reader wrote before asking is in the index when the wait
    /// ends, and nothing is left out.
    @ParameterizedTest
    @MethodSource("seeds")
    void theWaitEndsWithEveryWordOfTheReaderInTheIndex(long seed) {
        var random = new Random(seed);
        var left = new HashSet<UUID>();
        var written = new HashSet<UUID>();
        var waits = 0;
        for (var step = 0; step < 40; step++) {
            var many = ids(random.nextInt(1, 60));
            var writer = random.nextBoolean() ? "abe" : "feed";
            changes.add(many, writer);
            left.addAll(many);
            if (writer.equals("abe")) {
                written.addAll(many);
            }
            for (var takes = random.nextInt(6); takes > 0; takes--) {
                done(random.nextInt(1, 50)).ids().forEach(left::remove);
            }
            if (changes.isDone(changes.ticket("abe"))) {
                waits++;
                assertThat(Collections.disjoint(left, written)).isTrue();
            }
        }
        assertThat(waits).as("waits that ended").isPositive();
        while (!changes.isEmpty()) {
            done(50).ids().forEach(left::remove);
        }
        assertThat(left).isEmpty();
        assertThat(changes.isDone(changes.ticket("abe"))).isTrue();
    }
}
