package org.renkei.relief;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.Board;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.Words;
import org.renkei.kernel.relief.matching.MatchingTask;
import org.renkei.kernel.relief.matching.Plan.Line;
import org.renkei.kernel.relief.matching.Route;
import org.renkei.kernel.relief.matching.Shortfall;
import org.renkei.matching.Matched;
import org.renkei.matching.Matcher;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.relief.Boards.Held;
import org.renkei.relief.ProposalView.LeftOutView;
import org.renkei.relief.ProposalView.LineView;
import org.renkei.relief.ProposalView.MissingView;
import org.springframework.stereotype.Component;

/// Makes proposals, one at a time: a node has other things to do.
@Component
class Proposals {
    private static final Duration MOST = Duration.ofSeconds(4);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<String, String> USABLE = Map.of("open", "使用可", "limited", "一部使用可");
    private static final long THOUSANDTHS = MatchingTask.WHOLE / 1_000;

    private final Matcher matcher = new Matcher(Matcher.MOVES, MOST);
    private final Semaphore one = new Semaphore(1);

    /// @param own whose offers can be promised
    /// @param only whose offers to use; null for everybody's
    ProposalView propose(Held held, Instant now, String own, @Nullable String only) {
        if (!one.tryAcquire()) {
            throw new Problem(
                    Category.CONFLICT,
                    "a proposal is being made for somebody else: ask again in a few seconds",
                    "他の利用者の割当案を作成中です。数秒後にもう一度お試しください");
        }
        try {
            var made = TaskOfBoard.of(held.board(), now, only);
            return view(held, made, matcher.match(made.task()), own);
        } finally {
            one.release();
        }
    }

    private static ProposalView view(Held held, TaskOfBoard made, Matched matched, String own) {
        var task = matched.task();
        return new ProposalView(
                held.exercise(),
                task.from(),
                task.demands().size(),
                task.supplies().size(),
                (int) task.stops().stream().filter(stop -> stop.usable()).count(),
                (int) held.board().places().stream().filter(Place::isClosed).count(),
                matched.plan().lines().stream()
                        .map(line -> line(line, matched, held.board(), own))
                        .toList(),
                Shortfall.of(task, matched.routes(), matched.plan()).stream()
                        .map(one -> new MissingView(
                                task.demands().get(one.demand()).id(), one.missing(), BoardView.code(one.cause())))
                        .toList(),
                made.leftOut().stream()
                        .map(one -> new LeftOutView(one.id(), one.why()))
                        .toList(),
                task.whole() / THOUSANDTHS,
                matched.plan().value() / THOUSANDTHS,
                (matched.bound() + THOUSANDTHS - 1) / THOUSANDTHS,
                matched.firstCome().value() / THOUSANDTHS,
                matched.complete(),
                matched.took().toMillis());
    }

    private static LineView line(Line line, Matched matched, Board board, String own) {
        var route = line.route();
        var task = matched.task();
        var demand = task.demands().get(route.demand());
        var supply = task.supplies().get(route.supply());
        var place = board.place(task.stops().get(route.stop()).key()).orElseThrow();
        var offer = board.offer(supply.id()).orElseThrow();
        return new LineView(
                demand.id(),
                supply.id(),
                place.newest().record(),
                place.newest().name(),
                line.quantity(),
                demand.unit(),
                task.from().plus(Duration.ofMinutes(route.minute())),
                offer.party().equals(own) ? "promised" : "proposed",
                reasons(route, matched, place));
    }

    private static List<Words> reasons(Route route, Matched matched, Place place) {
        var demand = matched.task().demands().get(route.demand());
        var hours = (demand.minute() - route.minute()) / 60;
        var reasons = new ArrayList<Words>();
        reasons.add(new Words(
                "Weight %d of 5; arrives %d h before the time until which it is needed."
                        .formatted(demand.weight(), hours),
                "重み %d（5段階）。必要な期限の %d 時間前に到着します。".formatted(demand.weight(), hours)));
        var english = place.reports().stream()
                .map(report -> "%s %s, %s".formatted(report.party(), report.status(), TIME.format(report.at())))
                .toList();
        var japanese = place.reports().stream()
                .map(report -> "%s %s、%s"
                        .formatted(
                                report.party(),
                                USABLE.getOrDefault(report.status(), report.status()),
                                TIME.format(report.at())))
                .toList();
        reasons.add(new Words(
                "%s is usable (%s).".formatted(place.newest().name().en(), String.join("; ", english)),
                "%s は使用できます（%s）。".formatted(place.newest().name().ja(), String.join("；", japanese))));
        var offers = matched.routes().to(route.demand()).stream()
                .map(Route::supply)
                .distinct()
                .count();
        reasons.add(
                offers == 1
                        ? new Words(
                                "No other offer reaches this need in time by an open place.",
                                "使用できる経由地を通って間に合う申出は、これだけです。")
                        : new Words(
                                "One of %d offers that reach this need in time by an open place.".formatted(offers),
                                "使用できる経由地を通って間に合う申出 %d 件のうちの一つです。".formatted(offers)));
        return List.copyOf(reasons);
    }
}
