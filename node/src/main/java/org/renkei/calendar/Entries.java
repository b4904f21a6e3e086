package org.renkei.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.cases.CaseDesk;
import org.renkei.cases.CaseStanding;
import org.renkei.commitments.CommitmentDesk;
import org.renkei.commitments.CommitmentView;
import org.renkei.identity.Caller;
import org.renkei.meetings.MeetingDesk;
import org.renkei.meetings.MeetingView;
import org.renkei.overview.BriefWords;
import org.renkei.relief.MoveView;
import org.renkei.relief.ReliefDesk;
import org.springframework.stereotype.Component;

/// Everything with a time that somebody sees: own deadlines of cases, consultations that were called,
/// meetings, commitments that are due, and moves that are not cancelled.
@Component
class Entries {
    /// For how long what is over still stands in a calendar.
    static final Duration KEPT = Duration.ofDays(30);

    private final CaseDesk cases;
    private final CommitmentDesk commitments;
    private final MeetingDesk meetings;
    private final ReliefDesk relief;

    Entries(CaseDesk cases, CommitmentDesk commitments, MeetingDesk meetings, ReliefDesk relief) {
        this.cases = cases;
        this.commitments = commitments;
        this.meetings = meetings;
        this.relief = relief;
    }

    List<Entry> list(Caller caller, Instant now) {
        var entries = new ArrayList<Entry>();
        for (var one : cases.standings(caller, record -> false)) {
            if (one.open()) {
                one.duties().stream()
                        .flatMap(due -> deadline(one, due).stream())
                        .forEach(entries::add);
            }
            one.consultations().stream()
                    .map(called -> consultation(one, called))
                    .forEach(entries::add);
        }
        commitments.list(caller).commitments().stream()
                .filter(one -> !one.horizon().equals("over"))
                .map(Entries::commitment)
                .forEach(entries::add);
        meetings.list(caller).meetings().stream()
                .filter(one -> !one.state().equals("cancelled"))
                .map(Entries::meeting)
                .forEach(entries::add);
        Stream.of(false, true)
                .flatMap(exercise -> relief.board(Optional.of(exercise), caller).moves().stream())
                .filter(one -> !one.status().equals("cancelled"))
                .map(Entries::move)
                .forEach(entries::add);
        return entries.stream().filter(one -> isKept(one, now)).toList();
    }

    /// A deadline that is still open is kept however long it has passed.
    private static boolean isKept(Entry one, Instant now) {
        var over = one.ends() == null ? one.starts() : one.ends();
        return one.key().startsWith("duty ") || one.key().startsWith("commitment ") || over.isAfter(now.minus(KEPT));
    }

    private static Optional<Entry> deadline(CaseStanding one, CaseStanding.Due due) {
        var duty = due.duty();
        if (duty.due() == null || duty.state().equals("awaiting")) {
            return Optional.empty();
        }
        var what = BriefWords.duty(duty.kind());
        return Optional.of(new Entry(
                "duty " + duty.kind() + " " + duty.party() + " " + duty.on(),
                duty.due(),
                null,
                false,
                duty.body(),
                words(
                        "Due: ",
                        what.get("en") + " – " + one.name().get("en"),
                        "期限：",
                        what.get("ja") + "（" + one.name().get("ja") + "）"),
                duty.text(),
                due.label().text()));
    }

    private static Entry consultation(CaseStanding one, CaseStanding.Called called) {
        return new Entry(
                "consultation " + called.on(),
                called.at(),
                null,
                false,
                called.body(),
                words(
                        "Consultation: ",
                        one.name().getOrDefault("en", ""),
                        "協議：",
                        one.name().getOrDefault("ja", "")),
                called.text(),
                called.label().text());
    }

    private static Entry commitment(CommitmentView.Row one) {
        return new Entry(
                "commitment " + one.id(),
                one.due().atStartOfDay().toInstant(ZoneOffset.UTC),
                null,
                true,
                one.meeting(),
                words(
                        "Commitment due: ",
                        one.title().getOrDefault("en", ""),
                        "約束事項の期限：",
                        one.title().getOrDefault("ja", "")),
                one.reference(),
                one.label());
    }

    /// A meeting that is cancelled stands in no list, so that whoever was given it is given its
    /// cancellation.
    private static Entry meeting(MeetingView.Row one) {
        var proposed = one.state().equals("proposed");
        return new Entry(
                "meeting " + one.id(),
                one.starts(),
                one.ends(),
                false,
                one.body(),
                words(
                        proposed ? "Meeting (proposed): " : "Meeting: ",
                        one.title().getOrDefault("en", ""),
                        proposed ? "会合（提案中）：" : "会合：",
                        one.title().getOrDefault("ja", "")),
                one.place() + " (" + one.zone() + ")",
                one.label());
    }

    private static Entry move(MoveView.Row one) {
        var load = one.quantity() + " " + one.unit() + " " + one.item() + " → " + one.receiver();
        var convoy = one.kind().equals("convoy");
        return new Entry(
                "move " + one.id(),
                one.legs().getFirst().departure().at(),
                one.legs().getLast().arrival().at(),
                false,
                null,
                words(convoy ? "Convoy: " : "Sortie: ", load, convoy ? "車列・船団：" : "飛行：", load),
                one.reason(),
                one.label());
    }

    private static Map<String, String> words(String head, String english, String japaneseHead, String japanese) {
        return Map.of("en", head + english, "ja", japaneseHead + japanese);
    }
}
