package org.renkei.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renkei.audit.Refusals.Noted;
import org.renkei.kernel.link.ParcelCode;

class RefusalsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Refusals<ParcelCode> refusals = new Refusals<>(1);

    @Test
    void theFirstIsNotedAtOnceAndTheOthersOfTheHourOnce() {
        assertThat(note("USA", ParcelCode.MALFORMED, "first", 0))
                .contains(new Noted<>("USA", ParcelCode.MALFORMED, 1, "first", START));
        for (var minute = 0; minute < 59; minute++) {
            assertThat(note("USA", ParcelCode.MALFORMED, "at " + minute, minute))
                    .isEmpty();
            assertThat(refusals.due(at(minute))).isEmpty();
        }
        assertThat(refusals.due(at(60))).containsExactly(new Noted<>("USA", ParcelCode.MALFORMED, 59, "at 58", START));
        assertThat(note("USA", ParcelCode.MALFORMED, "again", 61)).isPresent();
        assertThat(refusals.due(at(180))).isEmpty();
    }

    @Test
    void eachSenderAndCodeForItself() {
        assertThat(note("USA", ParcelCode.MALFORMED, "a", 0)).isPresent();
        assertThat(note("USA", ParcelCode.NOT_CARRIED, "b", 0)).isPresent();
        assertThat(note("GBR", ParcelCode.MALFORMED, "c", 0)).isPresent();
    }

    @Test
    void whatIsNotNotedYetIsNotedAtTheEnd() {
        note("USA", ParcelCode.MALFORMED, "a", 0);
        note("USA", ParcelCode.MALFORMED, "b", 1);
        assertThat(refusals.all()).containsExactly(new Noted<>("USA", ParcelCode.MALFORMED, 1, "b", START));
        assertThat(refusals.all()).isEmpty();
    }

    @Test
    void whereSeveralAreNotedOneByOneTheOthersAreCounted() {
        var few = new Refusals<ParcelCode>(2);
        assertThat(few.note("USA", ParcelCode.MALFORMED, "a", at(0))).isPresent();
        assertThat(few.note("USA", ParcelCode.MALFORMED, "b", at(1))).isPresent();
        assertThat(few.note("USA", ParcelCode.MALFORMED, "c", at(2))).isEmpty();
        assertThat(few.due(at(60))).containsExactly(new Noted<>("USA", ParcelCode.MALFORMED, 1, "c", START));
        assertThat(few.note("USA", ParcelCode.MALFORMED, "d", at(61))).isPresent();
    }

    private Optional<Noted<ParcelCode>> note(String party, ParcelCode code, String why, int minute) {
        return refusals.note(party, code, why, at(minute));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
