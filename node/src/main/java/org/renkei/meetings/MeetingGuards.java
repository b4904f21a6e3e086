package org.renkei.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.meetings.Meeting;
import org.renkei.kernel.meetings.MeetingFold;
import org.renkei.kernel.meetings.Proposal;
import org.renkei.kernel.meetings.State;
import org.renkei.kernel.meetings.Statement;
import org.renkei.meetings.Meetings.Folded;
import org.renkei.party.CoordinationRegister;
import org.renkei.release.Named;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// What speaks against a statement of this nation before it is stored: missing fields, what it answers, how
/// the meeting stands by now, and what its readers could not have.
@Component
class MeetingGuards {
    private final Meetings meetings;
    private final Promises promises;
    private final CoordinationRegister bodies;
    private final Named named;
    private final Clock clock;
    private final String self;

    MeetingGuards(
            Meetings meetings,
            Promises promises,
            CoordinationRegister bodies,
            Named named,
            NodeSettings settings,
            Clock clock) {
        this.meetings = meetings;
        this.promises = promises;
        this.bodies = bodies;
        this.named = named;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// Everything that does, in both languages.
    List<Objection> against(CborMap body, Caller writer) {
        var now = clock.instant();
        var reading = read(body, HybridTime.micros(now));
        var read = reading.statement();
        if (read == null) {
            return reading.objections();
        }
        var folded = meetings.find(read.meeting(), writer);
        var held = folded.map(Folded::statements).orElse(List.of());
        var newest = held.stream().mapToLong(one -> one.time().micros()).max().orElse(0);
        var said = read(body, Math.max(HybridTime.micros(now), newest + 1)).statement();
        if (said == null) {
            return List.of();
        }
        var objections = new ArrayList<>(MeetingFold.against(held, said));
        if (held.stream().anyMatch(one -> one.party().equals(self) && one.mark().equals(said.mark()))) {
            objections.add(new Objection("/mark", "this was said already", "既に申述されています"));
        }
        schedule(said, now, objections);
        folded.ifPresent(one -> standing(said, one.whole(), now, objections));
        links(said, writer, objections);
        return objections;
    }

    private Statement.Reading read(CborMap body, long micros) {
        return Statement.read(new UUID(0, 0), self, new HybridTime(micros, 0), body);
    }

    private void schedule(Statement said, Instant now, List<Objection> objections) {
        said.text("body")
                .filter(code -> bodies.find(code).isEmpty())
                .ifPresent(code -> objections.add(
                        new Objection("/body", "no body " + code + " is known", "機関 " + code + " は登録されていません")));
        said.text("zone")
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .ifPresent(zone -> objections.add(
                        new Objection("/zone", "no time zone " + zone + " is known", "時間帯 " + zone + " は登録されていません")));
        must(
                said.instant("starts").isEmpty() || said.starts().isAfter(now),
                objections,
                "/starts",
                "a meeting is called for a time that is still to come",
                "会合の開始はこれから先の時刻です");
    }

    private static void standing(Statement said, Meeting one, Instant now, List<Objection> objections) {
        must(
                one.state() != State.CANCELLED,
                objections,
                "/act",
                "this meeting is cancelled: call another",
                "この会合は中止されています。新しい会合を提案してください");
        switch (said.act()) {
            case MOVE, CANCEL, REORDER ->
                must(one.state() != State.HELD, objections, "/act", "this meeting was held", "この会合は開催済みです");
            case HELD -> {
                must(one.state() != State.HELD, objections, "/act", "this meeting was held", "この会合は開催済みです");
                must(
                        one.agreed() != null && !one.schedule().starts().isAfter(now),
                        objections,
                        "/act",
                        "only a meeting whose time all agreed to, and that has begun, was held",
                        "開催済みとできるのは、日時に全参加国が合意し、開始時刻を過ぎた会合だけです");
            }
            case OUTCOME ->
                must(
                        one.state() == State.HELD,
                        objections,
                        "/act",
                        "an item has an outcome once the meeting was held",
                        "結果を記入できるのは会合の開催後です");
            case AGREE, OBJECT, WITHDRAW -> closed(said, one, objections);
            case CALL, ITEM, PAPER -> {}
        }
    }

    /// What all agreed to stays, and what was overtaken is answered no more. A paper is always taken back.
    private static void closed(Statement said, Meeting one, List<Objection> objections) {
        var proposals = Stream.concat(
                one.schedules().stream(),
                one.items().stream()
                        .flatMap(item -> Stream.concat(Stream.of(item.proposal()), item.outcomes().stream())));
        proposals
                .filter(proposal -> said.on().contains(proposal.said().record())
                        && proposal.standing() != Proposal.Standing.PROPOSED)
                .findFirst()
                .ifPresent(proposal -> objections.add(
                        proposal.standing() == Proposal.Standing.AGREED
                                ? new Objection("/on", "all have agreed to it", "全ての国が合意済みです")
                                : new Objection(
                                        "/on",
                                        "it was withdrawn, or a newer proposal took its place: answer that one",
                                        "取り下げられたか、新しい提案に置き換えられています。新しい提案に答えてください")));
    }

    private void links(Statement said, Caller writer, List<Objection> objections) {
        for (var field : MeetingDesk.RECORDS) {
            said.id(field).ifPresent(id -> objections.addAll(named.against(field, id, said.to(), writer)));
        }
        said.id("consultation")
                .ifPresent(id -> must(
                        named.find(id, writer).flatMap(MeetingPage::caseOf).isPresent(),
                        objections,
                        "/consultation",
                        "a statement of a case is named",
                        "事案の申述を指定してください"));
        said.id("follows").ifPresent(id -> {
            var before = meetings.find(id, writer);
            must(
                    before.isPresent() && before.get().whole().nations().containsAll(said.to()),
                    objections,
                    "/follows",
                    "a meeting of all these nations is named that is held here",
                    "ここにあり、全参加国が加わった会合を指定してください");
        });
        said.id("commitment").ifPresent(id -> {
            var promise = promises.list(writer).get(id);
            must(
                    promise != null && promise.nations().containsAll(said.to()),
                    objections,
                    "/commitment",
                    "a commitment is named that is held here and that all who are told know of",
                    "ここにあり、伝える全ての国が知る約束事項を指定してください");
        });
    }

    private static void must(boolean holds, List<Objection> objections, String at, String english, String japanese) {
        if (!holds) {
            objections.add(new Objection(at, english, japanese));
        }
    }
}
