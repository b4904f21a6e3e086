package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;
import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;

/// Japan releases to the United States; the United States decides about passing it on.
class ForwardingTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final World JAPAN = World.ofJapan(anAgreement()
            .between("JPN", "USA")
            .inForce("2007-08-10")
            .upTo(Classification.SECRET)
            .build());
    private static final World STATES = new World(
            "USA",
            JAPAN.policies(),
            JAPAN.parties(),
            JAPAN.groups(),
            List.of(
                    anAgreement()
                            .between("JPN", "USA")
                            .inForce("2007")
                            .upTo(Classification.TOP_SECRET)
                            .build(),
                    anAgreement()
                            .between("USA", "AUS")
                            .inForce("2002")
                            .upTo(Classification.TOP_SECRET)
                            .build(),
                    anAgreement()
                            .between("USA", "GBR")
                            .inForce("1946")
                            .upTo(Classification.TOP_SECRET)
                            .build()));

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsPassedOnWithoutTheOriginatorsConsent(long seed) {
        var record = SecretRecords.record(seed, place -> "word");
        release(JAPAN, record, "USA", Set.of()).ifPresent(form -> {
            for (var third : List.of("AUS", "GBR", "PHL", "XXX")) {
                for (var consenting : List.of(Set.<String>of(), Set.of("USA", "AUS", "GBR"))) {
                    var decision = decision(STATES, form, third, consenting);
                    assertThat(decision.leaves()).as(third).isFalse();
                    assertThat(OutwardForm.of(form, decision, 1, id -> true)).isEmpty();
                }
            }
        });
    }

    /// With consent, a third party still gets nothing that Japan itself had not addressed to everybody.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void consentDoesNotWidenTheLabel(long seed) {
        var record = SecretRecords.record(seed, place -> "word");
        release(JAPAN, record, "USA", Set.of()).ifPresent(form -> {
            for (var third : List.of("AUS", "GBR", "PHL", "XXX")) {
                var passedOn = release(STATES, form, third, Set.of("JPN"));
                passedOn.ifPresent(
                        onward -> assertThat(onward.label().releasability()).isEqualTo(Releasability.PUBLIC));
            }
        });
    }

    @Test
    void aPublicRecordIsPassedOnUnchangedOnceItsOriginatorConsents() {
        var record = aRecord().saying("warning", "tsunami").build();
        var form = release(JAPAN, record, "USA", Set.of()).orElseThrow();
        assertThat(decision(STATES, form, "AUS", Set.of())).isInstanceOf(Decision.NeedsReview.class);
        assertThat(decision(STATES, form, "AUS", Set.of("JPN"))).isInstanceOf(Decision.Released.class);
        var onward = release(STATES, form, "AUS", Set.of("JPN")).orElseThrow();
        assertThat(RecordCodec.encode(onward)).isEqualTo(RecordCodec.encode(record));
    }

    @Test
    void aRecordMayGoBackToItsOriginator() {
        var form = release(JAPAN, aRecord().labelled("SECRET//REL TO USA").build(), "USA", Set.of())
                .orElseThrow();
        assertThat(decision(STATES, form, "JPN", Set.of())).isInstanceOf(Decision.Released.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Optional<SharedRecord> release(
            World world, SharedRecord record, String party, Set<String> consenting) {
        return OutwardForm.of(record, decision(world, record, party, consenting), 1, id -> true);
    }

    private static Decision decision(World world, SharedRecord record, String party, Set<String> consenting) {
        var rulebook = world.rulebook();
        return new ReleaseDecision(rulebook)
                .decide(
                        record.label(),
                        record.portions(),
                        record.origin().party(),
                        rulebook.compile(World.party(party)),
                        DAY,
                        consenting);
    }
}
