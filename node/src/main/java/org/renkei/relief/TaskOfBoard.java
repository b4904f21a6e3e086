package org.renkei.relief;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.Board;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Offer;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.Words;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.MatchingTask.Demand;
import org.renkei.kernel.relief.matching.MatchingTask.Stop;
import org.renkei.kernel.relief.matching.MatchingTask.Supply;

/// What of a board can be matched, and why the rest cannot.
///
/// @param leftOut open needs and offers that are not looked at, each with the reason
record TaskOfBoard(MatchingTask task, List<LeftOut> leftOut) {
    /// Where no time is named until which a need is to be met.
    private static final Duration USUAL = Duration.ofDays(3);

    /// Of a place that does not say how much it takes in.
    private static final long USUAL_MOVEMENTS = 1_000;

    record LeftOut(UUID id, Words why) {}

    /// @param only whose offers to use; null for everybody's
    static TaskOfBoard of(Board board, Instant now, @Nullable String only) {
        var leftOut = new ArrayList<LeftOut>();
        var demands = new ArrayList<Demand>();
        var supplies = new ArrayList<Supply>();
        for (var need : board.needs()) {
            if (need.unmet() > 0) {
                lacking(need, board, now)
                        .ifPresentOrElse(
                                why -> leftOut.add(new LeftOut(need.id(), why)), () -> demands.add(demand(need, now)));
            }
        }
        for (var offer : board.offers()) {
            var wanted = only == null || only.equals(offer.party());
            if (wanted && offer.left() > 0 && offer.deliveriesLeft() > 0) {
                lacking(offer, now)
                        .ifPresentOrElse(
                                why -> leftOut.add(new LeftOut(offer.id(), why)),
                                () -> supplies.add(supply(offer, now)));
            }
        }
        var stops =
                board.places().stream().flatMap(place -> stop(place).stream()).toList();
        return new TaskOfBoard(new MatchingTask(now, demands, supplies, stops), List.copyOf(leftOut));
    }

    private static Optional<Words> lacking(Need need, Board board, Instant now) {
        var place = need.place() == null ? null : board.place(need.place()).orElse(null);
        if (place != null && place.isClosed()) {
            return why("the place where it is needed is reported closed", "必要とされる場所が使用不可と報告されています");
        }
        if (need.until() != null && !need.until().isAfter(now)) {
            return why("the time until which it was needed has passed", "必要な期限を過ぎています");
        }
        if (need.spot() == null) {
            return why("it says no position, nor a place that has one", "位置または位置のある場所の指定がありません");
        }
        return lackingGoods(need.item(), need.amount().unit());
    }

    private static Optional<Words> lacking(Offer offer, Instant now) {
        if (offer.availableUntil() != null && !offer.availableUntil().isAfter(now)) {
            return why("it could be had until a time that has passed", "提供期間を過ぎています");
        }
        if (offer.from() == null) {
            return why("it says no position where it lies", "所在位置の指定がありません");
        }
        if (offer.mode() == null) {
            return why("it does not say how it is carried", "輸送手段の指定がありません");
        }
        return lackingGoods(offer.item(), offer.amount().unit());
    }

    private static Optional<Words> lackingGoods(@Nullable String item, String unit) {
        if (item == null || item.equals("other")) {
            return why(
                    "it names no commodity that can be compared: a person has to look", "比較できる品目の指定がないため、人による判断が必要です");
        }
        return unit.isEmpty() ? why("it names no unit", "単位の指定がありません") : Optional.empty();
    }

    private static Optional<Words> why(String english, String japanese) {
        return Optional.of(new Words(english, japanese));
    }

    private static Demand demand(Need need, Instant now) {
        var until = need.until() == null ? now.plus(USUAL) : need.until();
        return new Demand(
                need.id(),
                String.valueOf(need.item()),
                need.amount().unit(),
                need.unmet(),
                Objects.requireNonNull(need.spot()),
                minutes(now, until),
                need.weight(),
                need.stated());
    }

    private static Supply supply(Offer offer, Instant now) {
        return new Supply(
                offer.id(),
                String.valueOf(offer.item()),
                offer.amount().unit(),
                offer.left(),
                Objects.requireNonNull(offer.mode()),
                Objects.requireNonNull(offer.from()),
                Math.max(0, minutes(now, offer.availableFrom())),
                offer.deliveriesLeft());
    }

    private static long minutes(Instant from, Instant to) {
        return Duration.between(from, to).toMinutes();
    }

    private static Optional<Stop> stop(Place place) {
        return place.position()
                .map(at -> new Stop(place.key(), place.type(), at, place.isUsable(), (int)
                        (long) place.movements().orElse(USUAL_MOVEMENTS)));
    }
}
