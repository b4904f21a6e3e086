package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.acsa.Terms.Activity;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.agreement.PartialDate;
import org.renkei.kernel.exchange.ReferenceRates;

class AcsaLawTest {
    private static final String ID = "jpn-usa-acsa-2016";
    private static final Agreement AGREEMENT = new Agreement(
            ID,
            AgreementType.ACSA,
            "Japan–United States ACSA",
            "日米物品役務相互提供協定",
            Set.of("JPN", "USA"),
            PartialDate.parse("2016-09-26"),
            PartialDate.parse("2017-04-25"),
            null,
            null,
            List.of(),
            null,
            "test",
            1);
    private static final AcsaTerms TERMS = new AcsaTerms(
            ID,
            LocalDate.parse("2017-04-25"),
            EnumSet.complementOf(EnumSet.of(SupplyCategory.AMMUNITION, SupplyCategory.VEHICLES)),
            EnumSet.of(Activity.ARMED_ATTACK),
            "the Annex",
            "付表",
            "test");

    private final Talk talk = new Talk();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fuel       | exercise     | 9130014131234 |
                    vehicles   | exercise     |               | the Annex does not name vehicles
                    ammunition | exercise     |               | the Annex allows no ammunition for this activity (exercise)
                    ammunition | armed-attack | 1305014131234 |
                    spare-parts| exercise     | 1005014131234 | supply group 10 is weapons: the Annex does not name them, nor does any other
                    spare-parts| exercise     | 1410014131234 | supply group 14 is weapons: the Annex does not name them, nor does any other
                    spare-parts| exercise     | 1110014131234 | nuclear material and chemical munitions are excluded (10 U.S.C. 2344(c))
                    spare-parts| exercise     | 2710014131234 | unknown NSN: supply group 27 is none, no item has that stock number
                    spare-parts| exercise     | 1305014131234 | supply group 13 is ammunition: request it as such
                    """)
    void whatMayBeSuppliedDependsOnAgreementCategoryAndActivity(
            String category, String activity, String nsn, String objection) {
        var line = new LinkedHashMap<String, Object>(Talk.request(1, category, "item", "each", 1));
        if (nsn != null) {
            line.put("nsn", nsn);
        }
        assertThat(objections(AGREEMENT, "activity", activity, "lines", List.of(line)))
                .containsExactlyElementsOf(objection == null ? List.of() : List.of(objection));
    }

    @Test
    void anItemIsCountedInOneUnitThatFitsIt() {
        var lines = List.of(
                Talk.request(1, "fuel", "F-76", "litre-15c", 10),
                Talk.request(2, "fuel", "F-76", "kilogram", 10),
                Talk.request(3, "repair", "engine", "litre-15c", 10),
                Talk.request(4, "food", "rice", "hour", 10));
        assertThat(objections(AGREEMENT, "lines", lines))
                .containsExactly(
                        "the same item stands in line 1 in another unit",
                        "repair is not counted in litre-15c",
                        "food is not counted in hour");
    }

    @Test
    void theAgreementIsInForceOnTheDayOfDelivery() {
        assertThat(objections(AGREEMENT.ended(LocalDate.parse("2026-05-20"), "test"), "neededOn", "2026-05-20"))
                .containsExactly("Japan–United States ACSA is ended on 2026-05-20, the day of delivery");
        assertThat(objections(AGREEMENT.ended(LocalDate.parse("2026-05-20"), "test"), "neededOn", "2026-05-19"))
                .isEmpty();
        assertThat(objections(AGREEMENT, "supplier", "AUS"))
                .containsExactly("Japan–United States ACSA is not between JPN and AUS");
        assertThat(objections(AGREEMENT, "agreement", "other"))
                .containsExactly("no acquisition and cross-servicing agreement 'other' in this register");
    }

    @Test
    void theUnitedStatesStatesThatItsOwnMarketDoesNotSupplyIt() {
        var fields = fields("supplier", "JPN");
        fields.remove("commerciallyUnavailable");
        var said = talk.usa.write(talk.now(), Act.REQUEST, fields).statement();
        assertThat(said).isNotNull();
        assertThat(law(AGREEMENT).check(talk.order(), said))
                .extracting(Objection::at)
                .containsExactly("/commerciallyUnavailable");
    }

    @Test
    void goodsAreNotExchangedWithJapanAndServicesAreNotReturned() {
        assertThat(objections(AGREEMENT, "settlement", "exchange"))
                .singleElement()
                .asString()
                .contains("r04-0423");
        assertThat(objections(
                        AGREEMENT,
                        "settlement",
                        "replacement",
                        "lines",
                        List.of(Talk.request(1, "repair", "engine", "job", 1))))
                .singleElement()
                .asString()
                .contains("is a service");
    }

    @Test
    void itIsAskedAgainWhenTheOrderIsAgreed() {
        talk.agreed("reimbursement", 30);
        var before = new Side("JPN");
        talk.japan.seen.stream().filter(one -> one.act() != Act.AGREE).forEach(before.seen::add);
        var agree = talk.japan.seen.stream()
                .filter(one -> one.act() == Act.AGREE)
                .findFirst()
                .orElseThrow();
        assertThat(law(AGREEMENT).check(before.order(), agree)).isEmpty();
        assertThat(law(AGREEMENT.suspended(LocalDate.parse("2026-05-08"), "test"))
                        .check(before.order(), agree))
                .extracting(Objection::at)
                .containsExactly("/agreement");
    }

    private static AcsaLaw law(Agreement agreement) {
        return new AcsaLaw(List.of(agreement), List.of(TERMS), ReferenceRates.NONE);
    }

    private Map<String, Object> fields(Object... named) {
        var fields = new LinkedHashMap<>(Side.usual(Act.REQUEST, talk.today()));
        fields.put("agreement", ID);
        fields.put("activity", "exercise");
        fields.put("lines", List.of(Talk.request(1, "fuel", "F-76", "litre-15c", 1000)));
        for (var i = 0; i < named.length; i += 2) {
            fields.put((String) named[i], named[i + 1]);
        }
        return fields;
    }

    private List<String> objections(Agreement agreement, Object... named) {
        var said = talk.japan.write(talk.now(), Act.REQUEST, fields(named)).statement();
        assertThat(said).isNotNull();
        return law(agreement).check(talk.order(), said).stream()
                .map(Objection::english)
                .toList();
    }
}
