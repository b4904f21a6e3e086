package org.renkei.kernel.release;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.agreement.AgreementFixture.anAgreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling.Effect;

/// Whatever somebody may not see is not in the form they see. What they may see is said here a second time,
/// from the label alone: level and caveats for people of the own nation; for others those of the person, and
/// [NaiveRules] for the nation.
class ViewerLawsTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-01");
    private static final World WORLD = World.ofJapan(
            anAgreement()
                    .between("JPN", "USA")
                    .inForce("2007-08-10")
                    .upTo(Classification.SECRET)
                    .build(),
            anAgreement()
                    .between("JPN", "AUS")
                    .inForce("2013-03")
                    .upTo(Classification.CONFIDENTIAL)
                    .build());
    private static final List<Viewer> VIEWERS = List.of(
            viewer("JPN", Classification.UNCLASSIFIED),
            viewer("JPN", Classification.CONFIDENTIAL, "BOHEMIA"),
            viewer("JPN", Classification.SECRET),
            viewer("JPN", Classification.TOP_SECRET, "CRYPTO", "BOHEMIA", "ATOMAL"),
            viewer("USA", Classification.CONFIDENTIAL),
            viewer("USA", Classification.TOP_SECRET, "CRYPTO", "BOHEMIA"),
            viewer("AUS", Classification.SECRET, "BOHEMIA"),
            viewer("GBR", Classification.TOP_SECRET, "CRYPTO", "BOHEMIA", "ATOMAL"),
            viewer("XXX", Classification.TOP_SECRET));
    private static final UUID SEEN = UUID.fromString("01541fb8-0000-7000-8000-00000000beef");
    private static final UUID NOT_SEEN = UUID.fromString("01541fb8-0000-7000-8000-00000000dead");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatMayNotBeSeenIsNotInTheFormAndWhatMayIs(long seed) {
        var record = SecretRecords.record(seed, ViewerLawsTest::word, SEEN, NOT_SEEN);
        for (var originator : List.of("JPN", "USA")) {
            for (var viewer : VIEWERS) {
                var bytes = form(record, originator, viewer)
                        .map(ViewerLawsTest::bytes)
                        .orElse("");
                var whole = maySee(record.label(), originator, viewer);
                for (var place : SecretRecords.PLACES) {
                    if (!maySee(record, place, originator, viewer)) {
                        assertThat(bytes).as("%s for %s", place, viewer).doesNotContain(word(place));
                    } else if (whole || standsAtTheTop(record, place)) {
                        assertThat(bytes).as("%s for %s", place, viewer).contains(word(place));
                    }
                }
                for (var place : SecretRecords.BESIDE) {
                    assertThat(bytes.contains(word(place)))
                            .as("%s for %s", place, viewer)
                            .isEqualTo(whole);
                }
                assertThat(bytes.contains(id(SEEN))).isEqualTo(whole);
                assertThat(bytes).doesNotContain(id(NOT_SEEN));
            }
        }
    }

    /// The history is the same whatever stands in the places that are not seen, and however often only those
    /// changed.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsNotSeenLeavesNoTraceInTheHistory(long seed) {
        var record = SecretRecords.record(seed, ViewerLawsTest::word, SEEN);
        for (var viewer : VIEWERS) {
            var other = SecretRecords.record(
                    seed,
                    place -> maySee(record, place, "JPN", viewer) ? word(place) : "quite another",
                    NOT_SEEN,
                    SEEN);
            var brief = history(viewer, record);
            var longer = history(viewer, record, later(other, 2), later(record, 3));
            assertThat(encoded(longer)).as("%s", viewer).isEqualTo(encoded(brief));
            assertThat(longer.latest()).as("%s", viewer).isEqualTo(Effect.NOTHING);
        }
    }

    /// A stricter label takes along what was seen before, and what follows is numbered on.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFormOfAnOlderLabelIsNotSeenOnceTheLabelIsStricter(long seed) {
        var first = SecretRecords.record(seed, ViewerLawsTest::word);
        var second = SecretRecords.record(seed + 1_000, ViewerLawsTest::word).withRevision(2);
        for (var viewer : VIEWERS) {
            var history = history(viewer, first, second);
            for (var place : SecretRecords.PLACES) {
                if (!maySee(second, place, "JPN", viewer)) {
                    history.forms()
                            .forEach(form -> assertThat(bytes(form.content()))
                                    .as("%s for %s", place, viewer)
                                    .doesNotContain(word(place)));
                }
            }
            IntStream.range(1, history.forms().size())
                    .forEach(at -> assertThat(history.forms().get(at).content().revision())
                            .isEqualTo(history.forms().get(at - 1).content().revision() + 1));
        }
    }

    @Test
    void nobodySeesWithoutALabelThatCanBeRead() {
        var rulebook = WORLD.rulebook();
        for (var viewer : VIEWERS) {
            var to = rulebook.compile(viewer, World.party(viewer.party()));
            assertThat(rulebook.failures(rulebook.compile((Label) null), to, (int) DAY.toEpochDay()))
                    .as("%s", viewer)
                    .isNotZero();
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    private static Viewer viewer(String party, Classification level, String... caveats) {
        return new Viewer(party, level, Set.of(caveats));
    }

    /// What is in a portion is governed by all portions around it; what is in none, by the record's label.
    private static boolean maySee(SharedRecord record, String place, String originator, Viewer viewer) {
        if (SecretRecords.BESIDE.contains(place)) {
            return maySee(record.label(), originator, viewer);
        }
        var labels = record.portions().stream()
                .filter(portion -> portion.at().contains(JsonPointer.parse(place)))
                .map(Portion::label)
                .toList();
        if (labels.isEmpty() || !opens(record.label(), originator, viewer)) {
            return maySee(record.label(), originator, viewer);
        }
        return labels.stream().allMatch(label -> maySee(label, originator, viewer));
    }

    /// Whether a record with this label may be opened for the sake of a portion.
    private static boolean opens(Label label, String originator, Viewer viewer) {
        var known = WORLD.policies().stream()
                .anyMatch(policy -> policy.id().equals(label.policy())
                        && policy.caveats().containsAll(label.caveats())
                        && policy.purposes().containsAll(label.purposes()));
        if (viewer.party().equals("JPN")) {
            return known;
        }
        var nation = NaiveRules.failures(WORLD, label, originator, World.party(viewer.party()), DAY, Set.of());
        return nation.stream().allMatch(rule -> rule.isIn(ReleaseRule.PER_PORTION));
    }

    private static boolean maySee(Label label, String originator, Viewer viewer) {
        var cleared = label.classification().level() <= viewer.clearance().level()
                && viewer.caveats().containsAll(label.caveats());
        if (viewer.party().equals("JPN")) {
            return cleared && opens(label, originator, viewer);
        }
        return cleared
                && NaiveRules.failures(WORLD, label, originator, World.party(viewer.party()), DAY, Set.of())
                        .isEmpty();
    }

    private static boolean standsAtTheTop(SharedRecord record, String place) {
        var top = new JsonPointer(JsonPointer.parse(place).steps().subList(0, 1));
        return record.portions().stream().anyMatch(portion -> portion.at().equals(top));
    }

    private static Decision decide(SharedRecord record, String originator, Viewer viewer) {
        var rulebook = WORLD.rulebook();
        return new ReleaseDecision(rulebook)
                .decide(
                        record.label(),
                        record.portions(),
                        originator,
                        rulebook.compile(viewer, World.party(viewer.party())),
                        DAY,
                        Set.of());
    }

    private static Optional<SharedRecord> form(SharedRecord record, String originator, Viewer viewer) {
        return OutwardForm.of(record, decide(record, originator, viewer), 1, SEEN::equals);
    }

    private static ViewHistory history(Viewer viewer, SharedRecord... revisions) {
        return ViewHistory.of(List.of(revisions), record -> decide(record, "JPN", viewer), SEEN::equals);
    }

    private static String bytes(SharedRecord form) {
        return new String(RecordCodec.encode(form), ISO_8859_1);
    }

    private static SharedRecord later(SharedRecord record, int revision) {
        return record.withRevision(revision)
                .withTime(HybridTime.ofPacked(record.time().packed() + revision));
    }

    private static List<String> encoded(ViewHistory history) {
        return history.forms().stream().map(form -> bytes(form.content())).toList();
    }

    private static String id(UUID id) {
        return new String(RecordIds.bytes(id), ISO_8859_1);
    }

    private static String word(String place) {
        return "secret of " + place.replace("/", " ") + ".";
    }
}
