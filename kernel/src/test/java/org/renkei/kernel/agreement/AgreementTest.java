package org.renkei.kernel.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;

class AgreementTest {

    /// Suspensions are written `from..until`, an open one without the second day.
    @ParameterizedTest(name = "signed {0}, in force {1}, ended {2}, suspended {3}: on {4} {5}")
    @CsvSource(delimiter = '|', textBlock = """
                   |            |            |                        | 2020-01-01 | UNKNOWN
        2007-08-10 |            |            |                        | 2020-01-01 | SIGNED
        2007       |            |            |                        | 2020-01-01 | SIGNED
        2007-08-10 | 2007-08-10 |            |                        | 2007-08-09 | SIGNED
        2007-08-10 | 2007-08-10 |            |                        | 2007-08-10 | IN_FORCE
                   | 2007-08-10 |            |                        | 2007-08-10 | IN_FORCE
                   | 2007-08    |            |                        | 2007-07-31 | SIGNED
                   | 2007-08    |            |                        | 2007-08-01 | UNKNOWN
                   | 2007-08    |            |                        | 2007-08-30 | UNKNOWN
                   | 2007-08    |            |                        | 2007-08-31 | IN_FORCE
                   | 2007       |            |                        | 2006-12-31 | SIGNED
                   | 2007       |            |                        | 2007-01-01 | UNKNOWN
                   | 2007       |            |                        | 2007-12-30 | UNKNOWN
                   | 2007       |            |                        | 2007-12-31 | IN_FORCE
                   | 2007       |            |                        | 2107-01-01 | IN_FORCE
                   | 2007-08-10 | 2019-11-23 |                        | 2019-11-22 | IN_FORCE
                   | 2007-08-10 | 2019-11-23 |                        | 2019-11-23 | ENDED
                   | 2007-08-10 | 2019-11-23 |                        | 2030-01-01 | ENDED
                   |            | 2019-11-23 |                        | 2019-11-22 | UNKNOWN
                   |            | 2019-11-23 |                        | 2019-11-23 | ENDED
                   | 2007-08-10 |            | 2019-08-24..           | 2019-08-23 | IN_FORCE
                   | 2007-08-10 |            | 2019-08-24..           | 2019-08-24 | SUSPENDED
                   | 2007-08-10 |            | 2019-08-24..           | 2099-08-24 | SUSPENDED
                   | 2007-08-10 |            | 2019-08-24..2019-11-22 | 2019-11-21 | SUSPENDED
                   | 2007-08-10 |            | 2019-08-24..2019-11-22 | 2019-11-22 | IN_FORCE
                   | 2007-08-10 |            | 2019-08-24..2019-08-24 | 2019-08-24 | IN_FORCE
                   | 2007-08-10 | 2019-11-23 | 2019-08-24..           | 2019-11-23 | ENDED
                   | 2007       |            | 2006-01-01..           | 2007-06-01 | UNKNOWN
                   | 2007       |            | 2006-01-01..           | 2007-12-31 | SUSPENDED
        2005       |            |            | 2006-01-01..           | 2007-12-31 | SIGNED
        """)
    void standsOnADayAsItsFactsSay(
            String signed, String inForce, String ended, String suspended, LocalDate day, AgreementState state) {
        var agreement = anAgreement();
        if (signed != null) {
            agreement.signed(signed);
        }
        if (inForce != null) {
            agreement.inForce(inForce);
        }
        if (ended != null) {
            agreement.ended(ended);
        }
        if (suspended != null) {
            var days = suspended.split("\\.\\.");
            agreement.suspended(days[0], days.length == 1 ? null : days[1]);
        }
        assertThat(agreement.build().stateOn(day)).isEqualTo(state);
    }

    @Test
    void isSuspendedResumedAndEndedByNewVersions() {
        var first = anAgreement().inForce("2007-08-10").build();
        var suspended = first.suspended(day("2019-08-24"), "notice");
        var resumed = suspended.resumed(day("2019-11-22"));
        var ended = resumed.ended(day("2024-01-01"), "denounced");

        assertThat(first.version()).isEqualTo(1);
        assertThat(suspended.version()).isEqualTo(2);
        assertThat(resumed.version()).isEqualTo(3);
        assertThat(ended.version()).isEqualTo(4);
        assertThat(first.stateOn(day("2019-09-01"))).isEqualTo(AgreementState.IN_FORCE);
        assertThat(suspended.stateOn(day("2023-09-01"))).isEqualTo(AgreementState.SUSPENDED);
        assertThat(resumed.stateOn(day("2019-11-21"))).isEqualTo(AgreementState.SUSPENDED);
        assertThat(resumed.stateOn(day("2019-11-22"))).isEqualTo(AgreementState.IN_FORCE);
        assertThat(ended.stateOn(day("2023-12-31"))).isEqualTo(AgreementState.IN_FORCE);
        assertThat(ended.stateOn(day("2024-01-01"))).isEqualTo(AgreementState.ENDED);
        assertThat(ended.endedReason()).isEqualTo("denounced");
        assertThat(ended.suspensions())
                .singleElement()
                .extracting(Suspension::reason)
                .isEqualTo("notice");
    }

    @Test
    void resumingClosesOnlyWhatIsOpenAndNeverBeforeItBegan() {
        var agreement = anAgreement()
                .inForce("2007-08-10")
                .suspended("2010-01-01", "2010-02-01")
                .suspended("2020-01-01", null)
                .build()
                .resumed(day("2019-01-01"));
        assertThat(agreement.suspensions())
                .extracting(Suspension::until)
                .containsExactly(day("2010-02-01"), day("2020-01-01"));
        assertThat(agreement.stateOn(day("2020-01-01"))).isEqualTo(AgreementState.IN_FORCE);
        assertThat(agreement.stateOn(day("2010-01-31"))).isEqualTo(AgreementState.SUSPENDED);
    }

    @Test
    void isBetweenTwoOfItsParties() {
        var agreement = anAgreement().between("JPN", "USA", "AUS").build();
        assertThat(agreement.isBetween("AUS", "JPN")).isTrue();
        assertThat(agreement.isBetween("JPN", "PHL")).isFalse();
        assertThat(agreement.isBetween("PHL", "JPN")).isFalse();
        assertThatThrownBy(() -> anAgreement().between("JPN").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two parties");
    }

    /// A release decision looks at turning points only: none may be missing.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comesIntoAndOutOfForceOnlyAtItsTurningPoints(long seed) {
        var agreement = random(Seeds.random(seed));
        var points = agreement.turningPoints();
        assertThat(points).isSorted().doesNotHaveDuplicates();
        for (var day = day("2009-12-01"); day.isBefore(day("2013-02-01")); day = day.plusDays(1)) {
            var today = agreement.stateOn(day) == AgreementState.IN_FORCE;
            var yesterday = agreement.stateOn(day.minusDays(1)) == AgreementState.IN_FORCE;
            assertThat(today != yesterday && !points.contains(day))
                    .as("%s", day)
                    .isFalse();
        }
    }

    @Test
    void theFirstPossibleDayOfAnInexactDateIsATurningPointToo() {
        var agreement = anAgreement().inForce("2007-08").build();
        var turn = day("2007-08-01");
        assertThat(agreement.stateOn(turn)).isNotEqualTo(agreement.stateOn(turn.minusDays(1)));
        assertThat(agreement.turningPoints()).contains(turn, day("2007-08-31"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "information-protection, INFORMATION_PROTECTION",
        "acsa, ACSA",
        "equipment-transfer, EQUIPMENT_TRANSFER",
        "reciprocal-access, RECIPROCAL_ACCESS"
    })
    void typesAreReadByTheirCodes(String code, AgreementType type) {
        assertThat(AgreementType.parse(code)).isEqualTo(type);
        assertThat(type.code()).isEqualTo(code);
        assertThatThrownBy(() -> AgreementType.parse(type.name()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use one of [information-protection, acsa,");
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Agreement random(Random random) {
        var dates = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            dates.add(day("2010-01-01").plusDays(random.nextInt(1000)).toString());
        }
        var agreement = anAgreement().inForce(dates.get(0).substring(0, new int[] {4, 7, 10}[random.nextInt(3)]));
        if (random.nextBoolean()) {
            agreement.ended(dates.get(1));
        }
        for (var i = 2; i < 5; i++) {
            var from = dates.get(i);
            var until = dates.get(i + 1);
            if (random.nextBoolean()) {
                agreement.suspended(from, random.nextInt(3) == 0 || until.compareTo(from) < 0 ? null : until);
            }
        }
        return agreement.build();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
