package org.renkei.kernel.relief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.Assignment.Decision;
import org.renkei.kernel.relief.Assignment.Objection;
import org.renkei.kernel.relief.moves.Move;

/// From records to a [Board]. What makes two reports one place stands in each of them, what an assignment
/// is judged by is what it names, and the order of everything follows from its own content: so nothing that
/// is not held shifts anything that is.
public final class BoardFold {
    private final Map<UUID, ReliefRecord> newest = new TreeMap<>(Comparator.comparing(UUID::toString));
    private final Map<UUID, String> keys = new HashMap<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final List<Assignment> judged = new ArrayList<>();
    private final List<Assignment> waiting = new ArrayList<>();
    private final Map<UUID, List<Assignment>> byNeed = new HashMap<>();
    private final Map<UUID, List<Assignment>> byOffer = new HashMap<>();
    private final Map<UUID, List<Move>> movesTo = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    private BoardFold() {}

    /// @param records in any order of arrival, each once or more often, also in older forms
    public static Board fold(Collection<ReliefRecord> records) {
        return fold(records, List.of());
    }

    /// @param moves each once; those without a plan are left out
    public static Board fold(Collection<ReliefRecord> records, Collection<Move> moves) {
        var fold = new BoardFold();
        records.forEach(one ->
                fold.newest.merge(one.id(), one, (a, b) -> ReliefRecord.BY_AGE.compare(a, b) >= 0 ? a : b));
        fold.gatherPlaces();
        fold.judgeAssignments();
        fold.gatherMoves(moves);
        return fold.board();
    }

    /// What speaks against an assignment that is not said yet.
    public static List<Objection> against(Collection<ReliefRecord> held, ReliefRecord next) {
        var all = new ArrayList<>(held);
        all.add(next);
        return fold(all).assignments().stream()
                .filter(one -> one.id().equals(next.id()))
                .findFirst()
                .map(Assignment::objections)
                .orElseGet(() -> List.of(new Objection(
                        "/need", "the need or the offer that it names is not here", "指定された需要または申出がここにありません")));
    }

    /// What makes reports one place: the type and code they give, or the record they say they speak of.
    public static String key(ReliefRecord report) {
        var type = report.textOr("placeType", "other");
        return report.text("placeCode")
                .map(code -> type + " " + code.toUpperCase(Locale.ROOT))
                .orElseGet(() -> type + " " + report.record("samePlaceAs").orElse(report.id()));
    }

    private List<ReliefRecord> of(String kind) {
        return newest.values().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    private void gatherPlaces() {
        var reports = new TreeMap<String, Map<String, PlaceReport>>();
        for (var record : of(ReliefRecord.PLACE)) {
            var key = key(record);
            keys.put(record.id(), key);
            reports.computeIfAbsent(key, any -> new TreeMap<>())
                    .merge(
                            record.party(),
                            PlaceReport.of(record),
                            (a, b) -> PlaceReport.NEWEST_FIRST.compare(a, b) <= 0 ? a : b);
        }
        reports.forEach((key, byParty) -> places.put(key, new Place(key, List.copyOf(byParty.values()))));
    }

    private void judgeAssignments() {
        for (var record : of(ReliefRecord.ASSIGNMENT)) {
            var read = Assignment.of(record).orElse(null);
            if (read == null) {
                continue;
            }
            var need = named(read.need(), ReliefRecord.NEED);
            var offer = named(read.offer(), ReliefRecord.OFFER);
            if (need == null || offer == null) {
                waiting.add(read);
                continue;
            }
            var one = read.with(objections(read, need, offer));
            judged.add(one);
            byNeed.computeIfAbsent(need.id(), any -> new ArrayList<>()).add(one);
            byOffer.computeIfAbsent(offer.id(), any -> new ArrayList<>()).add(one);
        }
    }

    private void gatherMoves(Collection<Move> all) {
        all.stream().filter(one -> one.plan() != null).sorted(Move.ORDER).forEach(move -> {
            moves.add(move);
            var need = move.need().map(id -> named(id, ReliefRecord.NEED)).orElse(null);
            if (need != null && brings(move, need)) {
                movesTo.computeIfAbsent(need.id(), any -> new ArrayList<>()).add(move);
            }
        });
    }

    /// What is brought to somebody else, or is something else, meets no need.
    private static boolean brings(Move move, ReliefRecord need) {
        return move.receiver().equals(Optional.of(need.party()))
                && move.item().equals(need.text("item"))
                && move.unit().equals(Optional.of(need.amount().unit()));
    }

    private @Nullable ReliefRecord named(UUID id, String kind) {
        return Optional.ofNullable(newest.get(id))
                .filter(one -> one.kind().equals(kind))
                .orElse(null);
    }

    private static List<Objection> objections(Assignment said, ReliefRecord need, ReliefRecord offer) {
        var found = new ArrayList<Objection>();
        if (said.decision() == Decision.PROMISED && !said.party().equals(offer.party())) {
            found.add(new Objection(
                    "/decision",
                    "only " + offer.party() + " can promise what it offers; others propose",
                    offer.party() + " の申出について提供を決定できるのは " + offer.party() + " だけです。他国は提案できます"));
        }
        if (said.amount().units() < 1) {
            found.add(new Objection("/quantity", "a whole number from 1 is needed", "1 以上の整数が必要です"));
        }
        if (!need.text("item").equals(offer.text("item")) || need.text("item").isEmpty()) {
            found.add(new Objection("/offer", "the need and the offer are not of one commodity", "需要と申出の品目が一致していません"));
        }
        if (!said.amount().unit().equals(need.amount().unit())
                || !said.amount().unit().equals(offer.amount().unit())) {
            found.add(new Objection(
                    "/quantity/unit", "need, offer and assignment are not in one unit", "需要・申出・割当の単位が一致していません"));
        }
        return found;
    }

    private Board board() {
        var needs = of(ReliefRecord.NEED).stream()
                .map(this::need)
                .sorted(Need.ORDER)
                .toList();
        var offers = of(ReliefRecord.OFFER).stream()
                .map(record -> Offer.of(record, sum(byOffer, record.id(), Decision.PROMISED), (int)
                        counted(byOffer, record.id(), Decision.PROMISED).count()))
                .sorted(Offer.ORDER)
                .toList();
        judged.sort(Assignment.ORDER);
        waiting.sort(Assignment.ORDER);
        return new Board(List.copyOf(places.values()), needs, offers, judged, waiting, keys, moves);
    }

    private Need need(ReliefRecord record) {
        var key = record.record("place").map(keys::get).orElse(null);
        var place = key == null ? null : places.get(key);
        var brought = movesTo.getOrDefault(record.id(), List.of());
        return Need.of(
                        record,
                        place == null ? null : place.position().orElse(null),
                        key,
                        sum(byNeed, record.id(), Decision.PROMISED),
                        sum(byNeed, record.id(), Decision.PROPOSED))
                .with(
                        brought.stream()
                                .filter(move -> !move.isOver() && move.receipt() == null)
                                .mapToLong(Move::carried)
                                .sum(),
                        brought.stream().mapToLong(Move::received).sum());
    }

    private static Stream<Assignment> counted(Map<UUID, List<Assignment>> by, UUID id, Decision decision) {
        return by.getOrDefault(id, List.of()).stream().filter(one -> one.counts(decision));
    }

    private static long sum(Map<UUID, List<Assignment>> by, UUID id, Decision decision) {
        return counted(by, id, decision).mapToLong(one -> one.amount().units()).sum();
    }
}
