package org.renkei.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.cases.Case.AskedState;
import org.renkei.kernel.cases.Case.State;
import org.renkei.kernel.cases.Duties.Kind;

class CaseTest {
    private final Teller teller = new Teller();
    private final List<Statement> all = new ArrayList<>();

    private Statement say(String party, Act act, Map<String, Object> fields, Statement on, String... to) {
        var answered = on == null ? List.<Statement>of() : List.of(on);
        var said = teller.say(party, all.size() * 10, act, fields, answered, to);
        all.add(said);
        return said;
    }

    private void open() {
        all.add(teller.open("JPN", "USA", "AUS"));
    }

    private Case now() {
        return CaseFold.fold(Teller.CASE, all);
    }

    private List<String> objectionsToLast() {
        return now().told().getLast().objections().stream().map(Objection::at).toList();
    }

    private List<String> duties() {
        return Duties.of(now()).stream()
                .map(one -> one.party() + " " + one.kind().code())
                .toList();
    }

    @Test
    void aRequestIsCoveredByPartsOfSeveralOffers() {
        open();
        var request = say("JPN", Act.REQUEST, Map.of("quantity", 10), null, "JPN", "USA", "AUS");
        assertThat(duties()).containsExactly("AUS respond", "USA respond");
        var american = say("USA", Act.OFFER, Map.of("quantity", 8), request, "JPN", "USA");
        var australian = say("AUS", Act.OFFER, Map.of("quantity", 4), request, "JPN", "USA", "AUS");
        assertThat(duties()).containsExactly("JPN decide", "JPN decide");
        say("JPN", Act.ACCEPT, Map.of("extent", "part", "quantity", 6), american, "JPN", "USA");
        assertThat(now().asked().getFirst().state()).isEqualTo(AskedState.ACCEPTED_IN_PART);
        say("JPN", Act.ACCEPT, Map.of("extent", "whole"), australian, "JPN", "AUS");
        assertThat(now().asked().getFirst().accepted()).isEqualTo(10);
        assertThat(now().asked().getFirst().state()).isEqualTo(AskedState.ACCEPTED);
        assertThat(duties()).containsExactly("AUS deliver", "USA deliver");
        var australia = CaseFold.fold(
                Teller.CASE,
                all.stream().filter(one -> one.to().contains("AUS")).toList());
        assertThat(australia.asked().getFirst().accepted()).isEqualTo(4);
        assertThat(australia.told()).hasSize(4);
        assertThat(Duties.of(australia).stream()
                        .filter(one -> one.concerns("AUS"))
                        .map(one -> one.party()))
                .as("Australia cannot tell whether the United States have answered")
                .containsOnly("AUS");
        say("USA", Act.STATUS, Map.of("status", "done"), american, "JPN", "USA");
        say("AUS", Act.STATUS, Map.of("status", "done"), australian, "JPN", "AUS");
        assertThat(duties()).isEmpty();
    }

    @Test
    void moreThanIsOfferedIsNotAccepted() {
        open();
        var request = say("JPN", Act.REQUEST, Map.of("quantity", 10), null, "JPN", "USA");
        var offer = say("USA", Act.OFFER, Map.of("quantity", 3), request, "JPN", "USA");
        say("JPN", Act.ACCEPT, Map.of("extent", "part", "quantity", 3), offer, "JPN", "USA");
        assertThat(objectionsToLast()).containsExactly("/quantity");
        assertThat(now().asked().getFirst().state()).isEqualTo(AskedState.OFFERED);
        say("USA", Act.ACCEPT, Map.of("extent", "whole"), offer, "JPN", "USA");
        assertThat(objectionsToLast()).containsExactly("/act");
    }

    @Test
    void nobodyLearnsByAnAnswerOfWhatTheyWereNotTold() {
        open();
        var request = say("JPN", Act.REQUEST, Map.of(), null, "JPN", "USA");
        var held = List.copyOf(all);
        var offer = say("USA", Act.OFFER, Map.of(), request, "JPN", "USA", "AUS");
        assertThat(CaseFold.against(held, offer)).extracting(Objection::at).containsExactly("/to");
        assertThat(now().waiting()).containsExactly(offer);
        assertThat(now().asked().getFirst().offers()).isEmpty();
    }

    @Test
    void aNationJoinsWhenAllWantIt() {
        open();
        var invited = say("USA", Act.INVITE, Map.of("party", "KOR"), null, "AUS", "JPN", "USA");
        assertThat(duties()).containsExactly("AUS assent", "JPN assent");
        say("AUS", Act.ASSENT, Map.of(), invited, "AUS", "JPN");
        assertThat(objectionsToLast()).as("all know who wants it").containsExactly("/to");
        say("AUS", Act.ASSENT, Map.of(), invited, "AUS", "JPN", "USA");
        say("JPN", Act.ASSENT, Map.of(), invited, "AUS", "JPN", "USA");
        assertThat(duties()).containsExactly("JPN admit");
        assertThat(NextSteps.of(now(), "USA")).noneMatch(step -> step.act() == Act.ADMIT);
        var step = NextSteps.of(now(), "JPN").stream()
                .filter(one -> one.act() == Act.ADMIT)
                .findFirst()
                .orElseThrow();
        var usurped = teller.say("USA", 50, Act.ADMIT, step.filled(), List.of(), "AUS", "JPN", "KOR", "USA");
        assertThat(CaseFold.against(all, usurped)).extracting(Objection::at).containsExactly("/act");
        say("KOR", Act.REPORT, Map.of(), null, "JPN", "KOR");
        assertThat(now().waiting()).as("who is not in it is not heard yet").hasSize(1);
        say("JPN", Act.ADMIT, step.filled(), null, "AUS", "JPN", "KOR", "USA");
        assertThat(now().nations()).containsExactlyInAnyOrder("AUS", "JPN", "KOR", "USA");
        assertThat(now().waiting()).isEmpty();
        assertThat(duties()).isEmpty();
        var korea = CaseFold.fold(
                Teller.CASE,
                all.stream().filter(one -> one.to().contains("KOR")).toList());
        assertThat(korea.opening()).isEqualTo(all.getLast());
        assertThat(korea.told()).hasSize(2);
    }

    @Test
    void aProposalLapsesWhenAnotherJoinsWhoWasNotAsked() {
        open();
        say("USA", Act.INVITE, Map.of("party", "PHL"), null, "AUS", "JPN", "USA");
        var admission = Map.<String, Object>of("party", "KOR", "opened", Teller.mark(0));
        all.add(teller.say("JPN", 20, Act.ADMIT, admission, List.of(), "AUS", "JPN", "KOR", "USA"));
        assertThat(now().joining().getFirst().state()).isEqualTo(Case.JoiningState.LAPSED);
        assertThat(duties()).isEmpty();
        var invited = say("USA", Act.INVITE, Map.of("party", "PHL"), null, "AUS", "JPN", "KOR", "USA");
        say("KOR", Act.DECLINE, Map.of(), invited, "KOR", "USA");
        assertThat(objectionsToLast()).as("all know who does not want it").containsExactly("/to");
        say("KOR", Act.DECLINE, Map.of(), invited, "AUS", "JPN", "KOR", "USA");
        assertThat(now().joining().getLast().state()).isEqualTo(Case.JoiningState.DECLINED);
    }

    @Test
    void whatIsClosedWhileAnotherJoinsIsClosedAnew() {
        open();
        say("JPN", Act.CLOSE, Map.of(), null, "AUS", "JPN", "USA");
        say("USA", Act.CLOSE, Map.of(), null, "AUS", "JPN", "USA");
        var admission = Map.<String, Object>of("party", "KOR", "opened", Teller.mark(0));
        all.add(teller.say("JPN", 1, Act.ADMIT, admission, List.of(), "AUS", "JPN", "KOR", "USA"));
        assertThat(now().state()).isEqualTo(State.OPEN);
        say("AUS", Act.CLOSE, Map.of(), null, "AUS", "JPN", "KOR", "USA");
        assertThat(now().closedBy()).containsExactly("AUS");
    }

    @Test
    void declinedByAllIsDeclined() {
        open();
        var request = say("JPN", Act.REQUEST, Map.of(), null, "JPN", "USA", "AUS");
        say("USA", Act.DECLINE, Map.of(), request, "JPN", "USA");
        assertThat(now().asked().getFirst().state()).isEqualTo(AskedState.OPEN);
        assertThat(duties()).containsExactly("AUS respond");
        say("AUS", Act.DECLINE, Map.of(), request, "JPN", "AUS");
        assertThat(now().asked().getFirst().state()).isEqualTo(AskedState.DECLINED);
        assertThat(duties()).isEmpty();
    }

    @Test
    void minutesAreAgreedWhenEachHasAgreedToTheSameVersions() {
        open();
        var called = say("JPN", Act.CALL, Map.of(), null, "JPN", "USA");
        assertThat(duties()).containsExactly("JPN minutes", "USA minutes");
        var ours = say("JPN", Act.MINUTES, Map.of("text", "合意した。"), called, "JPN", "USA");
        var theirs = say("USA", Act.MINUTES, Map.of("text", "Agreed."), called, "JPN", "USA");
        assertThat(duties()).containsExactly("JPN agree", "USA agree");
        agree("JPN", ours, theirs);
        agree("USA", ours, theirs);
        assertThat(now().consultations().getFirst().isAgreed()).isTrue();
        assertThat(duties()).isEmpty();
        say("USA", Act.MINUTES, Map.of("text", "Agreed in part."), called, "JPN", "USA");
        assertThat(now().consultations().getFirst().isAgreed())
                .as("a new version has to be agreed to")
                .isFalse();
    }

    private void agree(String party, Statement... versions) {
        all.add(teller.say(party, all.size() * 10, Act.AGREE, Map.of(), Arrays.asList(versions), "JPN", "USA"));
    }

    @Test
    void minutesThatDifferHereAreNotAgreed() {
        open();
        var called = say("JPN", Act.CALL, Map.of(), null, "JPN", "USA");
        var ours = say("JPN", Act.MINUTES, Map.of(), called, "JPN", "USA");
        var theirs = say("USA", Act.MINUTES, Map.of(), called, "JPN", "USA");
        var hash = Map.<String, Object>of("hash", "f".repeat(64));
        all.add(teller.say("USA", 90, Act.AGREE, hash, List.of(ours, theirs), "JPN", "USA"));
        assertThat(objectionsToLast()).containsExactly("/hash");
    }

    @Test
    void aCaseIsClosedByAllAndOpenedAgainByOne() {
        open();
        say("JPN", Act.CLOSE, Map.of(), null, "JPN", "USA", "AUS");
        assertThat(now().state()).isEqualTo(State.CLOSING);
        assertThat(duties()).containsExactly("AUS close", "USA close");
        say("USA", Act.CLOSE, Map.of(), null, "JPN", "USA");
        assertThat(now().waiting()).as("all are told").hasSize(1);
        assertThat(CaseFold.against(List.of(all.getFirst()), all.getLast()))
                .extracting(Objection::at)
                .containsExactly("/to");
        say("USA", Act.CLOSE, Map.of(), null, "JPN", "USA", "AUS");
        say("AUS", Act.CLOSE, Map.of(), null, "JPN", "USA", "AUS");
        assertThat(now().state()).isEqualTo(State.CLOSED);
        say("USA", Act.REOPEN, Map.of(), null, "JPN", "USA", "AUS");
        assertThat(now().state()).isEqualTo(State.OPEN);
    }

    @Test
    void eachNationSeesTheSituationForItself() {
        open();
        say("USA", Act.PHASE, Map.of("phase", "disaster"), null, "JPN", "USA", "AUS");
        assertThat(now().phasesByNation()).isEqualTo(Map.of("JPN", Phase.PEACETIME, "USA", Phase.DISASTER));
    }

    @Test
    void anAnswerFromAClockThatIsBehindStandsAfterWhatItAnswers() {
        open();
        var request = teller.say("JPN", 100, Act.REQUEST, Map.of(), List.of(), "JPN", "USA");
        var offer = teller.say("USA", 5, Act.OFFER, Map.of(), List.of(request), "JPN", "USA");
        all.add(offer);
        all.add(request);
        assertThat(now().told().stream().map(one -> one.statement().act()))
                .containsExactly(Act.OPEN, Act.REQUEST, Act.OFFER);
    }

    @Test
    void anAnswerThatComesFirstWaits() {
        open();
        var ask = teller.say("JPN", 10, Act.ASK, Map.of(), List.of(), "JPN", "USA");
        say("USA", Act.ANSWER, Map.of(), ask, "JPN", "USA");
        assertThat(now().waiting()).hasSize(1);
        all.add(ask);
        assertThat(now().waiting()).isEmpty();
        assertThat(now().asked().getFirst().state()).isEqualTo(AskedState.ANSWERED);
    }

    @Test
    void nobodyElseOpensThatCase() {
        open();
        all.add(teller.say("USA", 0, Act.OPEN, Map.of(), List.of(), "JPN", "USA"));
        assertThat(now().told().getLast().statement().party()).isEqualTo("USA");
        assertThat(objectionsToLast()).contains("/act");
    }

    @Test
    void whatIsLateIsOverdueAndWhatIsDoneIsNot() {
        open();
        var ask = say("JPN", Act.ASK, Map.of("due", "2026-04-15T03:00:00Z"), null, "JPN", "USA");
        var duty = Duties.of(now()).getFirst();
        assertThat(duty.kind()).isEqualTo(Kind.INFORM);
        assertThat(duty.isOverdue(Instant.parse("2026-04-15T02:59:59Z"))).isFalse();
        assertThat(duty.isOverdue(Instant.parse("2026-05-06T03:00:00Z"))).isTrue();
        say("USA", Act.ANSWER, Map.of(), ask, "JPN", "USA");
        assertThat(Duties.of(now())).isEmpty();
    }

    @Test
    void filesAreAddedByTheWriterToThoseWhoWereToldAndChangeNothing() {
        open();
        var ask = say("JPN", Act.ASK, Map.of(), null, "JPN", "USA");
        var before = now();
        say("JPN", Act.ENCLOSE, Map.of(), ask, "JPN");
        assertThat(objectionsToLast()).isEmpty();
        assertThat(now().asked()).isEqualTo(before.asked());
        assertThat(Duties.of(now())).isEqualTo(Duties.of(before));
        say("USA", Act.ENCLOSE, Map.of(), ask, "JPN", "USA");
        assertThat(objectionsToLast()).containsExactly("/act");
        say("JPN", Act.ENCLOSE, Map.of(), ask, "AUS", "JPN");
        assertThat(now().waiting()).as("AUS was not told the question").hasSize(1);
        var nothing = teller.write("JPN", 0, Act.ENCLOSE, Map.of("attachments", List.of()), List.of(ask), "JPN");
        assertThat(nothing.objections()).extracting(Objection::at).containsExactly("/attachments");
    }

    @Test
    void aReplyStandsOnAnyStatementForThoseWhoWereToldIt() {
        open();
        var report = say("JPN", Act.REPORT, Map.of(), null, "JPN", "USA");
        var reply = say("USA", Act.REMARK, Map.of("mentions", List.of("bocc", "acg-dg")), report, "JPN", "USA");
        assertThat(objectionsToLast()).isEmpty();
        assertThat(reply.mentions()).containsExactly("bocc", "acg-dg");
        say("JPN", Act.REMARK, Map.of(), reply, "JPN", "USA");
        assertThat(objectionsToLast()).isEmpty();
        say("USA", Act.REMARK, Map.of(), report, "USA");
        assertThat(objectionsToLast()).as("its writer is told").containsExactly("/to");
        say("JPN", Act.REMARK, Map.of(), report, "AUS", "JPN", "USA");
        assertThat(now().waiting()).as("AUS was not told the report").hasSize(1);
        for (var wrong : List.of(List.of("bocc", "bocc"), List.of("No Code"), "bocc")) {
            var fields = Map.<String, Object>of("mentions", wrong);
            var reading = teller.write("USA", 0, Act.REMARK, fields, List.of(report), "JPN", "USA");
            assertThat(reading.objections()).extracting(Objection::at).containsExactly("/mentions");
        }
    }

    @Test
    void mistakesAreNamedAllAtOnce() {
        var fields = Map.<String, Object>of("due", "tomorrow", "category", "fire", "quantity", 0);
        var reading = teller.write("JPN", 0, Act.REQUEST, fields, List.of(), "JPN", "USA");
        assertThat(reading.objections()).extracting(Objection::at).containsExactly("/category", "/quantity", "/due");
    }

    @Test
    void whoIsInItSaysToWhoJoinsHowItSeesTheSituation() {
        open();
        say("USA", Act.PHASE, Map.of("phase", "disaster"), null, "AUS", "JPN", "USA");
        var invited = say("AUS", Act.INVITE, Map.of("party", "KOR"), null, "AUS", "JPN", "USA");
        assertThat(now().joining().getFirst().waitedFor()).containsExactly("JPN", "USA");
        say("USA", Act.ASSENT, Map.of(), invited, "AUS", "JPN", "USA");
        assertThat(now().joining().getFirst().waitedFor()).containsExactly("JPN");
        say("JPN", Act.ASSENT, Map.of(), invited, "AUS", "JPN", "USA");
        var admission = Map.<String, Object>of("party", "KOR", "opened", Teller.mark(0), "phase", "disaster");
        say("JPN", Act.ADMIT, admission, null, "AUS", "JPN", "KOR", "USA");
        assertThat(now().joining().getFirst().waitedFor()).isEmpty();
        assertThat(duties())
                .as("Japan said it by the admission, Australia has none")
                .containsExactly("USA phase");
        var step = NextSteps.of(now(), "USA").stream()
                .filter(one -> one.act() == Act.PHASE)
                .findFirst()
                .orElseThrow();
        assertThat(step.filled()).isEqualTo(Map.of("phase", "disaster"));
        assertThat(step.to()).containsExactlyInAnyOrder("AUS", "JPN", "KOR", "USA");
        say("USA", Act.PHASE, step.filled(), null, "AUS", "JPN", "KOR", "USA");
        assertThat(duties()).isEmpty();
        var korea = CaseFold.fold(
                Teller.CASE,
                all.stream().filter(one -> one.to().contains("KOR")).toList());
        assertThat(korea.phases()).isEqualTo(now().phases()).containsOnlyKeys("JPN", "USA");
    }

    @Test
    void aMatterGoesOnFromWhereItLies() {
        open();
        assertThat(now().body()).isEqualTo("bocc");
        say("USA", Act.ESCALATE, Map.of("from", "bocc", "body", "acg-dg"), null, "JPN", "USA");
        assertThat(now().body()).isEqualTo("acg-dg");
        assertThat(NextSteps.of(now(), "JPN").stream()
                        .filter(one -> one.act() == Act.ESCALATE || one.act() == Act.DELEGATE)
                        .map(NextSteps.Step::filled))
                .containsExactly(Map.of("from", "acg-dg"), Map.of("from", "acg-dg"));
    }
}
