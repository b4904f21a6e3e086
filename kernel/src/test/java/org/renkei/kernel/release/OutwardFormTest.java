package org.renkei.kernel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.record.RecordFixture.aRecord;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborNull;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.RecordFixture;
import org.renkei.kernel.record.SharedRecord;

/// What leaves for the United States, cleared for all, under an agreement up to SECRET.
class OutwardFormTest {
    private static final Predicate<UUID> ALL = id -> true;
    private static final UUID KNOWN = new UUID(7, 7);
    private static final UUID SECRET = new UUID(8, 8);

    @Test
    void aWholeRecordGoesAsItIsButForItsAudience() {
        var form = form(aRecord()
                .labelled("SECRET//CRYPTO//REL TO AUS, FVEY, USA//FGI JPN")
                .portion("/a", "RESTRICTED//REL TO GBR, USA")
                .saying("a", "one")
                .saying("b", "two")
                .unknown("zz", new CborInt(1)));
        assertThat(form)
                .contains(aRecord()
                        .labelled("SECRET//CRYPTO//REL TO JPN, USA//FGI JPN")
                        .portion("/a", "RESTRICTED//REL TO JPN, USA")
                        .saying("a", "one")
                        .saying("b", "two")
                        .unknown("zz", new CborInt(1))
                        .build());
    }

    @Test
    void aPortionThatMayNotGoIsRemovedAndSaidToBeMissing() {
        var form = form(aRecord()
                .labelled("SECRET//REL TO USA")
                .saying("remarks", "road closed")
                .saying("source", "agent")
                .saying("ships", CborArray.of(new CborText("first"), new CborText("second")))
                .portion("/source", "SECRET//REL TO JPN")
                .portion("/ships/0", "SECRET//EYES ONLY")
                .portion("/ships/1", "SECRET//REL TO USA"));
        assertThat(form)
                .contains(aRecord()
                        .labelled("SECRET//REL TO JPN, USA")
                        .saying("remarks", "road closed")
                        .saying("ships", CborArray.of(new CborNull(), new CborText("second")))
                        .portion("/ships/1", "SECRET//REL TO JPN, USA")
                        .redacted()
                        .build());
    }

    @Test
    void aPortionMayGoCoarserUnderTheLabelOfTheRecord() {
        var form = form(aRecord()
                .labelled("RESTRICTED//REL TO USA")
                .saying("at", position(32.789, 130.742))
                .saying("seen", "2016-04-15T16:25:06Z")
                .saying("what", new CborMap(Map.of("type", new CborText("ship"), "name", new CborText("Kongō"))))
                .portion("/at", "SECRET//REL TO JPN", Otherwise.POSITION_10_KM)
                .portion("/seen", "SECRET//REL TO JPN", Otherwise.TIME_DAY)
                .portion("/what", "SECRET//REL TO JPN", Otherwise.IDENTITY_TYPE)
                .portion("/what/name", "SECRET//EYES ONLY"));
        assertThat(form)
                .contains(aRecord()
                        .labelled("RESTRICTED//REL TO JPN, USA")
                        .saying(
                                "at",
                                new CborMap(Map.of(
                                        "lat",
                                        new CborFloat(32.75),
                                        "lon",
                                        new CborFloat(130.75),
                                        "gridKm",
                                        new CborInt(11))))
                        .saying("seen", "2016-04-15T00:00:00Z")
                        .saying("what", new CborMap(Map.of("type", new CborText("ship"))))
                        .redacted()
                        .build());
    }

    @Test
    void aPortionThatMayGoDoesNotOpenTheOneItLiesIn() {
        var form = form(aRecord()
                .labelled("SECRET//REL TO USA")
                .saying("outer", new CborMap(Map.of("inner", new CborText("open"), "rest", new CborText("closed"))))
                .portion("/outer", "SECRET//REL TO JPN")
                .portion("/outer/inner", "UNCLASSIFIED//PUBLIC"));
        assertThat(form)
                .contains(
                        aRecord().labelled("SECRET//REL TO JPN, USA").redacted().build());
    }

    @Test
    void onlyPortionsGoWhenTheRecordItselfMayNot() {
        var form = form(aRecord()
                .labelled("TOP SECRET//CRYPTO//REL TO AUS")
                .by("agent 7")
                .referringTo(KNOWN)
                .unknown("zz", new CborText("unknown"))
                .saying("warning", "tsunami")
                .saying("source", "agent")
                .saying("detail", new CborMap(Map.of("height", new CborInt(3), "sensor", new CborText("hidden"))))
                .saying("at", position(32.789, 130.742))
                .portion("/warning", "UNCLASSIFIED//REL TO AUS, USA")
                .portion("/detail", "RESTRICTED//BOHEMIA//REL TO USA")
                .portion("/detail/sensor", "SECRET//REL TO JPN", Otherwise.IDENTITY_TYPE)
                .portion("/at", "SECRET//REL TO JPN", Otherwise.POSITION_100_KM));
        assertThat(form)
                .contains(aRecord()
                        .labelled("RESTRICTED//BOHEMIA//REL TO JPN, USA")
                        .by("JPN")
                        .saying("warning", "tsunami")
                        .saying("detail", new CborMap(Map.of("height", new CborInt(3))))
                        .portion("/warning", "UNCLASSIFIED//REL TO JPN, USA")
                        .portion("/detail", "RESTRICTED//BOHEMIA//REL TO JPN, USA")
                        .redacted()
                        .build());
    }

    /// A form without content would still tell that the record is there, and how it is labelled.
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/deep/inside", "/absent"})
    void nothingGoesWhenNoPortionIsThereToGo(String place) {
        var form = form(aRecord()
                .labelled("TOP SECRET//CRYPTO//REL TO AUS")
                .saying("deep", new CborMap(Map.of("inside", new CborText("open"), "rest", new CborText("closed"))))
                .portion(place, "UNCLASSIFIED//PUBLIC"));
        assertThat(form.map(one -> one.label().text())).isEmpty();
    }

    /// Otherwise the receiver would handle the inner portion as if it were labelled like the outer one.
    @Test
    void aPortionWithinAPortionKeepsItsOwnLabelWhenOnlyPortionsGo() {
        var form = form(aRecord()
                        .labelled("TOP SECRET//REL TO AUS")
                        .saying("outer", new CborMap(Map.of("inner", new CborText("closer"))))
                        .portion("/outer", "UNCLASSIFIED//REL TO USA")
                        .portion("/outer/inner", "SECRET//CRYPTO//REL TO USA"))
                .orElseThrow();
        assertThat(form.body().entries()).containsOnlyKeys("outer");
        assertThat(form.banner().dominates(Label.parse("SECRET//CRYPTO//REL TO JPN, USA")))
                .as("banner %s", form.banner())
                .isTrue();
        assertThat(form.portions().stream().map(Portion::at).map(Object::toString))
                .containsExactly("/outer", "/outer/inner");
    }

    @Test
    void namesOnlyReferencesThatThePartyMayHold() {
        var record = aRecord().labelled("SECRET//REL TO USA").referringTo(SECRET, KNOWN, SECRET);
        var form = OutwardForm.of(record.build(), decide(record.build()), 1, KNOWN::equals);
        assertThat(form.orElseThrow().references()).containsExactly(KNOWN);
    }

    @Test
    void countsRevisionsForThePartyWhateverWasWrittenInBetween() {
        var third = aRecord().labelled("SECRET//REL TO USA").revision(3).build();
        var ninth = aRecord().labelled("SECRET//REL TO USA").revision(9).build();
        var one = OutwardForm.of(third, decide(third), 2, ALL).orElseThrow();
        var other = OutwardForm.of(ninth, decide(ninth), 2, ALL).orElseThrow();
        assertThat(one.revision()).isEqualTo(2);
        assertThat(RecordCodec.encode(one)).isEqualTo(RecordCodec.encode(other));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "SECRET//REL TO AUS",
                "SECRET",
                "UNCLASSIFIED//EYES ONLY",
                "//XYZ UNCLASSIFIED//PUBLIC",
                "UNCLASSIFIED//REL TO USA//FGI AUS"
            })
    void nothingGoesOfWhatIsWithheldOrWaitsForReview(String label) {
        assertThat(form(aRecord()
                        .labelled(label)
                        .portion("/a", "UNCLASSIFIED//EYES ONLY")
                        .saying("a", "x")))
                .isEmpty();
    }

    private static Optional<SharedRecord> form(RecordFixture record) {
        return OutwardForm.of(record.build(), decide(record.build()), 1, ALL);
    }

    private static Decision decide(SharedRecord record) {
        var rulebook = ReasonsTest.WORLD.rulebook();
        var usa = rulebook.compile(World.party("USA"));
        return new ReleaseDecision(rulebook)
                .decide(record.label(), record.portions(), "JPN", usa, LocalDate.parse("2020-01-01"), Set.of());
    }

    private static CborMap position(double lat, double lon) {
        return new CborMap(Map.of("lat", new CborFloat(lat), "lon", new CborFloat(lon)));
    }
}
