package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.renkei.kernel.track.Sightings.ais;
import static org.renkei.kernel.track.Sightings.radar;
import static org.renkei.kernel.track.Sightings.time;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.Rulebook;
import org.renkei.kernel.release.SecurityPolicy;

class TrackReleaseTest {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);
    private static final TrackIds IDS = new TrackIds(new byte[32]);
    private static final Coarsening COARSE =
            new Coarsening(Label.parse("UNCLASSIFIED//REL TO AUS, JPN"), new TrackGrid(10), Duration.ofMinutes(15));
    private static final Map<String, FeedRule> RULES = Map.of(
            "ais", new FeedRule(Label.parse("UNCLASSIFIED//PUBLIC"), null),
            "radar", new FeedRule(Label.parse("UNCLASSIFIED//REL TO JPN, USA"), COARSE),
            "own", new FeedRule(Label.parse("UNCLASSIFIED//REL TO JPN"), null));
    private static final Rulebook RULEBOOK = new Rulebook(
            "JPN",
            List.of(new SecurityPolicy("ALLIED", Set.of(), Set.of())),
            Set.of("JPN", "USA", "AUS"),
            List.of(),
            List.of());

    @ParameterizedTest(name = "{0} sees {1} {2}")
    @CsvSource({
        "USA, ais, FULL", "AUS, ais, FULL", "KOR, ais, NOTHING",
        "USA, radar, FULL", "AUS, radar, COARSE", "KOR, radar, NOTHING",
        "USA, own, NOTHING", "AUS, own, NOTHING", "JPN, own, FULL",
        "USA, nobody-wrote-a-rule, NOTHING", "JPN, nobody-wrote-a-rule, NOTHING"
    })
    void gradesFeedsByTheirRules(String party, String feed, TrackRelease.Grade grade) {
        assertThat(to(party).grade(feed)).isEqualTo(grade);
    }

    /// The picture of somebody who may not see a feed is the same, to the last bit, as if the feed were not there.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsNoTraceOfAFeedThatIsWithheld(long seed) {
        var random = Seeds.random(seed);
        var with = new TrackBook();
        var without = new TrackBook();
        var end = 0.0;
        for (var i = 0; i < 60; i++) {
            end = i * 6 + random.nextInt(6);
            var open = ais("431000123")
                    .at(end)
                    .off(33, 131, i * 40, 0, 10)
                    .going(90, 7)
                    .named("SHIP " + i);
            open.in(with);
            open.in(without);
            open.by("own")
                    .at(end + 1)
                    .off(33, 131, i * 40 + 9, 3, 2)
                    .going(91, 7.2)
                    .named("SECRET")
                    .high(7)
                    .in(with);
        }
        var now = time(end + 2);
        assertThat(forms(with, "USA", now))
                .isEqualTo(forms(without, "USA", now))
                .hasSize(1);
        assertThat(forms(with, "JPN", now)).isNotEqualTo(forms(without, "JPN", now));
    }

    /// Two voyages that are in the same cells at the full steps look the same at every moment, in every field.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void showsNothingFinerThanTheCellAndTheStep(long seed) {
        var random = Seeds.random(seed);
        var one = new TrackBook();
        var other = new TrackBook();
        voyage(one, random);
        voyage(other, random);
        for (var second = 0; second < 9_000; second += 60 + random.nextInt(120)) {
            var now = time(second);
            assertThat(forms(one, "AUS", now)).isEqualTo(forms(other, "AUS", now));
        }
        assertThat(forms(one, "AUS", time(7_000)))
                .singleElement()
                .isInstanceOfSatisfying(TrackForm.Coarse.class, form -> {
                    assertThat(form.cellKm()).isCloseTo(11.1, within(0.1));
                    assertThat(form.place().at() % COARSE.delay().toMillis()).isZero();
                    assertThat(time(7_000) - form.place().at()).isBetween(900_000L, 1_800_000L);
                });
    }

    /// The history agrees with what was shown at the time.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tellsInTheHistoryWhatItShowed(long seed) {
        var book = new TrackBook();
        var points = voyage(book, Seeds.random(seed));
        var trail = TrackRelease.coarse(points, TrackDomain.SEA, COARSE, time(7_000));
        assertThat(trail).isNotEmpty().allSatisfy(place -> {
            assertThat(place.at()).isLessThanOrEqualTo(COARSE.asOf(time(7_000)));
            assertThat(place.at() % COARSE.delay().toMillis()).isZero();
        });
        assertThat(forms(book, "AUS", time(7_000)))
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackForm.Coarse.class,
                        form -> assertThat(trail.getLast()).isEqualTo(form.place()));
    }

    @Test
    void showsTheCoarseFormOnlyOfWhatIsNotSeenWhole() {
        var book = new TrackBook();
        for (var i = 0; i < 600; i++) {
            ais("431000123")
                    .at(i * 6)
                    .off(33.05, 131.05, i, 0, 10)
                    .going(90, 0.17)
                    .in(book);
            radar(12).at(i * 6 + 2).off(33.05, 131.05, i, 0, 40).in(book);
        }
        var now = time(3_600);
        assertThat(book.tracks()).hasSize(1);
        assertThat(forms(book, "USA", now))
                .hasOnlyElementsOfType(TrackForm.Full.class)
                .hasSize(1);
        assertThat(forms(book, "AUS", now)).hasSize(2);
        assertThat(forms(book, "KOR", now)).isEmpty();
        assertThat(forms(book, "AUS", now).getFirst())
                .isInstanceOfSatisfying(
                        TrackForm.Full.class,
                        form -> assertThat(form.track().sources())
                                .extracting(TrackSource::feed)
                                .containsExactly("ais"));
    }

    @Test
    void tellsAPartyNobodyElseOfTheAudience() {
        var book = new TrackBook();
        radar(12).at(0).from(33.05, 131.05).in(book);
        assertThat(forms(book, "USA", time(1)))
                .singleElement()
                .satisfies(form -> assertThat(form.label()).hasToString("UNCLASSIFIED//REL TO JPN, USA"));
    }

    /// What a party was given on grounds that stand no longer, it is not to keep; so every form has
    /// grounds, all of them stand, and each goes with the rule that it is of.
    @Test
    void restsOnGroundsThatGoWithTheRule() {
        var book = new TrackBook();
        ais("431000123").at(500).from(33.05, 131.05).in(book);
        radar(12).at(500).from(33.25, 131.05).in(book);
        assertThat(words(to("USA"))).hasSize(2);
        assertThat(words(to("AUS"))).hasSize(2).doesNotContainAnyElementsOf(words(to("USA")));
        assertThat(words(to("KOR"))).isEmpty();
        for (var party : List.of("USA", "AUS")) {
            assertThat(forms(book, party, time(1_900)))
                    .hasSize(2)
                    .allSatisfy(form ->
                            assertThat(to(party).grounds(form)).hasSize(1).isSubsetOf(words(to(party))));
        }
        var narrower = new HashMap<>(RULES);
        narrower.put("radar", new FeedRule(Label.parse("UNCLASSIFIED//REL TO JPN"), COARSE));
        assertThat(words(to("USA", narrower))).hasSize(1).isSubsetOf(words(to("USA")));
        assertThat(words(to("AUS", narrower))).isEqualTo(words(to("AUS")));
        narrower.put(
                "radar",
                new FeedRule(
                        Label.parse("UNCLASSIFIED//REL TO JPN, USA"),
                        new Coarsening(COARSE.label(), new TrackGrid(20), COARSE.delay())));
        assertThat(words(to("USA", narrower))).isEqualTo(words(to("USA")));
        assertThat(words(to("AUS", narrower))).hasSize(2).isNotEqualTo(words(to("AUS")));
    }

    private static Set<String> words(TrackRelease release) {
        return release.grounds().stream()
                .filter(Ground::stands)
                .map(Ground::word)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "latitude {0}")
    @CsvSource({"0", "33", "-60", "80", "89.97", "-90", "90"})
    void hasNoCellFinerThanItsSizeBelowThePole(double latitude) {
        var grid = new TrackGrid(10);
        var cell = grid.cell(latitude, 12.3);
        var middle = new Earth.Place(grid.middleLatitude(cell), grid.middleLongitude(cell));
        assertThat(grid.cell(middle.latitude(), middle.longitude())).isEqualTo(cell);
        var west = middle;
        while (grid.cell(west.latitude(), west.longitude()) == cell && west.longitude() > -179) {
            west = new Earth.Place(west.latitude(), west.longitude() - 0.01);
        }
        var half = Earth.distance(middle.latitude(), middle.longitude(), west.latitude(), west.longitude());
        if (Math.abs(latitude) < 89.9) {
            assertThat(2 * half / 1000).isGreaterThan(grid.cellKm() * 0.99);
        }
    }

    /// An hour and a half by radar from cell to cell, near the middle of each around every full step; at what times
    /// and places is left to chance.
    private static List<HistoryPoint> voyage(TrackBook book, Random random) {
        var points = new ArrayList<HistoryPoint>();
        var first = COARSE.grid().cell(33.05, 131.05);
        for (var step = 0; step < 7; step++) {
            var latitude = COARSE.grid().middleLatitude(first + step);
            var longitude = COARSE.grid().middleLongitude(first + step);
            for (var second = step * 900 - 300.0; second < step * 900 + 300; second += random.nextInt(20, 60)) {
                var sighting = radar(12)
                        .at(second)
                        .from(latitude + random.nextDouble() / 500, longitude + random.nextDouble() / 500, 20);
                points.add(HistoryPoint.of(sighting.build()));
                sighting.in(book);
            }
        }
        return points;
    }

    private static List<TrackForm> forms(TrackBook book, String party, long now) {
        var release = to(party);
        return book.tracks().stream()
                .flatMap(track -> release.forms(track, now).stream())
                .toList();
    }

    private static TrackRelease to(String party) {
        return to(party, RULES);
    }

    private static TrackRelease to(String party, Map<String, FeedRule> rules) {
        var recipient = RULEBOOK.compile(new Recipient(party, Classification.SECRET, Set.of(), Set.of()));
        return new TrackRelease(RULEBOOK, recipient, DAY, rules, IDS);
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }
}
