package org.renkei.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.acsa.OrderSubjects;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.cases.CaseDesk;
import org.renkei.cases.CaseStanding;
import org.renkei.commitments.CommitmentDesk;
import org.renkei.documents.Documents;
import org.renkei.federation.LinkViews;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.meetings.MeetingDesk;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.RecordFilter;
import org.renkei.relief.BoardView;
import org.renkei.relief.MoveView;
import org.renkei.relief.ReliefDesk;
import org.renkei.review.ReviewStanding;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.renkei.watchlog.WatchLogDesk;
import org.renkei.watchlog.WatchLogView.Entry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the overview: how everything stands, and the brief of a watch.
@Service
public class OverviewDesk {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final List<String> NEWS = List.of(CaseStanding.KIND, ReliefRecord.PLACE);

    private final CaseDesk cases;
    private final CommitmentDesk commitments;
    private final MeetingDesk meetings;
    private final ReliefDesk relief;
    private final ReviewStanding reviews;
    private final LinkViews links;
    private final Alerts alerts;
    private final WatchLogDesk log;
    private final OrderSubjects orders;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final Documents documents;
    private final NodeSettings settings;
    private final Clock clock;

    OverviewDesk(
            CaseDesk cases,
            CommitmentDesk commitments,
            MeetingDesk meetings,
            ReliefDesk relief,
            ReviewStanding reviews,
            LinkViews links,
            Alerts alerts,
            WatchLogDesk log,
            OrderSubjects orders,
            Sights sights,
            Showings showings,
            AuditLog audit,
            Documents documents,
            NodeSettings settings,
            Clock clock) {
        this.cases = cases;
        this.commitments = commitments;
        this.meetings = meetings;
        this.relief = relief;
        this.reviews = reviews;
        this.links = links;
        this.alerts = alerts;
        this.log = log;
        this.orders = orders;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.documents = documents;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param exercise whether that of the exercise; empty takes what is real if there is an open case or
    /// any work on the relief board
    @Transactional
    public OverviewView overview(Optional<Boolean> exercise, Caller caller, Locale language) {
        var all = cases.standings(caller, record -> false);
        var board = relief.board(exercise, caller);
        var real = all.stream().anyMatch(one -> one.open() && !one.label().exercise());
        var drill = exercise.orElse(board.exercise() && !real);
        if (board.exercise() != drill) {
            board = relief.board(Optional.of(drill), caller);
        }
        var now = clock.instant();
        return new Overview(board.own(), now, drill)
                .view(
                        all.stream()
                                .filter(one -> one.label().exercise() == drill)
                                .toList(),
                        board,
                        commitments.list(caller).commitments().stream()
                                .filter(one -> Label.parse(one.label()).exercise() == drill)
                                .toList(),
                        meetings.list(caller).meetings().stream()
                                .filter(one -> Label.parse(one.label()).exercise() == drill)
                                .toList(),
                        links.listLinks(caller, language),
                        waiting(caller),
                        log.watch(caller).orElse(null),
                        orders.offers(drill, caller));
    }

    private Overview.Waiting waiting(Caller caller) {
        return reviews.backlog(caller)
                .map(one -> new Overview.Waiting(
                        new OverviewView.Reviews(
                                one.reviews().waiting(),
                                one.reviews().overdue(),
                                one.emergencies().waiting(),
                                one.emergencies().overdue()),
                        reviews.labels(caller)))
                .orElseGet(() -> new Overview.Waiting(null, Set.of()));
    }

    /// What the next watch has to know: what came in since a moment, and what is to be done. That it was
    /// read is written down.
    ///
    /// @param since empty for the length of a watch ago
    /// @throws Problem for a moment that is to come or too long ago
    @Transactional
    public BriefView brief(Optional<Instant> since, Caller caller, Locale language) {
        return brief(since, "handover-brief-read", caller, language);
    }

    /// The same for paper, in both languages.
    @Transactional
    public byte[] pdf(Optional<Instant> since, Caller caller, Locale language) {
        return documents.pdf(BriefPaper.of(brief(since, "handover-brief-made", caller, language)));
    }

    private BriefView brief(Optional<Instant> since, String event, Caller caller, Locale language) {
        var now = clock.instant();
        var from = since.orElse(now.minus(Brief.WATCH));
        if (from.isAfter(now) || from.isBefore(now.minus(LONGEST))) {
            throw Problem.refused(List.of(new FieldError(
                    "/since",
                    "a moment of the last " + LONGEST.toDays() + " days",
                    "過去 " + LONGEST.toDays() + " 日以内の時点です")));
        }
        var sections = sections(from, now, caller, language);
        var label = Marking.of(Brief.labels(sections));
        var lines = sections.stream().mapToInt(one -> one.lines().size()).sum();
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                event,
                null,
                null,
                Map.of("since", from.toString(), "lines", lines, "label", label == null ? "–" : label))));
        var name = Map.of("en", settings.name().en(), "ja", settings.name().ja());
        return new BriefView(settings.node().toString(), name, from, now, now.plus(Brief.WATCH), label, sections);
    }

    private List<BriefView.Section> sections(Instant from, Instant now, Caller caller, Locale language) {
        var arrived = arrived(from, caller);
        var standings = cases.standings(caller, arrived::contains);
        var brief = new Brief(arrived, now.plus(Brief.WATCH));
        var places = new ArrayList<BoardView.PlaceRow>();
        var moves = new ArrayList<MoveView.Row>();
        for (var exercise : List.of(false, true)) {
            var board = relief.board(Optional.of(exercise), caller);
            places.addAll(board.places());
            moves.addAll(board.moves());
        }
        var promised = commitments.list(caller);
        var entries = log.since(from, caller);
        var inForce = alerts.listInForce(caller, now);
        var due = reviews.due(now.plus(Brief.WATCH), caller);
        showings.note(caller, "handover-brief", read(brief, standings, entries, inForce, due.orElse(List.of())));
        var sections = new ArrayList<>(List.of(brief.log(entries), brief.said(standings), brief.due(standings)));
        due.ifPresent(all -> sections.add(brief.reviews(all, now)));
        sections.addAll(List.of(
                brief.awaiting(standings),
                brief.meetings(meetings.list(caller), now),
                brief.commitments(promised.commitments(), promised.own()),
                brief.moves(moves),
                brief.places(places),
                brief.alerts(inForce),
                brief.links(links.listLinks(caller, language))));
        return sections;
    }

    /// Statements, entries, warnings and releases whose words stand in the brief; all else in it is noted as its
    /// list.
    private static List<UUID> read(
            Brief brief,
            List<CaseStanding> standings,
            List<Entry> entries,
            List<Alerts.InForce> inForce,
            List<ReviewStanding.Due> due) {
        return Stream.of(
                        standings.stream().flatMap(one -> one.said().stream()).map(CaseStanding.Line::record),
                        standings.stream()
                                .flatMap(one -> one.duties().stream())
                                .filter(brief::tells)
                                .map(one -> one.duty().on()),
                        entries.stream().map(Entry::record),
                        inForce.stream().map(Alerts.InForce::record),
                        due.stream().map(ReviewStanding.Due::record))
                .flatMap(records -> records)
                .toList();
    }

    /// By when it came to be held here: what was written long ago and came late is news.
    private Set<UUID> arrived(Instant from, Caller caller) {
        var sight = sights.of(caller);
        var arrived = new HashSet<UUID>();
        NEWS.forEach(kind -> arrived.addAll(sight.ids(new RecordFilter(kind, null, from, null, null))));
        return arrived;
    }
}
