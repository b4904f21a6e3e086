package org.renkei.kernel.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.renkei.kernel.watch.Sea.aircraft;
import static org.renkei.kernel.watch.Sea.called;
import static org.renkei.kernel.watch.Sea.imo;
import static org.renkei.kernel.watch.Sea.ship;
import static org.renkei.kernel.watch.Sea.status;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;

class WatchTest {
    private static final double HOUR = 3_600;

    @Nested
    class Gaps {
        private final Sea sea = new Sea();

        private void othersAreHeard(double from, double to, double latitude) {
            sea.follows(from, to, 60, ship(2).at(latitude, 130.1).going(90, 3));
            sea.follows(from, to, 60, ship(3).at(latitude, 130.2).going(270, 3));
        }

        @Test
        void aShipUnderWayFallsSilentWhereOthersAreHeard() {
            sea.follows(0, HOUR, 60, ship(1).at(32.9, 130).going(0, 5));
            for (var at = HOUR; at < 2 * HOUR; at += 60) {
                sea.sees(at, ship(2).at(33.05, 130.1).going(90, 3));
                sea.sees(at, ship(3).at(33.05, 130.0).going(90, 3));
            }
            assertThat(sea.found(FindingKind.GAP)).singleElement().satisfies(gap -> {
                assertThat(gap.over()).isFalse();
                assertThat(gap.from()).isEqualTo(3_600_000);
                assertThat(gap.subjects()).containsExactly(TrackIdentity.parse("mmsi:1"));
                assertThat(gap.figures()).extracting(Figure::measure).contains(Measure.OTHERS_HEARD);
            });
            sea.sees(2.5 * HOUR, ship(1).at(33.3, 130).going(0, 5));
            assertThat(sea.found(FindingKind.GAP))
                    .extracting(Finding::over, Finding::to)
                    .containsExactly(tuple(false, 5_400_000L), tuple(true, 9_000_000L));
            assertThat(sea.found(FindingKind.GAP)).extracting(Finding::key).containsOnly("gap/mmsi:1//3600000");
        }

        @Test
        void whereNobodyElseIsHeardItIsTheFeedThatIsSilent() {
            sea.follows(0, HOUR, 60, ship(1).at(32.9, 130).going(0, 5));
            othersAreHeard(HOUR, 3 * HOUR, 35);
            assertThat(sea.found(FindingKind.GAP)).isEmpty();
        }

        @Test
        void whoLiesAtAnchorMayBeSilent() {
            sea.follows(0, HOUR, 60, ship(1).at(33, 130).going(0, 0).saying(status("1")));
            othersAreHeard(HOUR, 3 * HOUR, 33);
            assertThat(sea.found(FindingKind.GAP)).isEmpty();
        }
    }

    @Nested
    class Jumps {
        private final Sea sea = new Sea();

        @Test
        void aShipThatGoesOnFarAwayHasJumped() {
            sea.sees(0, ship(1).at(33, 130)).sees(60, ship(1).at(34, 130)).sees(120, ship(1).at(34, 130.001));
            assertThat(sea.found()).singleElement().satisfies(jump -> {
                assertThat(jump.kind()).isEqualTo(FindingKind.JUMP);
                assertThat(jump.evidence()).hasSize(3);
                assertThat(jump.figures().getLast().value()).isBetween(1_850.0, 1_856.0);
                assertThat(jump.figures().getLast().limit()).isCloseTo(30.87, within(0.01));
            });
        }

        @Test
        void oneOddPositionIsLeftToADamagedMessage() {
            sea.sees(0, ship(1).at(33, 130)).sees(60, ship(1).at(54, 181 - 360)).sees(120, ship(1).at(33, 130.001));
            assertThat(sea.found()).isEmpty();
        }

        @Test
        void backAndForthIsTwoShipsUnderOneIdentityAndSaidOnce() {
            for (var at = 0; at < 20; at++) {
                sea.sees(at * 60, ship(1).at(at % 2 == 0 ? 33 : 36, 130));
            }
            assertThat(sea.found()).extracting(Finding::kind).containsExactly(FindingKind.DOUBLE);
        }

        @Test
        void anAircraftIsFasterThanAShip() {
            sea.follows(0, 600, 10, aircraft(1, 8, 9));
            assertThat(sea.found()).isEmpty();
        }
    }

    @Nested
    class Identities {
        private final Sea sea = new Sea();

        @Test
        void anotherNameNamesBothAndBothTimes() {
            sea.sees(0, ship(1).saying(called("SEA STAR")))
                    .sees(60, ship(1).saying(called("sea  star ")))
                    .sees(120, ship(1).saying(called("OCEAN QUEEN")));
            assertThat(sea.found()).singleElement().satisfies(change -> {
                assertThat(change.kind()).isEqualTo(FindingKind.IDENTITY);
                assertThat(change.evidence())
                        .extracting(Evidence::says)
                        .containsExactly("name=SEA STAR", "name=OCEAN QUEEN");
            });
        }

        @Test
        void oneHullUnderTwoNumbers() {
            sea.sees(0, ship(1).saying(imo("9074729"))).sees(9 * HOUR, ship(2).saying(imo("9074729")));
            assertThat(sea.found())
                    .singleElement()
                    .satisfies(change -> assertThat(change.subjects())
                            .extracting(TrackIdentity::toString)
                            .containsExactly("mmsi:1", "mmsi:2"));
        }

        @Test
        void noNumberIsNoHull() {
            sea.sees(0, ship(1).saying(imo("0"))).sees(60, ship(2).saying(imo("0")));
            assertThat(sea.found()).isEmpty();
        }
    }

    @Nested
    class Loitering {
        private void circle(Sea sea, double hours, Sea.Ship ship) {
            for (var at = 0.0; at <= hours * HOUR; at += 60) {
                var angle = at / 900;
                sea.sees(at, ship.at(33 + 0.01 * Math.cos(angle), 130 + 0.01 * Math.sin(angle)));
            }
        }

        @Test
        void toAndFroInASmallCircleForHours() {
            var sea = new Sea();
            circle(sea, 5, ship(1).going(0, 1.2));
            assertThat(sea.found()).extracting(Finding::kind).containsExactly(FindingKind.LOITERING);
            sea.sees(6 * HOUR, ship(1).at(33.5, 130).going(0, 9));
            assertThat(sea.found()).extracting(Finding::over).containsExactly(false, true);
            assertThat(sea.found()).extracting(Finding::key).hasSize(2).containsOnly("loitering/mmsi:1//0");
        }

        @Test
        void notInAHarborNorAtAnchorNorForLess() {
            var harbor = new WatchedArea("hakata", square(32.5, 129.5, 33.5, 130.5), Set.of());
            for (var sea : List.of(new Sea(harbor), new Sea(), new Sea())) {
                circle(sea, 3.9, ship(1).going(0, 1.2));
                assertThat(sea.found()).isEmpty();
            }
            var anchored = new Sea();
            circle(anchored, 6, ship(1).going(0, 1.2).saying(status("1")));
            assertThat(anchored.found()).isEmpty();
        }
    }

    @Nested
    class DriftsAndStops {
        private final Sea sea = new Sea();

        @Test
        void aShipGoesWhereItsBowDoesNotPoint() {
            var end = sea.follows(0, 900, 30, ship(1).going(90, 1.5).heading(10));
            assertThat(sea.found()).singleElement().satisfies(drift -> {
                assertThat(drift.kind()).isEqualTo(FindingKind.DRIFT);
                assertThat(drift.over()).isFalse();
                assertThat(drift.figures().getLast()).isEqualTo(new Figure(Measure.OFF_BOW, 80, 45));
            });
            sea.follows(930, 1_200, 30, end.going(90, 6));
            assertThat(sea.found()).extracting(Finding::over).containsExactly(false, true);
        }

        @ParameterizedTest
        @CsvSource({"1.5,60,900", "0.3,10,900", "4,10,900", "1.5,10,400"})
        void butNotAheadNorHardlyNorFastNorShortly(double speed, double heading, double seconds) {
            sea.follows(0, seconds, 30, ship(1).going(90, speed).heading(heading));
            assertThat(sea.found()).isEmpty();
        }

        @Test
        void aShipUnderWayStandsStillAllAtOnce() {
            var end = sea.follows(0, 600, 20, ship(1).going(90, 8));
            sea.follows(620, 760, 20, end.going(90, 0.2));
            assertThat(sea.found()).singleElement().satisfies(stop -> {
                assertThat(stop.kind()).isEqualTo(FindingKind.STOP);
                assertThat(stop.from()).isEqualTo(600_000);
                assertThat(stop.figures().getFirst().value()).isEqualTo(8);
            });
        }

        @Test
        void whoSlowsDownAsShipsDoIsNoFinding() {
            var end = sea.follows(0, 600, 20, ship(1).going(90, 8));
            end = sea.follows(620, 900, 20, end.going(90, 2));
            sea.follows(920, 1_200, 20, end.going(90, 0.2));
            assertThat(sea.found()).isEmpty();
        }
    }

    @Nested
    class Meetings {
        private final Sea sea = new Sea();

        private void together(double from, double to, double metres, double latitude) {
            var apart = metres / (Sea.METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
            for (var at = from; at <= to; at += 60) {
                sea.sees(at, ship(1).at(latitude, 179.9999).going(0, 0.4));
                sea.sees(at + 20, ship(2).at(latitude, 179.9999 + apart - 360).going(0, 0.4));
            }
        }

        @ParameterizedTest
        @CsvSource({"0", "33", "60", "78", "-45"})
        void twoShipsAreCloseAndSlowForLongAlsoAcrossTheAntimeridian(double latitude) {
            together(0, 2_000, 300, latitude);
            assertThat(sea.found()).singleElement().satisfies(meeting -> {
                assertThat(meeting.kind()).isEqualTo(FindingKind.MEETING);
                assertThat(meeting.subjects()).hasSize(2);
                assertThat(meeting.figures().getLast().value()).isBetween(290.0, 310.0);
            });
            sea.sees(2_100, ship(2).at(latitude, -179.9).going(0, 7));
            assertThat(sea.found()).extracting(Finding::over).containsExactly(false, true);
        }

        @Test
        void butNotFurtherAwayNorForLess() {
            together(0, 4_000, 700, 33);
            together(4_000, 5_700, 300, 34);
            assertThat(sea.found(FindingKind.MEETING)).isEmpty();
        }
    }

    @Nested
    class Entries {
        private final Sea sea = new Sea(new WatchedArea("strait", square(33, 179, 34, -179), Set.of(TrackDomain.SEA)));

        @Test
        void aShipComesInAndLeavesAcrossTheAntimeridian() {
            sea.sees(0, ship(1).at(33.5, 178.9))
                    .sees(600, ship(1).at(33.5, 179.05))
                    .sees(6_000, ship(1).at(33.5, -179.5))
                    .sees(12_000, ship(1).at(33.5, -178.5));
            assertThat(sea.found(FindingKind.ENTRY))
                    .extracting(Finding::where, Finding::over, Finding::from, Finding::to)
                    .containsExactly(
                            tuple("strait", false, 600_000L, 600_000L), tuple("strait", true, 600_000L, 12_000_000L));
        }

        @Test
        void whoIsFirstSeenInsideIsSaidToBe() {
            sea.sees(0, ship(1).at(33.5, 179.5));
            assertThat(sea.found().getFirst().evidence().getFirst().says()).isEqualTo("first seen inside");
        }

        @Test
        void anAircraftIsNotWatchedForThere() {
            sea.sees(0, aircraft(1, 8, 9).at(33.5, 179.5));
            assertThat(sea.found()).isEmpty();
        }
    }

    @Nested
    class Interference {
        private final Sea sea = new Sea();

        private void hour(int affected, int clear) {
            for (var i = 0; i < affected; i++) {
                sea.sees(10, aircraft(i, 0, 0)).sees(20, aircraft(i, 8, 9));
            }
            for (var i = 0; i < clear; i++) {
                sea.sees(30, aircraft(100 + i, 8, 9));
            }
            sea.sees(HOUR + 1, aircraft(999, 8, 9).at(0, 0));
        }

        @ParameterizedTest
        @CsvSource({"0,30,false", "1,4,false", "2,8,true", "2,10,false", "4,0,false", "5,0,true"})
        void whereManyAircraftHardlyKnowWhereTheyAre(int affected, int clear, boolean isFound) {
            hour(affected, clear);
            assertThat(sea.found(FindingKind.INTERFERENCE)).hasSize(isFound ? 1 : 0);
        }

        @Test
        void theCellAndTheAircraftAreNamed() {
            hour(3, 7);
            var found = sea.found(FindingKind.INTERFERENCE).getFirst();
            assertThat(found.where()).isEqualTo("433LL");
            assertThat(found.subjects()).hasSize(3);
            assertThat(found.evidence().getFirst().says()).isEqualTo("nic=0 nacp=0");
            assertThat(found.figures().getFirst()).isEqualTo(new Figure(Measure.SHARE, 0.2, 0.1));
        }
    }

    /// The example of NGA.STND.0054 (`006AG`), corners of the world, and one by hand.
    @ParameterizedTest
    @CsvSource({
        "0,0,361HN",
        "-90,-180,001AA",
        "89.99,179.99,720QZ",
        "90,180,001QZ",
        "36.1,-115.5,130LN",
        "-86.9,-177.4,006AG"
    })
    void cellsHaveTheNamesOfTheStandard(double latitude, double longitude, String name) {
        assertThat(Gars.cell(latitude, longitude)).isEqualTo(name);
    }

    @Test
    void limitsThatCanNeverBePassedAreRefused() {
        assertThatThrownBy(() -> new WatchLimits.Meeting(0, 500, 1)).hasMessageContaining("meeting");
        assertThatThrownBy(() -> new WatchLimits.Drift(1, 1, 2, 1, 45)).hasMessageContaining("drift");
    }

    @Test
    void whatIsSaidLateOfTheSameObjectMovesNothing() {
        var sea = new Sea();
        sea.sees(600, ship(1).at(33, 130)).sees(0, ship(1).at(40, 130)).sees(1, ship(1).at(40, 130));
        assertThat(sea.found()).isEmpty();
    }

    private static List<WatchedArea.Corner> square(double south, double west, double north, double east) {
        return List.of(
                new WatchedArea.Corner(south, west),
                new WatchedArea.Corner(south, east),
                new WatchedArea.Corner(north, east),
                new WatchedArea.Corner(north, west));
    }
}
