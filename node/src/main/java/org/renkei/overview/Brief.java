package org.renkei.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.cases.CaseStanding;
import org.renkei.commitments.CommitmentView;
import org.renkei.federation.LinkDesk.LinkState;
import org.renkei.kernel.label.Label;
import org.renkei.meetings.MeetingView;
import org.renkei.overview.BriefView.Line;
import org.renkei.overview.BriefView.Section;
import org.renkei.relief.BoardView;
import org.renkei.relief.MoveView;
import org.renkei.review.ReviewStanding;
import org.renkei.watchlog.WatchLogView;

/// Makes the sections of a brief from how things stand.
///
/// @param arrived records that came to be held here since the brief begins, whenever they were written
/// @param next until when the next watch lasts
record Brief(Set<UUID> arrived, Instant next) {
    /// How long a watch lasts where nothing else is said.
    static final Duration WATCH = Duration.ofHours(8);

    private static final int MOST_LINES = 100;
    private static final int MOST_TEXT = 280;
    private static final Comparator<Line> BY_TIME =
            Comparator.comparing(one -> Objects.requireNonNullElse(one.at(), Instant.MAX));

    /// What nations said in cases, case by case.
    Section said(List<CaseStanding> cases) {
        var lines = new ArrayList<Line>();
        for (var one : cases) {
            one.said().stream()
                    .filter(said -> arrived.contains(said.record()))
                    .map(said -> new Line(
                            said.time(),
                            said.party(),
                            one.name(),
                            BriefWords.words(said.act().english(), said.act().japanese()),
                            brief(said.text()),
                            said.label().text(),
                            "cases",
                            one.id().toString(),
                            false))
                    .forEach(lines::add);
        }
        return section("said", lines);
    }

    /// What was entered in the log of the watch.
    Section log(List<WatchLogView.Entry> entries) {
        return section(
                "log",
                entries.stream()
                        .map(one -> new Line(
                                one.at(),
                                one.party(),
                                BriefWords.entry(one.act()),
                                BriefWords.words(one.officer(), one.officer()),
                                brief(one.text()),
                                one.label(),
                                "log",
                                null,
                                false))
                        .toList());
    }

    /// What the own nation has to do in cases until the next watch is over.
    Section due(List<CaseStanding> cases) {
        return section(
                "due",
                cases.stream()
                        .flatMap(one -> one.duties().stream())
                        .filter(one -> !isAwaited(one) && tells(one))
                        .map(Brief::duty)
                        .sorted(BY_TIME)
                        .toList());
    }

    /// Releases that wait for an officer and emergency releases that have to be looked at.
    Section reviews(List<ReviewStanding.Due> due, Instant now) {
        return section(
                "reviews",
                due.stream()
                        .map(one -> new Line(
                                one.due(),
                                one.party(),
                                BriefWords.words(one.title(), one.title()),
                                BriefWords.review(one.emergency(), one.party()),
                                "",
                                one.label().text(),
                                "reviews",
                                one.emergency() ? "emergencies" : one.id().toString(),
                                !one.due().isAfter(now)))
                        .toList());
    }

    Section awaiting(List<CaseStanding> cases) {
        return section(
                "awaiting",
                cases.stream()
                        .flatMap(one -> one.duties().stream())
                        .filter(Brief::isAwaited)
                        .map(Brief::duty)
                        .sorted(BY_TIME)
                        .toList());
    }

    /// Whether it stands in the brief: all that others have to do, and of the own nation's not what is due later.
    boolean tells(CaseStanding.Due one) {
        return isAwaited(one) || one.duty().due() == null || !one.duty().due().isAfter(next);
    }

    private static boolean isAwaited(CaseStanding.Due one) {
        return one.duty().state().equals("awaiting");
    }

    private static Line duty(CaseStanding.Due one) {
        var duty = one.duty();
        return new Line(
                duty.due(),
                duty.party(),
                duty.name(),
                BriefWords.duty(duty.kind()),
                brief(duty.text()),
                one.label().text(),
                "cases",
                duty.caseId().toString(),
                duty.late());
    }

    /// Commitments for which the own nation has something to do.
    Section commitments(List<CommitmentView.Row> rows, String own) {
        return section(
                "commitments",
                rows.stream()
                        .filter(one -> !one.duties().isEmpty())
                        .map(one -> new Line(
                                one.due().atStartOfDay().toInstant(ZoneOffset.UTC),
                                own,
                                one.title(),
                                BriefWords.duty(one.duties().getFirst()),
                                one.reference(),
                                one.label(),
                                "commitments",
                                one.id().toString(),
                                one.horizon().equals("overdue")))
                        .toList());
    }

    /// Meetings that begin before the watch after the next is over, as who goes there has to know before, and
    /// those for which the own nation has something to do.
    Section meetings(MeetingView.Agendas agendas, Instant now) {
        return section(
                "meetings",
                agendas.meetings().stream()
                        .filter(one -> one.isComing(now) && one.starts().isBefore(next.plus(WATCH))
                                || !one.duties().isEmpty())
                        .map(one -> new Line(
                                one.starts(),
                                agendas.own(),
                                one.title(),
                                BriefWords.meeting(one.state(), one.duties()),
                                one.place(),
                                one.label(),
                                "meetings",
                                one.id().toString(),
                                !one.isComing(now)))
                        .sorted(BY_TIME)
                        .toList());
    }

    /// Places of which a report came in.
    Section places(List<BoardView.PlaceRow> places) {
        var lines = new ArrayList<Line>();
        for (var place : places) {
            place.reports().stream()
                    .filter(one -> arrived.contains(one.record()))
                    .map(one -> new Line(
                            one.at(),
                            one.party(),
                            BriefWords.words(place.name().en(), place.name().ja()),
                            BriefWords.state(one.status()),
                            people(one),
                            one.label(),
                            "relief",
                            "place-" + one.record(),
                            false))
                    .forEach(lines::add);
        }
        return section("places", lines);
    }

    /// `120/300`: the figures alone, the same in both languages.
    private static String people(BoardView.ReportRow report) {
        if (report.occupants() == null) {
            return "";
        }
        return report.capacity() == null ? report.occupants().toString() : report.occupants() + "/" + report.capacity();
    }

    /// Convoys and sorties that are late, of which no word came, or that go over a closed place, and those that
    /// depart or arrive until the next watch is over.
    Section moves(List<MoveView.Row> moves) {
        return section(
                "moves",
                moves.stream()
                        .filter(one ->
                                isComing(one) || one.silent() || !one.closed().isEmpty())
                        .map(one -> new Line(
                                one.legs().getLast().arrival().at(),
                                one.party(),
                                BriefWords.words(
                                        one.quantity() + " " + one.unit() + " → " + one.receiver(),
                                        one.quantity() + " " + one.unit() + " → " + one.receiver()),
                                BriefWords.state(one.status()),
                                brief(one.reason()),
                                one.label(),
                                "relief",
                                "move-" + one.id(),
                                one.silent() || !one.closed().isEmpty()))
                        .sorted(BY_TIME)
                        .toList());
    }

    private boolean isComing(MoveView.Row one) {
        return switch (one.status()) {
            case "under-way", "delayed" -> true;
            case "planned" -> !one.legs().getFirst().departure().at().isAfter(next);
            default -> false;
        };
    }

    Section alerts(List<Alerts.InForce> alerts) {
        return section(
                "alerts",
                alerts.stream()
                        .map(one -> new Line(
                                one.at(),
                                one.party(),
                                one.title(),
                                BriefWords.words("", ""),
                                "",
                                one.label().text(),
                                "record",
                                one.record().toString(),
                                false))
                        .toList());
    }

    /// What of partners' nodes cannot be reached.
    Section links(List<LinkState> links) {
        return section(
                "links",
                links.stream()
                        .filter(one -> !one.state().equals("up"))
                        .map(one -> new Line(
                                instant(one.since()),
                                one.party(),
                                one.name(),
                                BriefWords.waiting(one.state(), one.waiting()),
                                "",
                                null,
                                "links",
                                one.party(),
                                false))
                        .toList());
    }

    private static @Nullable Instant instant(String text) {
        return text.isEmpty() ? null : Instant.parse(text);
    }

    private static Section section(String code, List<Line> lines) {
        var shown = lines.subList(0, Math.min(lines.size(), MOST_LINES));
        return new Section(code, BriefWords.section(code), shown, lines.size() - shown.size());
    }

    private static String brief(String text) {
        return text.codePointCount(0, text.length()) <= MOST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_TEXT)) + "…";
    }

    /// Of all lines that are shown.
    static List<Label> labels(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> Stream.ofNullable(line.label()))
                .map(Label::parse)
                .toList();
    }
}
