package org.renkei.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.OutwardForm;
import org.renkei.kernel.release.Settling;

/// What comes back of a revision that was lost here, from the forms that partners hold.
class LostRevisionTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-00000000000a");
    private static final JsonPointer REMARKS = JsonPointer.parse("/remarks");
    private static final List<String> PARTIES = List.of("AUS", "GBR", "KOR", "USA");

    static List<Long> seeds() {
        return new Random(90).longs(200).boxed().toList();
    }

    /// Whatever was lost and to whom it was given: what comes back makes the same forms, and is for nobody else.
    @ParameterizedTest
    @MethodSource("seeds")
    void whatComesBackIsWhatPartnersHoldAndWidensNothing(long seed) {
        var random = new Random(seed);
        var audience = new TreeSet<String>();
        PARTIES.stream().filter(party -> random.nextBoolean()).forEach(audience::add);
        audience.add(PARTIES.get(random.nextInt(PARTIES.size())));
        var label = "CONFIDENTIAL//REL TO " + String.join(", ", audience);
        var lost = record(5, 20, label, "newer " + seed, random.nextBoolean());
        var forms = new TreeMap<String, SharedRecord>();
        audience.forEach(party -> forms.put(party, form(lost, party, 3)));

        var outcome = LostRevision.of(record(2, 10, label, "older", false), forms);

        assertThat(outcome).isInstanceOf(LostRevision.Outcome.Whole.class);
        var back = ((LostRevision.Outcome.Whole) outcome).revision();
        assertThat(back.revision()).isEqualTo(3);
        assertThat(back.body()).isEqualTo(lost.body());
        forms.forEach((party, form) ->
                assertThat(Settling.digest(form(back, party, 1))).isEqualTo(Settling.digest(form)));
        var named = new TreeSet<>(audience);
        named.add("JPN");
        assertThat(back.label()).isEqualTo(Label.parse("CONFIDENTIAL//REL TO " + String.join(", ", named)));
        assertThat(LostRevision.of(back, forms)).isEqualTo(new LostRevision.Outcome.Known());
        assertThat(LostRevision.of(lost, forms)).isEqualTo(new LostRevision.Outcome.Known());
    }

    @Test
    void ofWhatWasGivenInPartTheMissingPlacesAreNamed() {
        var lost = record(5, 20, "CONFIDENTIAL//REL TO USA", "newer", true);
        var cut = cut(lost);
        assertThat(LostRevision.of(record(2, 10, "CONFIDENTIAL//REL TO USA", "older", true), Map.of("USA", cut)))
                .isEqualTo(new LostRevision.Outcome.Redacted(List.of(REMARKS)));
    }

    @Test
    void oneWhoHoldsAllOfItIsEnoughBesideOneWhoHoldsAPart() {
        var lost = record(5, 20, "CONFIDENTIAL//REL TO AUS, USA", "newer", true);
        var outcome = LostRevision.of(
                record(2, 10, "CONFIDENTIAL//REL TO AUS, USA", "older", false),
                Map.of("AUS", form(lost, "AUS", 1), "USA", cut(lost)));
        assertThat(outcome).isInstanceOf(LostRevision.Outcome.Whole.class);
        var back = ((LostRevision.Outcome.Whole) outcome).revision();
        assertThat(back.body()).isEqualTo(lost.body());
        assertThat(back.label()).isEqualTo(Label.parse("CONFIDENTIAL//REL TO AUS, JPN, USA"));
        assertThat(back.redacted()).isFalse();
    }

    @Test
    void whileSomebodyHoldsAnOlderOneNobodyKnowsForWhomTheNewerWas() {
        var older = record(2, 10, "CONFIDENTIAL//REL TO AUS, USA", "older", false);
        var lost = record(5, 20, "CONFIDENTIAL//REL TO AUS", "newer", false);
        assertThat(LostRevision.of(older, Map.of("AUS", form(lost, "AUS", 2), "USA", form(older, "USA", 1))))
                .isEqualTo(new LostRevision.Outcome.Older(List.of("USA")));
    }

    @Test
    void whatWasWrittenHereSinceStays() {
        var lost = record(5, 20, "CONFIDENTIAL//REL TO USA", "lost", false);
        assertThat(LostRevision.of(
                        record(3, 30, "CONFIDENTIAL//REL TO USA", "since", false), Map.of("USA", form(lost, "USA", 1))))
                .isEqualTo(new LostRevision.Outcome.Known());
    }

    @Test
    void formsOfOneTimeThatDoNotFitTogetherAreNotUnited() {
        var label = "CONFIDENTIAL//REL TO AUS, USA";
        var lost = record(5, 20, label, "newer", false);
        for (var unlike : List.of(
                record(5, 20, label, "another", false),
                record(5, 20, "UNCLASSIFIED//REL TO AUS, USA", "newer", false),
                record(5, 20, label, "newer", true))) {
            for (var forms : List.of(
                    Map.of("AUS", form(lost, "AUS", 2), "USA", form(unlike, "USA", 1)),
                    Map.of("AUS", form(unlike, "AUS", 2), "USA", form(lost, "USA", 1)))) {
                assertThat(LostRevision.of(record(2, 10, label, "older", false), forms))
                        .isEqualTo(new LostRevision.Outcome.Unlike());
            }
        }
    }

    @Test
    void aRecordThatCameBackFromOnePartnerIsForTheNextOneAsWell() {
        var lost = record(1, 20, "CONFIDENTIAL//REL TO AUS, USA", "lost", false);
        var fromAustralia = form(lost, "AUS", 1);
        var outcome = LostRevision.of(fromAustralia, Map.of("AUS", fromAustralia, "USA", form(lost, "USA", 1)));
        assertThat(outcome).isInstanceOf(LostRevision.Outcome.Whole.class);
        assertThat(((LostRevision.Outcome.Whole) outcome).revision().label())
                .isEqualTo(Label.parse("CONFIDENTIAL//REL TO AUS, JPN, USA"));
    }

    private static SharedRecord form(SharedRecord record, String party, int revision) {
        var decision = new Decision.Released(party, LocalDate.of(2026, 11, 23), List.of());
        return OutwardForm.of(record, decision, revision, id -> true).orElseThrow();
    }

    private static SharedRecord cut(SharedRecord record) {
        var whole = form(record, "USA", 1);
        return new SharedRecord(
                whole.id(),
                whole.origin(),
                whole.kind(),
                1,
                whole.author(),
                whole.time(),
                whole.precedence(),
                whole.label(),
                List.of(),
                whole.references(),
                REMARKS.removeFrom(whole.body()),
                true,
                null,
                Map.of());
    }

    private static SharedRecord record(int revision, long at, String label, String title, boolean withPortion) {
        var body = withPortion
                ? new CborMap(Map.of("title", new CborText(title), "remarks", new CborText("more of " + title)))
                : new CborMap(Map.of("title", new CborText(title)));
        return new SharedRecord(
                ID,
                NodeId.parse("JPN/ichigaya"),
                "note",
                revision,
                "test",
                new HybridTime(at, 0),
                Precedence.ROUTINE,
                Label.parse(label),
                withPortion ? List.of(new Portion(REMARKS, Label.parse(label), Otherwise.REMOVE)) : List.of(),
                List.of(),
                body,
                false,
                null,
                Map.of());
    }
}
