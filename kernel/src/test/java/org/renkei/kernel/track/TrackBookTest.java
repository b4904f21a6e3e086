package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.renkei.kernel.track.Sightings.adsb;
import static org.renkei.kernel.track.Sightings.ais;
import static org.renkei.kernel.track.Sightings.radar;
import static org.renkei.kernel.track.Sightings.time;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackBookTest {
    private static final double LAT = 33.6;
    private static final double LON = 131.9;

    private TrackBook book = new TrackBook();

    @BeforeEach
    void empty() {
        book = new TrackBook();
    }

    @Test
    void makesOneTrackOfOneIdentityWhateverFeedSaysIt() {
        ais("431000123").at(0).from(LAT, LON).going(90, 7).in(book);
        ais("431000123")
                .by("ais-west")
                .at(6)
                .off(LAT, LON, 42, 0, 10)
                .going(90, 7)
                .in(book);

        assertThat(book.tracks())
                .singleElement()
                .satisfies(track -> assertThat(track.sources())
                        .extracting(TrackSource::feed)
                        .containsExactly("ais", "ais-west"));
    }

    @Test
    void keepsParticularsThatComeWithoutAPosition() {
        ais("431000123").at(0).named("FERRY SUNFLOWER").in(book);
        var taken = ais("431000123").at(5).from(LAT, LON).going(90, 7).in(book);

        assertThat(taken.track().particulars().name()).contains("FERRY SUNFLOWER");
        assertThat(taken.track().seenAt()).isEqualTo(time(5));
    }

    @Test
    void takesTheSameTransmissionHeardTwiceForOne() {
        ais("431000123").at(0).from(LAT, LON).going(90, 7).in(book);
        var before =
                ais("431000123").at(6).off(LAT, LON, 42, 0, 10).going(90, 7).in(book);
        var again = ais("431000123").at(8).off(LAT, LON, 42, 0, 10).going(90, 7).in(book);

        assertThat(again.moved()).isFalse();
        assertThat(again.historic()).isFalse();
        assertThat(state(again.track())).isEqualTo(state(before.track()));
    }

    @Test
    void putsWhatComesLateIntoTheHistoryOnly() {
        var before = ais("431000123").at(60).from(LAT, LON).going(90, 7).in(book);
        var late =
                ais("431000123").at(20).off(LAT, LON, -280, 0, 10).going(90, 7).in(book);

        assertThat(late.historic()).isTrue();
        assertThat(late.moved()).isFalse();
        assertThat(state(late.track())).isEqualTo(state(before.track()));
    }

    @Test
    void doesNotFollowAnImpossibleJumpButNotesIt() {
        var before = ais("431000123").at(0).from(LAT, LON).going(90, 7).in(book);
        var jump = ais("431000123").at(10).from(LAT + 1, LON).going(90, 7).in(book);
        var next = ais("431000123").at(12).from(LAT + 1, LON).going(90, 7.1).in(book);
        var back =
                ais("431000123").at(20).off(LAT, LON, 140, 0, 10).going(90, 7).in(book);

        assertThat(jump.historic()).isFalse();
        assertThat(jump.notes()).singleElement().isInstanceOfSatisfying(TrackNote.Jumped.class, note -> {
            assertThat(note.speed()).isGreaterThan(10_000);
            assertThat(note.from().at()).isEqualTo(time(0));
        });
        assertThat(state(jump.track())).isEqualTo(state(before.track()));
        assertThat(next.notes()).isEmpty();
        assertThat(back.moved()).isTrue();
        assertThat(back.notes()).isEmpty();
    }

    /// Ten minutes of a ship at 8 m/s that turns, reported every ten seconds: the same way at any pace.
    @ParameterizedTest(name = "{0} times")
    @ValueSource(ints = {1, 2, 10, 50, 100})
    void followsWhatIsReplayedFasterThanItHappened(int pace) {
        var east = 0.0;
        var north = 0.0;
        for (var step = 0; step <= 60; step++) {
            var course = step < 30 ? 90 : 0;
            var sighting = ais("431000123")
                    .at(step * 10.0 / pace)
                    .off(33.2, 131, east, north, 10)
                    .going(course, 8)
                    .build();
            var taken = book.take(new Sighting(
                    sighting.feed(),
                    sighting.identity(),
                    sighting.domain(),
                    sighting.observedAt(),
                    sighting.receivedAt(),
                    sighting.fix(),
                    sighting.motion().faster(pace),
                    sighting.particulars(),
                    pace));
            assertThat(taken.notes()).as("step " + step).isEmpty();
            assertThat(taken.moved()).isTrue();
            east += step < 30 ? 80 : 0;
            north += step < 30 ? 0 : 80;
        }
        var state = book.tracks().getFirst().best(time(600.0 / pace)).state();
        assertThat(state.speed()).isCloseTo(8 * pace, withinPercentage(5));
        assertThat(Earth.distance(
                        state.latitude(),
                        state.longitude(),
                        33.2 + (north - 80) / 111_195,
                        131 + 2_400 / (111_195 * Math.cos(Math.toRadians(33.2)))))
                .isLessThan(20);
    }

    @Test
    void believesAPlaceThatIsConfirmedOftenEnough() {
        ais("431000123").at(0).from(LAT, LON).going(90, 7).in(book);
        var taken = ais("431000123").at(1).from(LAT, LON).in(book);
        for (var i = 0; i < TrackSource.BELIEVED_AFTER; i++) {
            taken = ais("431000123")
                    .at(10 + i * 6)
                    .off(LAT + 2, LON, i * 42, 0, 10)
                    .going(90, 7)
                    .in(book);
        }
        assertThat(taken.notes()).singleElement().isInstanceOf(TrackNote.Restarted.class);
        assertThat(taken.track().best(time(40)).state().latitude()).isBetween(LAT + 1.99, LAT + 2.01);
    }

    @Test
    void staysWithOneOfTwoThatUseTheSameNumber() {
        var notes = new ArrayList<TrackNote>();
        for (var i = 0; i < 40; i++) {
            notes.addAll(ais("431000123")
                    .at(i * 6)
                    .off(LAT, LON, i * 42, 0, 10)
                    .going(90, 7)
                    .in(book)
                    .notes());
            notes.addAll(ais("431000123")
                    .at(i * 6 + 3)
                    .off(LAT + 3, LON, i * 42, 0, 10)
                    .going(90, 7)
                    .in(book)
                    .notes());
        }
        assertThat(notes).hasSize(40).allSatisfy(note -> assertThat(note).isInstanceOf(TrackNote.Jumped.class));
        assertThat(book.tracks().getFirst().best(time(240)).state().latitude()).isLessThan(LAT + 0.01);
    }

    @Test
    void doesNotLetAClockThatRunsAheadStopATrack() {
        var sighting = ais("431000123").at(3_600).from(LAT, LON).going(90, 7).build();
        book.take(new Sighting(
                sighting.feed(),
                sighting.identity(),
                sighting.domain(),
                sighting.observedAt(),
                time(0),
                sighting.fix(),
                sighting.motion(),
                sighting.particulars()));
        var next = ais("431000123").at(10).off(LAT, LON, 70, 0, 10).going(90, 7).in(book);
        assertThat(next.moved()).isTrue();
    }

    @Test
    void joinsWhatTheRadarSeesWithTheShipThatReportsThere() {
        var notes = sail(60, 0);
        assertThat(notes)
                .containsExactly(new TrackNote.Joined(
                        notes.getFirst().at(),
                        ais("431000123").identity(),
                        radar(12).identity()));
        assertThat(book.tracks()).singleElement().satisfies(track -> {
            assertThat(track.identity()).isEqualTo(ais("431000123").identity());
            assertThat(track.identities()).hasSize(2);
        });
    }

    @Test
    void doesNotJoinAShipThatGoesTheOtherWay() {
        for (var i = 0; i < 60; i++) {
            ais("431000123").at(i * 6).off(LAT, LON, i * 42, 0, 10).going(90, 7).in(book);
            radar(12)
                    .at(i * 6 + 2)
                    .off(LAT, LON, 1_200 - i * 42, 0, 40)
                    .going(270, 7)
                    .in(book);
        }
        assertThat(book.tracks()).hasSize(2);
    }

    @Test
    void doesNotJoinWhatCouldBeEitherOfTwo() {
        for (var i = 0; i < 60; i++) {
            ais("431000123").at(i * 6).off(LAT, LON, i * 42, 0, 10).going(90, 7).in(book);
            ais("431000999")
                    .at(i * 6 + 1)
                    .off(LAT, LON, i * 42, 90, 10)
                    .going(90, 7)
                    .in(book);
            radar(12)
                    .at(i * 6 + 2)
                    .off(LAT, LON, i * 42 + 14, 45, 40)
                    .going(90, 7)
                    .in(book);
        }
        assertThat(book.tracks()).hasSize(3);
    }

    @Test
    void doesNotJoinAnAircraftWithTheShipBelow() {
        for (var i = 0; i < 60; i++) {
            ais("431000123").at(i * 6).off(LAT, LON, i * 42, 0, 10).going(90, 7).in(book);
            adsb("84c0de")
                    .at(i * 6 + 1)
                    .off(LAT, LON, i * 42 + 7, 0, 10)
                    .going(90, 7)
                    .high(100)
                    .in(book);
        }
        assertThat(book.tracks()).hasSize(2);
    }

    @Test
    void partsThemWhenTheyGoDifferentWays() {
        var notes = sail(40, 0);
        notes.addAll(sail(80, 40));
        assertThat(notes).hasSize(2);
        assertThat(notes.get(1)).isInstanceOf(TrackNote.Parted.class);
        assertThat(book.tracks()).hasSize(2);
    }

    @Test
    void losesWhoFallsSilentAndTakesTheSameTrackUpAgain() {
        ais("431000123").at(0).from(LAT, LON).going(90, 7).in(book);
        assertThat(book.sweep(time(599))).isEmpty();
        assertThat(book.sweep(time(601))).singleElement().isInstanceOf(TrackNote.Lost.class);
        assertThat(book.sweep(time(602))).isEmpty();
        assertThat(book.tracks().getFirst().stateAt(time(602))).isEqualTo(TrackState.LOST);
        assertThat(book.sweep(time(3_601))).singleElement().isInstanceOf(TrackNote.Ended.class);
        assertThat(book.tracks().getFirst().stateAt(time(3_601))).isEqualTo(TrackState.ENDED);
        ais("431000123").at(4_000).from(LAT, LON).going(90, 7).in(book);
        assertThat(book.tracks().getFirst().stateAt(time(4_001))).isEqualTo(TrackState.LIVE);
        book.sweep(time(4_000 + 3 * 3_600 + 1));
        assertThat(book.tracks()).isEmpty();
    }

    /// A ship by AIS and by radar; after sighting `turn`, when that is not 0, the radar sees something go north.
    private List<TrackNote> sail(int until, int turn) {
        var notes = new ArrayList<TrackNote>();
        for (var i = turn; i < until; i++) {
            var north = turn == 0 ? 0 : (i - turn) * 42;
            notes.addAll(ais("431000123")
                    .at(i * 6)
                    .off(LAT, LON, i * 42, 0, 10)
                    .going(90, 7)
                    .in(book)
                    .notes());
            var plot = radar(12).at(i * 6 + 2).off(LAT, LON, turn == 0 ? i * 42 + 14 : turn * 42, north, 40);
            notes.addAll(plot.going(turn == 0 ? 90 : 0, 7).in(book).notes());
        }
        return notes;
    }

    private static Kinematics state(Track track) {
        return track.best(time(0)).state();
    }
}
