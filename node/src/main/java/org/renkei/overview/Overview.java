package org.renkei.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.OrderSubjects;
import org.renkei.cases.CaseStanding;
import org.renkei.commitments.CommitmentView;
import org.renkei.federation.LinkDesk.LinkState;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.meetings.State;
import org.renkei.meetings.MeetingView;
import org.renkei.overview.OverviewView.CaseCell;
import org.renkei.overview.OverviewView.HandoverRow;
import org.renkei.overview.OverviewView.LinkRow;
import org.renkei.overview.OverviewView.PlaceCell;
import org.renkei.overview.OverviewView.Reviews;
import org.renkei.overview.OverviewView.UnansweredRow;
import org.renkei.relief.BoardView;
import org.renkei.relief.MoveView;
import org.renkei.watchlog.WatchLogView.WatchView;

/// Counts how everything stands.
record Overview(String own, Instant now, boolean exercise) {

    OverviewView view(
            List<CaseStanding> cases,
            BoardView board,
            List<CommitmentView.Row> commitments,
            List<MeetingView.Row> meetings,
            List<LinkState> links,
            Waiting waiting,
            @Nullable WatchView watch,
            List<OrderSubjects.Offer> orders) {
        var open = cases.stream().filter(CaseStanding::open).toList();
        var labels = new ArrayList<Label>();
        open.forEach(one -> labels.add(one.label()));
        board.places().forEach(place -> place.reports().forEach(one -> add(one.label(), labels)));
        board.offers().forEach(one -> add(one.label(), labels));
        board.moves().forEach(one -> add(one.label(), labels));
        commitments.forEach(one -> add(one.label(), labels));
        meetings.forEach(one -> add(one.label(), labels));
        labels.addAll(waiting.labels());
        orders.forEach(one -> labels.add(one.label()));
        if (watch != null) {
            add(watch.label(), labels);
        }
        return new OverviewView(
                own,
                now,
                exercise,
                Marking.of(labels),
                cells(open),
                unanswered(open),
                duties(open),
                places(board),
                new ForcesOffered(board, open, orders).cells(),
                moves(board),
                commitments(commitments),
                meetings(meetings),
                links.stream()
                        .map(one -> new LinkRow(
                                one.party(), one.node(), one.name(), one.state(), one.since(), one.waiting()))
                        .toList(),
                open.stream().flatMap(one -> handover(one).stream()).toList(),
                watch,
                waiting.reviews());
    }

    /// What waits for officers, where the reader may know of it, and how that is marked.
    record Waiting(@Nullable Reviews reviews, Set<Label> labels) {}

    private static void add(String label, List<Label> labels) {
        Marking.parse(label).ifPresent(labels::add);
    }

    private static List<CaseCell> cells(List<CaseStanding> open) {
        var cells = new TreeMap<String, CaseCell>();
        for (var one : open) {
            var late = (int) one.duties().stream()
                    .filter(due -> due.duty().state().equals("overdue"))
                    .count();
            cells.merge(
                    one.phase() + " " + one.level(),
                    new CaseCell(one.phase(), one.level(), 1, late),
                    (a, b) -> new CaseCell(a.phase(), a.level(), a.open() + b.open(), a.overdue() + b.overdue()));
        }
        return List.copyOf(cells.values());
    }

    /// The one that waits longest first.
    private List<UnansweredRow> unanswered(List<CaseStanding> open) {
        return open.stream()
                .flatMap(one -> one.unanswered().stream().map(asked -> {
                    var due = asked.due();
                    return new UnansweredRow(
                            one.id(),
                            one.name(),
                            asked.on(),
                            asked.act().code(),
                            asked.party(),
                            asked.to(),
                            asked.text(),
                            asked.asked(),
                            due,
                            due != null && due.isBefore(now),
                            asked.to().contains(own));
                }))
                .sorted(Comparator.comparing(UnansweredRow::asked))
                .toList();
    }

    private static OverviewView.Duties duties(List<CaseStanding> open) {
        var all = open.stream()
                .flatMap(one -> one.duties().stream())
                .map(CaseStanding.Due::duty)
                .toList();
        return new OverviewView.Duties(
                (int) all.stream().filter(one -> one.state().equals("overdue")).count(),
                (int) all.stream().filter(one -> one.state().equals("due")).count(),
                (int) all.stream().filter(one -> one.state().equals("awaiting")).count(),
                (int) all.stream()
                        .filter(one -> one.state().equals("awaiting") && one.late())
                        .count());
    }

    private static List<PlaceCell> places(BoardView board) {
        var cells = new TreeMap<String, PlaceCell>();
        for (var place : board.places()) {
            var closed = place.closed() ? 1 : 0;
            var usable = place.usable() ? 1 : 0;
            var differ = place.differences().isEmpty() ? 0 : 1;
            cells.merge(
                    place.type(),
                    new PlaceCell(place.type(), usable, closed, 1 - usable - closed, differ),
                    (a, b) -> new PlaceCell(
                            a.type(),
                            a.usable() + b.usable(),
                            a.closed() + b.closed(),
                            a.unclear() + b.unclear(),
                            a.contradicting() + b.contradicting()));
        }
        return List.copyOf(cells.values());
    }

    private static OverviewView.Moves moves(BoardView board) {
        return new OverviewView.Moves(
                moves(board, one -> one.status().equals("planned")),
                moves(board, one -> one.status().equals("under-way")),
                moves(board, one -> one.status().equals("delayed")),
                moves(board, MoveView.Row::silent),
                moves(board, one -> !one.closed().isEmpty()));
    }

    private static int moves(BoardView board, Predicate<MoveView.Row> of) {
        return (int) board.moves().stream().filter(of).count();
    }

    private static OverviewView.Commitments commitments(List<CommitmentView.Row> rows) {
        return new OverviewView.Commitments(
                within(rows, "overdue"),
                within(rows, "within-7"),
                within(rows, "within-30"),
                within(rows, "within-90"),
                within(rows, "later"),
                within(rows, "over"),
                (int) rows.stream().filter(one -> !one.duties().isEmpty()).count(),
                (int) rows.stream()
                        .filter(one -> one.sides().stream().anyMatch(side -> !side.agreed()))
                        .count());
    }

    private static int within(List<CommitmentView.Row> rows, String horizon) {
        return (int) rows.stream().filter(one -> one.horizon().equals(horizon)).count();
    }

    private OverviewView.Meetings meetings(List<MeetingView.Row> rows) {
        var coming = rows.stream().filter(one -> one.isComing(now)).toList();
        var day = now.plus(Duration.ofDays(1));
        var week = now.plus(Duration.ofDays(7));
        var soon =
                (int) coming.stream().filter(one -> one.starts().isBefore(day)).count();
        var near =
                (int) coming.stream().filter(one -> one.starts().isBefore(week)).count();
        return new OverviewView.Meetings(
                soon,
                near - soon,
                coming.size() - near,
                (int) coming.stream()
                        .filter(one -> one.moving() || one.state().equals(State.PROPOSED.code()))
                        .count(),
                (int) rows.stream().filter(one -> !one.duties().isEmpty()).count());
    }

    private List<HandoverRow> handover(CaseStanding one) {
        return one.said().stream()
                .filter(said -> said.act() == Act.HANDOVER && said.party().equals(own))
                .reduce((a, b) -> b)
                .map(said -> new HandoverRow(one.id(), one.name(), said.time()))
                .stream()
                .toList();
    }
}
