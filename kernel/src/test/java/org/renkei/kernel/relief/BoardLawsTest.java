package org.renkei.kernel.relief;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.Seeds;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.relief.Place.Subject;
import org.renkei.kernel.relief.moves.Dispatcher;

/// Three nations report, need, offer and assign, some of it to each other and some not, with revisions;
/// what they write arrives late, twice, in any order, or not at all.
class BoardLawsTest {
    private static final List<String> NATIONS = List.of("AUS", "JPN", "USA");
    private static final Instant BEGIN = Instant.parse("2026-04-14T12:30:00Z");

    /// A record and who is told of it.
    private record Told(ReliefRecord record, Set<String> to) {}

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotSeenShiftsNothing(long seed) {
        var random = Seeds.random(seed);
        var all = history(random);
        var whole = fold(records(all));
        assertThat(whole.needs()).as("a history says something").isNotEmpty();
        comesInAnyOrder(records(all), whole, random);
        for (var one : NATIONS) {
            var seen = seenBy(one, all);
            var theirs = fold(records(seen));
            comesInAnyOrder(records(seen), theirs, random);
            stands(theirs, whole, seen);
            for (var other : NATIONS) {
                assertThat(fold(records(seenBy(other, seen))))
                        .as("what both hold is the same at both")
                        .isEqualTo(fold(records(seenBy(one, seenBy(other, all)))));
            }
        }
    }

    /// Everything that somebody sees stands in the whole in the same order, by the same names, with the
    /// same judgement; and no number of theirs counts what they do not see.
    private static void stands(Board theirs, Board whole, List<Told> seen) {
        var ids = new HashSet<UUID>();
        seen.forEach(one -> ids.add(one.record().id()));
        assertThat(theirs.needs().stream().map(Need::id))
                .containsExactlyElementsOf(whole.needs().stream()
                        .map(Need::id)
                        .filter(ids::contains)
                        .toList());
        assertThat(theirs.offers().stream().map(Offer::id))
                .containsExactlyElementsOf(whole.offers().stream()
                        .map(Offer::id)
                        .filter(ids::contains)
                        .toList());
        var keys = theirs.places().stream().map(Place::key).toList();
        assertThat(keys)
                .containsExactlyElementsOf(whole.places().stream()
                        .map(Place::key)
                        .filter(keys::contains)
                        .toList());
        assertThat(theirs.assignments())
                .containsExactlyElementsOf(whole.assignments().stream()
                        .filter(one -> ids.contains(one.id()) && ids.contains(one.need()) && ids.contains(one.offer()))
                        .toList());
        for (var need : theirs.needs()) {
            assertThat(need.promised())
                    .isEqualTo(theirs.assignments().stream()
                            .filter(one -> one.need().equals(need.id()) && one.fits())
                            .filter(one -> one.decision() == Assignment.Decision.PROMISED)
                            .mapToLong(one -> one.amount().units())
                            .sum());
            assertThat(need.unmet()).isBetween(0L, need.amount().units());
        }
    }

    private static void comesInAnyOrder(List<ReliefRecord> all, Board expected, Random random) {
        for (var i = 0; i < 3; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, random.nextInt(all.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void aPlaceHoldsTheReportOfEachNationAndSaysWhatContradicts() {
        var ours = place("JPN", 0, 5, "open", 120L);
        var theirs = place("USA", 0, 9, "closed", 80L);
        var place = fold(List.of(ours, theirs)).places().getFirst();
        assertThat(place.reports()).extracting(PlaceReport::party).containsExactly("JPN", "USA");
        assertThat(place.differences()).containsExactly(Subject.STATUS, Subject.HEADCOUNT);
        assertThat(place.isUsable()).as("one says closed").isFalse();
        assertThat(fold(List.of(ours)).places().getFirst().isUsable()).isTrue();
        var again = place("USA", 0, 12, "open", 120L);
        assertThat(fold(List.of(ours, theirs, again)).places().getFirst().differences())
                .as("the newest of each nation counts")
                .isEmpty();
    }

    @Test
    void aReportMayNameTheRecordOfAnotherNationAsItsPlace() {
        var ours = new ReliefRecord(id(1), "JPN", time(0), ReliefRecord.PLACE, body("placeType", "shelter"));
        var theirs = new ReliefRecord(
                id(2),
                "USA",
                time(1),
                ReliefRecord.PLACE,
                body("placeType", "shelter", "samePlaceAs", id(1).toString()));
        assertThat(fold(List.of(theirs, ours)).places()).hasSize(1);
        assertThat(fold(List.of(theirs)).places().getFirst().key())
                .isEqualTo(fold(List.of(ours)).places().getFirst().key());
    }

    @Test
    void onlyTheOneWhoOffersPromises() {
        var need = goods(ReliefRecord.NEED, "JPN", 1, 10);
        var offer = goods(ReliefRecord.OFFER, "USA", 2, 10);
        var promise = assignment("JPN", 3, need, offer, 4, "promised");
        var board = fold(List.of(need, offer, promise));
        assertThat(board.assignments().getFirst().objections())
                .extracting(Assignment.Objection::at)
                .containsExactly("/decision");
        assertThat(board.needs().getFirst().promised()).isZero();
        var theirs = fold(List.of(need, offer, assignment("USA", 3, need, offer, 4, "promised")));
        assertThat(theirs.needs().getFirst().unmet()).isEqualTo(6);
        assertThat(theirs.offers().getFirst().left()).isEqualTo(6);
    }

    @Test
    void whatIsReceivedMeetsANeedAndWhatIsPromisedDoesNot() {
        var need = goods(ReliefRecord.NEED, "JPN", 1, 100);
        var offer = goods(ReliefRecord.OFFER, "USA", 2, 60);
        var promise = assignment("USA", 3, need, offer, 60, "promised");
        var records = List.of(need, offer, promise);
        var planned = Dispatcher.planned(need.id());
        var coming = BoardFold.fold(records, List.of(planned)).needs().getFirst();
        assertThat(coming.onTheWay()).isEqualTo(40);
        assertThat(coming.received()).isZero();
        assertThat(coming.outstanding()).isEqualTo(100);
        var over = BoardFold.fold(records, List.of(Dispatcher.received(need.id(), 36)));
        assertThat(over.needs().getFirst().received()).isEqualTo(36);
        assertThat(over.needs().getFirst().outstanding()).isEqualTo(64);
        assertThat(over.needs().getFirst().unmet())
                .as("60 are promised, 36 of them have come")
                .isEqualTo(40);
        assertThat(over.needs().getFirst().onTheWay()).isZero();
        var food = goods(ReliefRecord.NEED, "JPN", 7, 100);
        assertThat(BoardFold.fold(List.of(food), List.of(Dispatcher.received(food.id(), 36)))
                        .needs()
                        .getFirst()
                        .received())
                .as("water meets no need for food")
                .isZero();
    }

    @Test
    void aMoveOverAClosedPlaceIsMarkedUntilItHasPassed() {
        var from = placeAt(0, "open");
        var to = placeAt(1, "closed");
        var board = BoardFold.fold(List.of(from, to), List.of(Dispatcher.planned(id(1))));
        assertThat(board.closedPlaces(board.moves().getFirst()))
                .extracting(Place::key)
                .containsExactly(BoardFold.key(to));
        var over = Dispatcher.received(id(1), 9);
        assertThat(board.closedPlaces(over)).isEmpty();
    }

    private static ReliefRecord placeAt(int number, String status) {
        return new ReliefRecord(
                Dispatcher.place(number),
                "JPN",
                time(number),
                ReliefRecord.PLACE,
                body("placeType", "port", "status", status));
    }

    @Test
    void aPartOfAUnitIsNotOfferedAndIsNeededWhole() {
        var quantity = new CborMap(Map.of("value", new CborFloat(2.5), "unit", new CborText("t")));
        var body = new CborMap(Map.of("item", new CborText("food"), "quantity", quantity));
        var need = new ReliefRecord(id(1), "JPN", time(0), ReliefRecord.NEED, body);
        var offer = new ReliefRecord(id(2), "JPN", time(0), ReliefRecord.OFFER, body);
        var board = fold(List.of(need, offer));
        assertThat(board.needs().getFirst().unmet()).isEqualTo(3);
        assertThat(board.offers().getFirst().left()).isEqualTo(2);
    }

    private static Board fold(Collection<ReliefRecord> records) {
        return BoardFold.fold(records);
    }

    private static List<ReliefRecord> records(List<Told> told) {
        return told.stream().map(Told::record).toList();
    }

    private static List<Told> seenBy(String party, List<Told> all) {
        return all.stream().filter(one -> one.to().contains(party)).toList();
    }

    private static List<Told> history(Random random) {
        var all = new ArrayList<Told>();
        all.add(told(goods(ReliefRecord.NEED, "JPN", 0, 50), random));
        all.add(told(goods(ReliefRecord.OFFER, "USA", 1, 40), random));
        var steps = 5 + random.nextInt(30);
        for (var number = 2; number < steps; number++) {
            var party = NATIONS.get(random.nextInt(3));
            var record = switch (random.nextInt(6)) {
                case 0 -> place(party, random.nextInt(4), number, status(random), (long) random.nextInt(3));
                case 1 -> goods(ReliefRecord.NEED, party, number, 1 + random.nextInt(50));
                case 2 -> goods(ReliefRecord.OFFER, party, number, 1 + random.nextInt(50));
                case 3 -> revised(all.get(random.nextInt(all.size())), number, random);
                default -> assigned(party, number, all, random);
            };
            all.add(told(record, random));
        }
        return revisionsGoWhereTheRecordWent(all);
    }

    /// Who is told of a record is told of its revisions.
    private static List<Told> revisionsGoWhereTheRecordWent(List<Told> all) {
        var first = new LinkedHashMap<UUID, Set<String>>();
        all.forEach(one -> first.putIfAbsent(one.record().id(), one.to()));
        return all.stream()
                .map(one ->
                        new Told(one.record(), first.getOrDefault(one.record().id(), one.to())))
                .toList();
    }

    private static Told told(ReliefRecord record, Random random) {
        var to = new HashSet<>(Set.of(record.party()));
        NATIONS.stream().filter(one -> random.nextInt(3) > 0).forEach(to::add);
        return new Told(record, to);
    }

    private static ReliefRecord revised(Told before, int number, Random random) {
        var record = before.record();
        var body = new LinkedHashMap<>(record.body().entries());
        body.put("status", new CborText(random.nextBoolean() ? "closed" : "met"));
        return new ReliefRecord(record.id(), record.party(), time(number), record.kind(), new CborMap(body));
    }

    private static ReliefRecord assigned(String party, int number, List<Told> all, Random random) {
        var need = all.get(random.nextInt(all.size())).record();
        var offer = all.get(random.nextInt(all.size())).record();
        var decision = List.of("proposed", "promised", "promised", "cancelled").get(random.nextInt(4));
        return assignment(party, number, need, offer, random.nextInt(9), decision);
    }

    private static String status(Random random) {
        return List.of("open", "limited", "closed", "unknown").get(random.nextInt(4));
    }

    private static ReliefRecord place(String party, int code, int minute, String status, long people) {
        var body = new LinkedHashMap<>(body("placeType", "shelter", "status", status, "placeCode", "c" + code)
                .entries());
        body.put("occupants", new CborInt(people));
        return new ReliefRecord(id(100 + minute), party, time(minute), ReliefRecord.PLACE, new CborMap(body));
    }

    private static ReliefRecord goods(String kind, String party, int number, long units) {
        var body = new LinkedHashMap<String, CborValue>(
                body("item", number % 4 == 3 ? "food" : "water").entries());
        body.put("quantity", quantity(units));
        body.put("weight", new CborInt(1 + number % 5));
        return new ReliefRecord(id(number), party, time(number), kind, new CborMap(body));
    }

    private static ReliefRecord assignment(
            String party, int number, ReliefRecord need, ReliefRecord offer, long units, String decision) {
        var body = new LinkedHashMap<>(
                body("need", need.id().toString(), "offer", offer.id().toString(), "decision", decision)
                        .entries());
        body.put("quantity", quantity(units));
        return new ReliefRecord(id(number), party, time(number), ReliefRecord.ASSIGNMENT, new CborMap(body));
    }

    private static CborMap quantity(long units) {
        return new CborMap(Map.of("value", new CborInt(units), "unit", new CborText("t")));
    }

    private static CborMap body(String... pairs) {
        var entries = new LinkedHashMap<String, CborValue>();
        for (var i = 0; i < pairs.length; i += 2) {
            entries.put(pairs[i], new CborText(pairs[i + 1]));
        }
        return new CborMap(entries);
    }

    private static UUID id(int number) {
        return UUID.nameUUIDFromBytes(("record " + number).getBytes(UTF_8));
    }

    private static HybridTime time(int minute) {
        return new HybridTime(HybridTime.micros(BEGIN.plusSeconds(60L * minute)), 0);
    }
}
