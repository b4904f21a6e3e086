package org.renkei.kernel.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.meetings.Proposal.Standing;

/// A meeting of two and of three nations, step by step.
class MeetingTest {
    private static final List<String> BOTH = List.of("JPN", "USA");
    private static final Instant BEFORE = Clerk.STARTS.minus(Duration.ofDays(1));
    private static final Instant AFTER = Clerk.STARTS.plus(Duration.ofDays(1));

    private final Clerk clerk = new Clerk();
    private final List<Statement> all = new ArrayList<>();

    private Statement said(Statement one) {
        all.add(one);
        return one;
    }

    private Meeting now() {
        return MeetingFold.fold(Clerk.MEETING, all);
    }

    private List<String> duties(Instant when) {
        return Duties.of(now(), when).stream()
                .map(one -> one.kind().code() + " " + one.party())
                .toList();
    }

    private List<String> numbers() {
        return now().items().stream()
                .map(one -> one.number() + ": " + one.said().text("titleEn").orElse(""))
                .toList();
    }

    private Statement item(String party, int minute, long position, String title, String... to) {
        return said(clerk.say(party, minute, Act.ITEM, Map.of("position", position, "titleEn", title), List.of(to)));
    }

    private static List<String> places(List<Objection> objections) {
        return objections.stream().map(Objection::at).toList();
    }

    @Test
    void isAgreedWhenAllHaveSaidSoAndMovedWhenAllAgreeToAnotherTime() {
        var call = said(clerk.called("JPN", "USA"));
        assertThat(now().state()).isEqualTo(State.PROPOSED);
        assertThat(duties(BEFORE)).containsExactly("answer-time USA");
        said(clerk.on("USA", 10, Act.AGREE, call));
        assertThat(now().state()).isEqualTo(State.AGREED);
        assertThat(duties(BEFORE)).isEmpty();
        assertThat(duties(AFTER)).containsExactly("say-held JPN", "say-held USA");
        var later = Clerk.STARTS.plus(Duration.ofHours(5)).toString();
        var move = said(clerk.say("USA", 20, Act.MOVE, Map.of("starts", later), BOTH));
        assertThat(now().state()).as("the old time counts until all agree").isEqualTo(State.AGREED);
        assertThat(now().schedule()).isEqualTo(call);
        said(clerk.on("JPN", 30, Act.OBJECT, move));
        assertThat(duties(BEFORE)).isEmpty();
        said(clerk.on("JPN", 40, Act.AGREE, move));
        assertThat(now().state()).isEqualTo(State.MOVED);
        assertThat(now().schedule().starts()).isEqualTo(later);
    }

    @Test
    void aNewerProposalOvertakesAndNobodyTakesBackWhatAllAgreedTo() {
        var call = said(clerk.called("JPN", "USA"));
        said(clerk.say("JPN", 5, Act.MOVE, Map.of(), BOTH));
        var second = said(clerk.say("JPN", 6, Act.MOVE, Map.of(), BOTH));
        said(clerk.on("USA", 7, Act.AGREE, call));
        assertThat(now().state()).as("it was overtaken").isEqualTo(State.PROPOSED);
        said(clerk.on("USA", 8, Act.AGREE, second));
        said(clerk.on("JPN", 9, Act.WITHDRAW, second));
        assertThat(now().schedules())
                .extracting(Proposal::standing)
                .containsExactly(Standing.OVERTAKEN, Standing.OVERTAKEN, Standing.AGREED);
    }

    @Test
    void countsItemsAmongThoseOfTheSameAddresseesOnly() {
        said(clerk.called("AUS", "JPN", "USA"));
        item("JPN", 1, 1, "Opening", "AUS", "JPN", "USA");
        item("JPN", 2, 1, "Berths", "JPN", "USA");
        item("USA", 3, 2, "Fuel", "AUS", "JPN", "USA");
        item("JPN", 4, 2, "Own position", "JPN");
        assertThat(numbers()).containsExactly("1: Opening", "JPN·USA 1: Berths", "2: Fuel", "JPN 1: Own position");
        all.removeIf(one -> !one.to().contains("AUS"));
        assertThat(numbers()).containsExactly("1: Opening", "2: Fuel");
    }

    @Test
    void anItemIsMovedTakenBackAndHasPapers() {
        said(clerk.called("JPN", "USA"));
        var one = item("JPN", 1, 1, "One", "JPN", "USA");
        var two = item("USA", 2, 2, "Two", "JPN", "USA");
        assertThat(duties(BEFORE)).contains("answer-item JPN", "answer-item USA");
        said(clerk.on("JPN", 3, Act.REORDER, two, Map.of("position", 1L)));
        said(clerk.on("USA", 4, Act.REORDER, one, Map.of("position", 5L)));
        assertThat(numbers()).containsExactly("1: Two", "2: One");
        var paper =
                said(clerk.say("USA", 5, Act.PAPER, Map.of("on", two.record().toString()), List.of("USA")));
        assertThat(now().items().getFirst().papers()).containsExactly(paper);
        said(clerk.on("USA", 6, Act.WITHDRAW, paper));
        assertThat(now().items().getFirst().papers()).isEmpty();
        said(clerk.on("USA", 7, Act.WITHDRAW, two));
        assertThat(numbers()).containsExactly("1: One");
        said(clerk.on("USA", 8, Act.AGREE, one));
        said(clerk.on("JPN", 9, Act.WITHDRAW, one));
        assertThat(numbers()).as("all agreed to it").containsExactly("1: One");
    }

    @Test
    void anOutcomeIsWhatAllAgreeTo() {
        said(clerk.called("JPN", "USA"));
        var item = item("JPN", 1, 1, "Berths", "JPN", "USA");
        said(clerk.say("JPN", 2, Act.HELD, Map.of(), BOTH));
        assertThat(now().state()).isEqualTo(State.HELD);
        assertThat(duties(AFTER)).containsExactly("say-outcome JPN", "say-outcome USA");
        var noted = said(clerk.outcome("USA", 3, item, Result.NOTED));
        assertThat(duties(AFTER)).containsExactly("answer-outcome JPN");
        var deferred = said(clerk.outcome("JPN", 4, item, Result.DEFERRED));
        assertThat(now().items().getFirst().outcome()).isNull();
        said(clerk.on("USA", 5, Act.AGREE, deferred));
        assertThat(now().items().getFirst().isDeferred()).isTrue();
        said(clerk.on("JPN", 6, Act.AGREE, noted));
        assertThat(now().items().getFirst().isDeferred())
                .as("the older one was overtaken")
                .isTrue();
        assertThat(duties(AFTER)).isEmpty();
    }

    @Test
    void itIsHeldOrCancelledOnceForAll() {
        said(clerk.called("JPN", "USA"));
        said(clerk.say("USA", 3, Act.CANCEL, Map.of(), BOTH));
        said(clerk.say("JPN", 4, Act.HELD, Map.of(), BOTH));
        assertThat(now().state()).isEqualTo(State.CANCELLED);
        assertThat(duties(AFTER)).isEmpty();
        assertThat(NextSteps.of(now(), "JPN")).isEmpty();
    }

    @Test
    void refusesWithEveryReason() {
        var call = said(clerk.called("JPN", "USA"));
        var item = item("JPN", 1, 1, "Berths", "JPN");
        assertThat(places(MeetingFold.against(all, clerk.on("JPN", 2, Act.AGREE, call))))
                .containsExactly("/act");
        assertThat(places(MeetingFold.against(all, clerk.say("KOR", 2, Act.CANCEL, Map.of(), List.of("JPN", "KOR")))))
                .containsExactly("/act", "/to", "/to");
        assertThat(places(MeetingFold.against(
                        all,
                        clerk.say(
                                "USA", 2, Act.AGREE, Map.of("on", item.record().toString()), BOTH))))
                .as("what was not told to them all waits")
                .containsExactly("/to");
        assertThat(places(MeetingFold.against(
                        all, clerk.say("USA", 2, Act.MOVE, Map.of("zone", "over there", "minutes", 900_000L), BOTH))))
                .containsExactly("/zone", "/minutes");
        assertThat(places(MeetingFold.against(
                        all,
                        clerk.on(
                                "JPN",
                                2,
                                Act.OUTCOME,
                                item,
                                Map.of("result", "agreed", "commitment", new UUID(0, 1).toString())))))
                .containsExactly("/textEn", "/commitment");
        assertThat(places(MeetingFold.against(all, clerk.on("JPN", 2, Act.PAPER, call))))
                .containsExactly("/on");
        assertThat(clerk.write("JPN", 2, Act.MOVE, Map.of("starts", "tomorrow", "text", ""), BOTH)
                        .objections())
                .extracting(Objection::at)
                .containsExactly("/starts", "/text");
    }
}
