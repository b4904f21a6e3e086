package org.renkei.difference;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.difference.DifferenceView.Heard;
import org.renkei.difference.DifferenceView.Row;
import org.renkei.difference.DifferenceView.Told;
import org.renkei.difference.DifferenceView.Words;
import org.renkei.kernel.difference.Pair;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.difference.Subject;
import org.renkei.records.StoredRecord;
import org.renkei.release.DecisionView;
import org.renkei.release.Tellings.State;
import org.renkei.release.Tellings.Telling;

/// Pairs of what two nations said, with how each piece stands.
///
/// @param gone records that were taken back
/// @param told own records as they stand with the partner, but those that it has confirmed whole
/// @param late those that came to be held here since the time that is asked for; null where none is
record Comparison(
        String self,
        String party,
        Map<String, Subject> subjects,
        Map<UUID, StoredRecord> gone,
        Map<UUID, Telling> told,
        @Nullable Set<UUID> late) {
    /// Begins the keys of what was taken back and of which nobody here can tell any more what it was about.
    static final String GONE = "taken-back ";

    private static final int MOST_PIECES = 20;

    List<String> differences(Pair pair) {
        var subject = subjects.get(pair.subject());
        return subject == null ? List.of() : subject.contradictions(self, party);
    }

    /// The subjects of those in which the two contradict each other.
    Set<String> differing(List<Pair> pairs) {
        return pairs.stream()
                .filter(one -> !differences(one).isEmpty())
                .map(Pair::subject)
                .collect(Collectors.toSet());
    }

    boolean isAsked(Pair pair, Query query, boolean differs) {
        var fits = switch (query.only()) {
            case ALL -> true;
            case DIFFERING -> differs;
            case UNCONFIRMED -> pair.ours().stream().anyMatch(this::isUnconfirmed);
            case KEPT -> pair.ours().stream().anyMatch(this::isKept);
        };
        return fits
                && (late == null
                        || Stream.of(pair.ours(), pair.theirs())
                                .flatMap(List::stream)
                                .anyMatch(one -> late.contains(one.record())));
    }

    private boolean isUnconfirmed(Piece piece) {
        var telling = told.get(piece.record());
        return telling != null
                && (telling.state() == State.ON_THE_WAY
                        || telling.state() == State.TAKEN_BACK && telling.confirmed() == null);
    }

    private boolean isKept(Piece piece) {
        return switch (state(piece)) {
            case REVIEW, WITHHELD, TAKEN_BACK -> true;
            case CONFIRMED, ON_THE_WAY -> false;
            case null -> false;
        };
    }

    /// What was taken back is taken back, whatever was to come of it.
    private @Nullable State state(Piece piece) {
        return state(piece, told.get(piece.record()));
    }

    private @Nullable State state(Piece piece, @Nullable Telling telling) {
        if (telling == null) {
            return null;
        }
        return gone.containsKey(piece.record()) ? State.TAKEN_BACK : telling.state();
    }

    DifferenceView.Counts counts(List<Pair> pairs, int differing) {
        var states = new EnumMap<State, Integer>(State.class);
        var unconfirmed = 0;
        for (var pair : pairs) {
            for (var piece : pair.ours()) {
                var state = state(piece);
                if (state != null) {
                    states.merge(state, 1, Integer::sum);
                }
                unconfirmed += isUnconfirmed(piece) ? 1 : 0;
            }
        }
        return new DifferenceView.Counts(
                pairs.size(),
                differing,
                unconfirmed,
                states.getOrDefault(State.REVIEW, 0),
                states.getOrDefault(State.WITHHELD, 0),
                states.getOrDefault(State.TAKEN_BACK, 0));
    }

    /// The newest of each side.
    Stream<Piece> shown(Pair pair) {
        return Stream.of(pair.ours(), pair.theirs())
                .flatMap(side -> side.stream().limit(MOST_PIECES));
    }

    /// What is known of the records that are shown.
    ///
    /// @param told all own ones as they stand with the partner
    /// @param times when each came to be held here as it is
    /// @param decided of own records that the caller sees whole what was decided for each party
    record Details(Map<UUID, Telling> told, Map<UUID, Instant> times, Map<UUID, List<DecisionView>> decided) {}

    Row row(Pair pair, Details details) {
        var subject = subjects.get(pair.subject());
        var all = pair.ours().size() + pair.theirs().size();
        return new Row(
                pair.subject(),
                subject == null ? "taken-back" : subject.kind(),
                subject == null ? Map.of("en", "", "ja", "") : words(subject.english(), subject.japanese()),
                subject == null ? "" : subject.opens(),
                differences(pair),
                pair.ours().stream()
                        .limit(MOST_PIECES)
                        .map(one -> told(one, details))
                        .toList(),
                pair.theirs().stream()
                        .limit(MOST_PIECES)
                        .map(one -> heard(one, details))
                        .toList(),
                all - (int) shown(pair).count());
    }

    private Told told(Piece piece, Details details) {
        var telling = details.told().get(piece.record());
        var state = state(piece, telling);
        return new Told(
                words(piece),
                state == null ? null : state.code(),
                telling != null && telling.inPart(),
                telling == null ? null : telling.told(),
                telling == null ? null : telling.confirmed(),
                details.decided().getOrDefault(piece.record(), List.of()).stream()
                        .filter(one -> one.party().equals(party))
                        .flatMap(one -> one.reasons().stream())
                        .filter(one -> !one.met())
                        .toList());
    }

    private Heard heard(Piece piece, Details details) {
        var goneNow = gone.get(piece.record());
        return new Heard(
                piece.record(),
                goneNow != null && goneNow.content() == null ? null : words(piece),
                details.times().get(piece.record()));
    }

    private static Words words(Piece piece) {
        return new Words(
                piece.record(),
                piece.party(),
                piece.kind(),
                piece.code(),
                words(piece.english(), piece.japanese()),
                piece.at(),
                piece.label().text());
    }

    private static Map<String, String> words(String english, String japanese) {
        return Map.of("en", english, "ja", japanese);
    }
}
