package org.renkei.kernel.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.cases.Objection;

/// What two nations promised, step by step.
class CommitmentTest {
    private static final String[] BOTH = {"JPN", "USA"};

    private final Secretary secretary = new Secretary();
    private final Statement recorded = secretary.recorded(BOTH);

    private static Commitment fold(Statement... statements) {
        return CommitmentFold.fold(Secretary.COMMITMENT, List.of(statements));
    }

    private static List<String> duties(Commitment one, String day) {
        return Duties.of(one, LocalDate.parse(day)).stream()
                .map(duty -> duty.kind().code() + " " + duty.party())
                .toList();
    }

    @Test
    void isNotAgreedUntilTheOtherSaysSo() {
        var alone = fold(recorded);
        assertThat(alone.agreed()).isNull();
        assertThat(alone.pending()).hasSize(1);
        assertThat(duties(alone, "2026-06-01")).containsExactly("confirm USA", "name-owner USA");
        var both = fold(recorded, secretary.on("USA", 10, Act.AGREE, recorded));
        assertThat(both.agreed()).isNotNull();
        assertThat(both.pending()).isEmpty();
    }

    @Test
    void keepsWhatEachSideSaysWhileTheyDiffer() {
        var agreed = secretary.on("USA", 10, Act.AGREE, recorded);
        var risk = secretary.state("USA", 20, State.AT_RISK, BOTH);
        var met = secretary.state("JPN", 30, State.MET, BOTH);
        var no = secretary.on("USA", 40, Act.OBJECT, met);
        var differ = fold(recorded, agreed, risk, met, no);
        assertThat(differ.agreed().state()).isEqualTo(State.OPEN);
        assertThat(differ.position("JPN").orElseThrow().state()).isEqualTo(State.MET);
        assertThat(differ.position("USA").orElseThrow().state()).isEqualTo(State.AT_RISK);
        assertThat(differ.isOver()).isFalse();
        var yes = secretary.on("USA", 50, Act.AGREE, met);
        var over = fold(recorded, agreed, risk, met, no, yes);
        assertThat(over.agreed().state()).isEqualTo(State.MET);
        assertThat(over.proposals())
                .extracting(Commitment.Proposal::standing)
                .containsExactly(Commitment.Standing.AGREED, Commitment.Standing.OVERTAKEN, Commitment.Standing.AGREED);
        assertThat(duties(over, "2030-01-01")).isEmpty();
    }

    @Test
    void whatAllAgreedToIsNotTakenBackByOne() {
        var track = secretary.state("JPN", 10, State.ON_TRACK, BOTH);
        var yes = secretary.on("USA", 20, Act.AGREE, track);
        var back = secretary.on("JPN", 30, Act.WITHDRAW, track);
        var no = secretary.on("USA", 40, Act.OBJECT, track);
        assertThat(fold(recorded, track, yes, back, no).agreed().state()).isEqualTo(State.ON_TRACK);
    }

    @Test
    void agreementToWhatItsWriterHasReplacedCountsForNothing() {
        var track = secretary.state("JPN", 10, State.ON_TRACK, BOTH);
        var risk = secretary.state("JPN", 20, State.AT_RISK, BOTH);
        var late = secretary.on("USA", 30, Act.AGREE, track);
        var one = fold(recorded, track, risk, late);
        assertThat(one.agreed()).isNull();
        assertThat(duties(one, "2026-06-01")).contains("answer USA");
    }

    @Test
    void theDueDateMovesByAgreementOnly() {
        var later = secretary.say("JPN", 10, Act.STATE, Map.of("state", "at-risk", "due", "2027-06-30"), BOTH);
        assertThat(fold(recorded, later).due()).isEqualTo("2026-12-31");
        assertThat(fold(recorded, later, secretary.on("USA", 20, Act.AGREE, later))
                        .due())
                .isEqualTo("2027-06-30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-01, LATER",
        "2026-10-02, WITHIN_90",
        "2026-12-01, WITHIN_30",
        "2026-12-24, WITHIN_7",
        "2026-12-31, WITHIN_7",
        "2027-01-01, OVERDUE"
    })
    void remindsAsTheDayComesNear(LocalDate today, Horizon expected) {
        assertThat(Horizon.of(fold(recorded), today)).isEqualTo(expected);
    }

    @Test
    void bothAreRemindedUntilTheySayThatItIsOver() {
        var agreed = secretary.on("USA", 10, Act.AGREE, recorded);
        assertThat(duties(fold(recorded, agreed), "2026-12-20"))
                .containsExactly("fulfil JPN", "fulfil USA", "name-owner USA");
        var met = secretary.state("JPN", 20, State.MET, BOTH);
        assertThat(duties(fold(recorded, agreed, met), "2026-12-20"))
                .containsExactly("answer USA", "fulfil USA", "name-owner USA");
    }

    @Test
    void saysEverythingThatDoesNotFit() {
        var met = secretary.say("USA", 10, Act.STATE, Map.of("state", "met", "due", "2027-01-01"), "USA");
        assertThat(CommitmentFold.against(List.of(recorded), met))
                .extracting(Objection::at)
                .containsExactlyInAnyOrder("/to", "/measured", "/due");
        var superseded = secretary.say("USA", 10, Act.STATE, Map.of("state", "superseded"), BOTH);
        assertThat(CommitmentFold.against(List.of(recorded), superseded))
                .extracting(Objection::at)
                .containsExactly("/by");
        var self = secretary.say(
                "USA", 10, Act.STATE, Map.of("state", "superseded", "by", Secretary.COMMITMENT.toString()), BOTH);
        assertThat(CommitmentFold.against(List.of(recorded), self))
                .extracting(Objection::english)
                .containsExactly("a commitment does not take its own place");
        var own = secretary.on("JPN", 10, Act.AGREE, recorded);
        assertThat(CommitmentFold.against(List.of(recorded), own))
                .extracting(Objection::english)
                .containsExactly("that is for the others: its writer agrees already");
        var stranger = secretary.say("KOR", 10, Act.NOTE, Map.of(), "KOR", "JPN");
        assertThat(CommitmentFold.against(List.of(recorded), stranger))
                .extracting(Objection::at)
                .containsExactly("/act", "/to");
    }

    @Test
    void namesEveryFieldThatCannotBeRead() {
        var reading = secretary.write(
                "JPN", 0, Act.RECORD, Map.of("due", "2026-02-30", "meeting", "2+2", "titleEn", " "), BOTH);
        assertThat(reading.objections())
                .extracting(Objection::at)
                .containsExactlyInAnyOrder("/due", "/meeting", "/titleEn");
    }
}
