package org.renkei.kernel.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.label.Classification;

/// However an author splits what they release, within the hours of the policy no more leaves than it allows without
/// anybody being asked; and who stays below is never asked.
class ManyLawsTest {
    private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");

    private record Given(Instant at, int records) {}

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void splittingGivesNobodyMoreThanThePolicyAllows(long seed) {
        var random = Seeds.random(seed);
        var rule = new PolicyRule("m", PolicyRule.Act.REVIEW, Cause.MANY, Set.of(), Set.of(), null, 1, 4);
        var policy =
                new ReleasePolicy(1, LocalDate.EPOCH, 1 + random.nextInt(20), 1 + random.nextInt(48), List.of(rule));
        var window = Duration.ofHours(policy.manyHours());
        var given = new ArrayList<Given>();
        var all = new ArrayList<Given>();
        var now = BEGIN;
        for (var turn = 0; turn < 200; turn++) {
            now = now.plusSeconds(random.nextInt((int) window.toSeconds() / 4));
            var batch = new Given(now, 1 + random.nextInt(random.nextBoolean() ? 2 : policy.many() + 2));
            all.add(batch);
            var isMany = policy.isMany(within(given, now, window), batch.records);
            var asked = !policy.matching(new Circumstances(
                            "note", "USA", Classification.SECRET, isMany ? Set.of(Cause.MANY) : Set.of()))
                    .isEmpty();
            if (!asked) {
                given.add(batch);
            }
            assertThat(within(given, now, window)).isLessThanOrEqualTo(policy.many());
            if (within(all, now, window) <= policy.many()) {
                assertThat(asked).as("who stays below is not asked").isFalse();
            }
        }
        assertThat(given).isNotEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static long within(List<Given> given, Instant now, Duration window) {
        return given.stream()
                .filter(one -> one.at.isAfter(now.minus(window)))
                .mapToLong(Given::records)
                .sum();
    }
}
