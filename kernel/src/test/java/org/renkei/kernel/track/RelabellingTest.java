package org.renkei.kernel.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.track.Sightings.ais;
import static org.renkei.kernel.track.Sightings.radar;
import static org.renkei.kernel.track.Sightings.time;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
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

/// What a partner keeps of what it was told when the rule of a feed becomes another.
class RelabellingTest {
    private static final TrackIds IDS = new TrackIds(new byte[32]);
    private static final String BOTH = "UNCLASSIFIED//REL TO JPN, USA";
    private static final String NATIONAL = "UNCLASSIFIED//REL TO JPN";
    private static final Rulebook RULEBOOK = new Rulebook(
            "JPN",
            List.of(new SecurityPolicy("ALLIED", Set.of(), Set.of())),
            Set.of("JPN", "USA", "AUS"),
            List.of(),
            List.of());

    /// The rule as label, or label / label of the coarse form at rows a degree and minutes; what
    /// remains as its label and, where it is made coarser, rows and minutes.
    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "public;               public;               everything",
                "public;               both;                 both",
                "both;                 public;               public",
                "both;                 national;             nothing",
                "both;                 national/both 10 15;  both 10 15",
                "both/both 10 15;      national/both 10 15;  both 10 15",
                "both;                 gone;                 nothing",
                "national/both 10 15;  national/public 10 15; public",
                "national/both 10 15;  national/both 5 15;   both 5 15",
                "national/both 10 15;  national/both 20 30;  both 10 30",
                "national/both 10 15;  national/both 20 5;   both",
                "national/both 10 15;  both;                 both",
                "national/both 10 15;  national;             nothing",
            })
    void keepsWhatTheRuleOfNowAllows(String before, String after, String left) {
        var book = new TrackBook();
        ais("431000123").at(500).from(33.05, 131.05).in(book);
        var told = told(release(rules("ais", before), List.of()), book).getFirst();
        var now = rules("ais", after);
        var allowed = allowed(release(now, FeedTerm.of("ais", rule(before))));
        assertThat(said(told.remainder(allowed))).isEqualTo(left);
        assertThat(said(told.remainder(allowed(release(rules("ais", before), FeedTerm.of("ais", rule(before)))))))
                .as("as long as nothing changes")
                .isEqualTo("everything");
    }

    @Test
    void whatSeveralFeedsSaidIsKeptAsTheStrictestAllows() {
        var book = new TrackBook();
        for (var second = 0.0; second < 200; second += 10) {
            ais("431000123").at(second).from(33.05, 131.05).in(book);
            ais("431000123").by("coast").at(second + 1).from(33.05, 131.05).in(book);
        }
        var before = new HashMap<>(rules("ais", "public"));
        before.put("coast", rule("both"));
        var told = told(release(before, List.of()), book).getFirst();
        assertThat(told.grounds()).hasSize(2);
        var terms = new ArrayList<FeedTerm>();
        before.forEach((feed, rule) -> terms.addAll(FeedTerm.of(feed, rule)));
        for (var later : Map.of(
                        "public/public 5 5, national/both 10 15", "both 10 15",
                        "national/public 5 5, national/both 10 15", "both 5 15",
                        "both, public", "both",
                        "public, national", "nothing")
                .entrySet()) {
            var each = later.getKey().split(", ");
            var now = Map.of("ais", rule(each[0]), "coast", rule(each[1]));
            assertThat(said(told.remainder(allowed(release(now, terms)))))
                    .as(later.getKey())
                    .isEqualTo(later.getValue());
        }
    }

    /// However often rules change: what is left may be held under the rules of now, is nothing of a
    /// feed that is withheld, and whole only where every feed is.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverKeepsMoreThanTheRulesOfNowAllow(long seed) {
        var random = Seeds.random(seed);
        var book = new TrackBook();
        ais("431000123").at(500).from(33.05, 131.05).in(book);
        ais("431000123").by("coast").at(501).from(33.05, 131.05).in(book);
        radar(12).at(500).from(33.25, 131.05).in(book);
        var known = new LinkedHashSet<FeedTerm>();
        List<Told> kept = new ArrayList<>();
        for (var change = 0; change < 6; change++) {
            var rules = anyRules(random);
            var release = release(rules, List.copyOf(known));
            rules.forEach((feed, rule) -> known.addAll(FeedTerm.of(feed, rule)));
            var allowed = allowed(release);
            kept = new ArrayList<>(
                    kept.stream().flatMap(one -> one.left(allowed).stream()).toList());
            for (var one : kept) {
                assertThat(mayHold(one.label())).as(one.toString()).isTrue();
                assertThat(one.grounds())
                        .allMatch(word ->
                                allowed.containsKey(word) && allowed.get(word).stands());
                for (var feed : one.feeds()) {
                    var grade = release.grade(feed);
                    assertThat(grade).isNotEqualTo(TrackRelease.Grade.NOTHING);
                    assertThat(one.by() != null || grade == TrackRelease.Grade.FULL)
                            .isTrue();
                    var coarsening = release.coarsening(feed);
                    if (coarsening != null && one.by() != null) {
                        assertThat(one.by().coarserBy(coarsening)).isEmpty();
                    }
                }
            }
            kept.addAll(told(release, book));
        }
    }

    /// A history made coarse afterwards is the one that would have been told, and made coarser again
    /// never finer than either, nor known before that which it is made of.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHistoryMadeCoarseIsAsItWouldHaveBeenTold(long seed) {
        var random = Seeds.random(seed);
        var told = new ArrayList<ToldPlace>();
        var at = time(0);
        for (var count = random.nextInt(1, 80); count > 0; count--) {
            at += random.nextLong(1_000, random.nextInt(10) == 0 ? 3_600_000 : 200_000);
            var place = ais("431000123").at(0).from(33 + random.nextDouble(), 131 + random.nextDouble());
            told.add(new ToldPlace(HistoryPoint.of(place.build()).at(at), at + random.nextLong(30_000)));
        }
        var now = at + random.nextLong(3_600_000);
        var by = new Coarsening(label("both"), new TrackGrid(random.nextInt(5, 20)), Duration.ofMinutes(5));
        var coarse = ToldPlace.coarser(told, false, TrackDomain.SEA, by, now);
        assertThat(coarse)
                .extracting(place -> new Whereabouts(
                        place.point().at(),
                        place.point().latitude(),
                        place.point().longitude()))
                .isEqualTo(
                        TrackRelease.coarse(told.stream().map(ToldPlace::point).toList(), TrackDomain.SEA, by, now));
        assertThat(coarse)
                .allMatch(place -> place.received() >= place.point().at() + 300_000
                        && place.received()
                                >= newestBefore(told, place.point().at()).received());
        var fewer = new Coarsening(by.label(), new TrackGrid(random.nextInt(2, 6)), Duration.ofMinutes(15));
        var again = ToldPlace.coarser(coarse, true, TrackDomain.SEA, by.with(fewer), now);
        assertThat(again.size()).isLessThanOrEqualTo(coarse.size());
        assertThat(again)
                .allMatch(place -> place.point().at() % 900_000 == 0
                        && place.point().at() <= by.with(fewer).asOf(now)
                        && place.point().speed().isEmpty());
        assertThat(ToldPlace.coarser(coarse, true, TrackDomain.SEA, by, now)).isEqualTo(coarse);
    }

    private static ToldPlace newestBefore(List<ToldPlace> told, long at) {
        return told.stream()
                .filter(place -> place.point().at() < at)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0} rows, cells of {1} km before")
    @CsvSource({"10, 0, 10", "10, 11.1, 10", "10, 11.2, 9", "10, 22.2, 4", "100, 1.1, 100", "1, 111.2, 1"})
    void aCellThatWasToldIsNeverMadeFiner(int rows, double cellKm, int left) {
        var by = new Coarsening(label("both"), new TrackGrid(rows), Duration.ofMinutes(5));
        assertThat(by.notFinerThan(cellKm).grid().rowsPerDegree()).isEqualTo(left);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Something that lies at the partner.
    private record Told(
            Set<String> grounds, Label label, @Nullable Coarsening by, Set<String> feeds) {
        Remainder remainder(Map<String, Ground> allowed) {
            return Remainder.of(grounds, label, allowed);
        }

        List<Told> left(Map<String, Ground> allowed) {
            return switch (remainder(allowed)) {
                case Remainder.Everything everything -> List.of(this);
                case Remainder.Nothing nothing -> List.of();
                case Remainder.Other(var now, var other, var coarser) ->
                    List.of(new Told(
                            now, other, by == null || coarser == null ? or(by, coarser) : by.with(coarser), feeds));
            };
        }
    }

    private static @Nullable Coarsening or(@Nullable Coarsening one, @Nullable Coarsening other) {
        return one == null ? other : one;
    }

    private static List<Told> told(TrackRelease release, TrackBook book) {
        return book.tracks().stream()
                .flatMap(track -> release.forms(track, time(2_000)).stream())
                .map(form -> new Told(
                        release.grounds(form),
                        form.label(),
                        form instanceof TrackForm.Coarse coarse ? release.coarsening(coarse.feed()) : null,
                        switch (form) {
                            case TrackForm.Full full ->
                                full.track().sources().stream()
                                        .map(TrackSource::feed)
                                        .collect(Collectors.toSet());
                            case TrackForm.Coarse coarse -> Set.of(coarse.feed());
                        }))
                .toList();
    }

    private static String said(Remainder remainder) {
        return switch (remainder) {
            case Remainder.Everything everything -> "everything";
            case Remainder.Nothing nothing -> "nothing";
            case Remainder.Other(var grounds, var label, var by) -> {
                var word = label.text().contains("PUBLIC") ? "public" : "both";
                yield by == null
                        ? word
                        : word + " " + by.grid().rowsPerDegree() + " "
                                + by.delay().toMinutes();
            }
        };
    }

    private static Map<String, Ground> allowed(TrackRelease release) {
        return release.grounds().stream().collect(Collectors.toMap(Ground::word, Function.identity()));
    }

    private static boolean mayHold(Label label) {
        var recipient = RULEBOOK.compile(new Recipient("USA", Classification.SECRET, Set.of(), Set.of()));
        var day = (int) LocalDate.of(2027, 1, 15).toEpochDay();
        return RULEBOOK.failures(RULEBOOK.compile(label), recipient, day) == 0;
    }

    private static TrackRelease release(Map<String, FeedRule> rules, List<FeedTerm> before) {
        var recipient = RULEBOOK.compile(new Recipient("USA", Classification.SECRET, Set.of(), Set.of()));
        return new TrackRelease(RULEBOOK, recipient, LocalDate.of(2027, 1, 15), rules, before, IDS);
    }

    private static Map<String, FeedRule> anyRules(Random random) {
        var texts = List.of("public", "both", "national", "gone");
        var rules = new HashMap<String, FeedRule>();
        for (var feed : List.of("ais", "coast", "radar")) {
            var text = texts.get(random.nextInt(texts.size()));
            var coarse = random.nextBoolean()
                    ? "/" + texts.get(random.nextInt(3)) + " " + random.nextInt(5, 12) + " " + random.nextInt(1, 4) * 5
                    : "";
            rules.putAll(rules(feed, text.equals("gone") ? text : text + coarse));
        }
        return rules;
    }

    private static Map<String, FeedRule> rules(String feed, String text) {
        return text.equals("gone") ? Map.of() : Map.of(feed, rule(text));
    }

    private static FeedRule rule(String text) {
        var parts = text.split("/");
        if (parts.length == 1) {
            return new FeedRule(label(parts[0]), null);
        }
        var words = parts[1].split(" ");
        return new FeedRule(
                label(parts[0]),
                new Coarsening(
                        label(words[0]),
                        new TrackGrid(Integer.parseInt(words[1])),
                        Duration.ofMinutes(Integer.parseInt(words[2]))));
    }

    private static Label label(String word) {
        return Label.parse(
                switch (word) {
                    case "public" -> "UNCLASSIFIED//PUBLIC";
                    case "both" -> BOTH;
                    case "national" -> NATIONAL;
                    default -> throw new IllegalArgumentException(word);
                });
    }
}
