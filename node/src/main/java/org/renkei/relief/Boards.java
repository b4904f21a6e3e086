package org.renkei.relief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.Board;
import org.renkei.kernel.relief.BoardFold;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sight;
import org.renkei.sight.Sights;
import org.renkei.sight.Then;
import org.springframework.stereotype.Component;

/// Boards as one caller sees them: folded from the records that this caller sees. What is an exercise and
/// what is real are two boards that share nothing.
@Component
class Boards {
    private static final List<String> KINDS =
            List.of(ReliefRecord.PLACE, ReliefRecord.NEED, ReliefRecord.OFFER, ReliefRecord.ASSIGNMENT);

    private final Sights sights;
    private final Moves moves;

    Boards(Sights sights, Moves moves) {
        this.sights = sights;
        this.moves = moves;
    }

    /// A board and what it was folded from.
    ///
    /// @param labels of each record, its portions included, and of each move that of its state
    record Held(boolean exercise, List<ReliefRecord> records, Map<UUID, Label> labels, Board board) {
        Optional<Label> label(UUID record) {
            return Optional.ofNullable(labels.get(record));
        }

        /// Every record that reports the same place, also older ones of the same nation.
        List<ReliefRecord> reports(String key) {
            return records.stream()
                    .filter(one -> one.kind().equals(ReliefRecord.PLACE))
                    .filter(one -> BoardFold.key(one).equals(key))
                    .toList();
        }
    }

    /// Where nothing is asked for: the real one if there is anything on it, else the exercise.
    Held get(Optional<Boolean> exercise, Caller caller) {
        var sight = sights.of(caller);
        return of(exercise, kind -> contents(sight, kind), moves.list(caller));
    }

    /// As it was known here at a time.
    Held get(Optional<Boolean> exercise, Caller caller, Instant at) {
        var then = new Then(sights.of(caller), at);
        return of(exercise, kind -> then.contents(filter(kind)), moves.list(then));
    }

    private static Held of(
            Optional<Boolean> exercise, Function<String, List<SharedRecord>> contents, List<Moves.Folded> all) {
        var real = new ArrayList<SharedRecord>();
        var drill = new ArrayList<SharedRecord>();
        KINDS.forEach(kind -> contents.apply(kind).forEach(one -> (one.banner().exercise() ? drill : real).add(one)));
        var wanted = exercise.orElseGet(
                () -> real.stream().noneMatch(Boards::isWork) && all.stream().allMatch(Moves.Folded::exercise));
        return held(
                wanted,
                wanted ? drill : real,
                all.stream().filter(one -> one.exercise() == wanted).toList());
    }

    /// Whether it is more than the report of a place.
    private static boolean isWork(SharedRecord record) {
        return !record.kind().equals(ReliefRecord.PLACE);
    }

    private static Held held(boolean exercise, List<SharedRecord> contents, List<Moves.Folded> moves) {
        var labels = new LinkedHashMap<UUID, Label>();
        contents.forEach(one -> labels.put(one.id(), one.banner()));
        moves.forEach(one -> labels.put(one.whole().id(), one.stateLabel()));
        var records = contents.stream().map(ReliefRecord::of).toList();
        var whole = moves.stream().map(Moves.Folded::whole).toList();
        return new Held(exercise, records, labels, BoardFold.fold(records, whole));
    }

    private static List<SharedRecord> contents(Sight sight, String kind) {
        return sight.listStanding(filter(kind));
    }

    private static RecordFilter filter(String kind) {
        return new RecordFilter(kind, null, null, null, null);
    }

    /// What an assignment is judged by, without all the rest of the board.
    List<SharedRecord> besides(UUID need, UUID offer, Caller caller) {
        var sight = sights.of(caller);
        var all = new ArrayList<>(contents(sight, ReliefRecord.ASSIGNMENT));
        for (var id : List.of(need, offer)) {
            sight.find(id)
                    .filter(seen -> !seen.record().recalled())
                    .flatMap(seen -> Optional.ofNullable(seen.record().content()))
                    .ifPresent(all::add);
        }
        return all;
    }

    /// Every form of a report that the caller sees, oldest first.
    List<ReliefRecord> history(UUID report, Caller caller) {
        return sights.of(caller).listRevisions(report).orElse(List.of()).stream()
                .flatMap(seen -> Optional.ofNullable(seen.record().content()).stream())
                .map(ReliefRecord::of)
                .toList();
    }
}
