package org.renkei.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Versions of a nation's policy follow one another at midnight of that nation.
class PhasePolicyTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    private static final PhasePolicy FIRST =
            policy("JPN", Phase.DISASTER, "2016-03-29", "2026-03-31", TOKYO, Assistance.SUPPLIES);
    private static final PhasePolicy SECOND =
            policy("JPN", Phase.DISASTER, "2026-04-01", null, TOKYO, Assistance.TRANSPORT);
    private static final List<PhasePolicy> ALL = List.of(FIRST, SECOND);

    private static PhasePolicy policy(
            String party, Phase phase, String from, @Nullable String until, ZoneId zone, Assistance allows) {
        return new PhasePolicy(
                party,
                phase,
                LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                zone,
                Set.of(allows),
                "An act of " + from,
                from + "の法律",
                "source");
    }

    private static boolean mayGive(String party, Phase phase, Assistance category, String at) {
        return PhasePolicy.against(ALL, party, phase, category, Instant.parse(at))
                .isEmpty();
    }

    @Test
    void theLastDayOfOneVersionIsTheEveOfTheNext() {
        var lastMoment = "2026-03-31T14:59:59Z";
        var midnight = "2026-03-31T15:00:00Z";
        assertThat(mayGive("JPN", Phase.DISASTER, Assistance.SUPPLIES, lastMoment))
                .isTrue();
        assertThat(mayGive("JPN", Phase.DISASTER, Assistance.TRANSPORT, lastMoment))
                .isFalse();
        assertThat(mayGive("JPN", Phase.DISASTER, Assistance.SUPPLIES, midnight))
                .isFalse();
        assertThat(mayGive("JPN", Phase.DISASTER, Assistance.TRANSPORT, midnight))
                .isTrue();
        assertThat(PhasePolicy.inForce(ALL, "JPN", Phase.DISASTER, Instant.parse(lastMoment)))
                .containsExactly(FIRST);
        assertThat(PhasePolicy.inForce(ALL, "JPN", Phase.DISASTER, Instant.parse(midnight)))
                .containsExactly(SECOND);
    }

    @Test
    void aDayBeginsWhereTheNationIs() {
        var american = policy("USA", Phase.DISASTER, "2026-04-01", null, WASHINGTON, Assistance.MEDICAL);
        var eve = Instant.parse("2026-04-01T03:59:59Z");
        assertThat(PhasePolicy.inForce(List.of(american), "USA", Phase.DISASTER, eve))
                .isEmpty();
        assertThat(PhasePolicy.inForce(List.of(american), "USA", Phase.DISASTER, eve.plusSeconds(1)))
                .containsExactly(american);
    }

    @Test
    void beforeTheFirstVersionThereIsNoBasisAndWithoutAnyNothingIsChecked() {
        var before = PhasePolicy.against(
                ALL, "JPN", Phase.DISASTER, Assistance.SUPPLIES, Instant.parse("2016-03-28T14:59:59Z"));
        assertThat(before).get().satisfies(one -> {
            assertThat(one.english()).contains("no law of JPN on record for this phase is in force");
            assertThat(one.japanese()).contains("施行されている JPN の法的根拠");
        });
        assertThat(mayGive("JPN", Phase.PEACETIME, Assistance.SUPPLIES, "2026-04-01T00:00:00Z"))
                .as("another phase")
                .isTrue();
        assertThat(mayGive("USA", Phase.DISASTER, Assistance.SUPPLIES, "2026-04-01T00:00:00Z"))
                .isTrue();
        assertThat(PhasePolicy.isStated(ALL, "JPN", Phase.DISASTER)).isTrue();
        assertThat(PhasePolicy.isStated(ALL, "JPN", Phase.PEACETIME)).isFalse();
    }

    @Test
    void versionsOverlapWhereBothHoldOnADay() {
        var same = policy("JPN", Phase.DISASTER, "2026-03-31", "2026-03-31", TOKYO, Assistance.MEDICAL);
        assertThat(FIRST.overlaps(SECOND)).isFalse();
        assertThat(FIRST.overlaps(same) && same.overlaps(FIRST)).isTrue();
        assertThat(SECOND.overlaps(same) || same.overlaps(SECOND)).isFalse();
        assertThat(SECOND.overlaps(policy("JPN", Phase.PEACETIME, "2026-04-01", null, TOKYO, Assistance.MEDICAL)))
                .isFalse();
    }
}
