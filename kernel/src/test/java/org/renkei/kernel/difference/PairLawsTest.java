package org.renkei.kernel.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.label.Label;

/// Three nations say something of a few subjects, now and then of the same.
class PairLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");
    private static final Instant BEGIN = Instant.parse("2026-04-14T12:30:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everythingOfTheTwoStandsOnceWhateverTheOrderAndNothingOfOthers(long seed) {
        var random = Seeds.random(seed);
        var said = said(random);
        var pairs = pairs(said, "JPN", "USA");
        var shuffled = new ArrayList<>(said);
        shuffled.addAll(said.subList(0, random.nextInt(said.size())));
        Collections.shuffle(shuffled, random);
        assertThat(pairs(shuffled, "JPN", "USA")).isEqualTo(pairs);
        var ofBoth = said.stream().filter(one -> !one.party().equals("AUS")).toList();
        assertThat(pairs(ofBoth, "JPN", "USA")).as("others shift nothing").isEqualTo(pairs);
        assertThat(pairs.stream()
                        .flatMap(pair -> Stream.of(pair.ours(), pair.theirs()).flatMap(List::stream)))
                .containsExactlyInAnyOrderElementsOf(ofBoth);
        assertThat(pairs.stream().map(Pair::subject))
                .containsExactlyElementsOf(
                        ofBoth.stream().map(Piece::subject).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(pairs).allSatisfy(PairLawsTest::standsInOrder);
        assertThat(pairs(said, "USA", "JPN"))
                .as("the other looks at the same from the other side")
                .isEqualTo(pairs.stream()
                        .map(pair -> new Pair(pair.subject(), pair.theirs(), pair.ours()))
                        .toList());
    }

    /// What is kept from somebody changes no row but its own.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotThereShiftsNoOtherRow(long seed) {
        var random = Seeds.random(seed);
        var said = said(random);
        var kept = said.get(random.nextInt(said.size()));
        var without = said.stream().filter(one -> !one.equals(kept)).toList();
        assertThat(others(pairs(without, "JPN", "USA"), kept)).isEqualTo(others(pairs(said, "JPN", "USA"), kept));
    }

    /// Of the first few subjects all pieces stand in the subject, of the next all come besides, of the rest some.
    private static List<Pair> pairs(List<Piece> said, String own, String partner) {
        var subjects = new ArrayList<Subject>();
        var besides = new ArrayList<Piece>();
        said.stream().collect(Collectors.groupingBy(Piece::subject)).forEach((key, all) -> {
            var number = key.charAt(key.length() - 1) - '0';
            var standing = number < 2 ? all.size() : number < 4 ? 0 : all.size() / 2;
            if (standing > 0) {
                subjects.add(new Subject(
                        key, "place", "", "", "", Label.parse("UNCLASSIFIED"), all.subList(0, standing), List.of()));
            }
            besides.addAll(all.subList(standing, all.size()));
        });
        return Pair.of(subjects, besides, own, partner).stream()
                .sorted(Comparator.comparing(Pair::subject))
                .toList();
    }

    private static List<Pair> others(List<Pair> pairs, Piece but) {
        return pairs.stream()
                .filter(one -> !one.subject().equals(but.subject()))
                .toList();
    }

    private static void standsInOrder(Pair pair) {
        for (var side : List.of(pair.ours(), pair.theirs())) {
            assertThat(side.stream().map(Piece::at)).isSortedAccordingTo(Collections.reverseOrder());
        }
        assertThat(pair.newest())
                .isEqualTo(Stream.concat(pair.ours().stream(), pair.theirs().stream())
                        .map(Piece::at)
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    private static List<Piece> said(Random random) {
        var said = new ArrayList<Piece>();
        for (var number = 0; number < 2 + random.nextInt(20); number++) {
            said.add(new Piece(
                    new UUID(0, number),
                    NATIONS.get(random.nextInt(NATIONS.size())),
                    "place " + random.nextInt(6),
                    BEGIN.plusSeconds(random.nextInt(8)),
                    "place-status",
                    "open",
                    "",
                    "",
                    Label.parse("UNCLASSIFIED")));
        }
        return said;
    }

    @Test
    void nationsContradictEachOtherAndNobodyElse() {
        var subject = new Subject(
                "place airfield RJFT",
                "place",
                "Kumamoto",
                "熊本",
                "",
                Label.parse("UNCLASSIFIED//EXERCISE"),
                List.of(),
                List.of(
                        new Contradiction("status", "JPN", "USA"),
                        new Contradiction("status", "USA", "JPN"),
                        new Contradiction("headcount", "AUS", "JPN")));
        assertThat(subject.contradictions("JPN", "USA")).containsExactly("status");
        assertThat(subject.contradictions("USA", "JPN")).containsExactly("status");
        assertThat(subject.contradictions("JPN", "AUS")).containsExactly("headcount");
        assertThat(subject.contradictions("USA", "AUS")).isEmpty();
    }
}
