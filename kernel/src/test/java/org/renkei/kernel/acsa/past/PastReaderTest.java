package org.renkei.kernel.acsa.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.kernel.acsa.CostElement;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.past.PastReader.Reading;

/// Lines of spreadsheets as officers in both countries write them.
class PastReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Map<PastField, String> usual() {
        var cells = new EnumMap<PastField, String>(PastField.class);
        cells.put(PastField.REFERENCE, "R4-17");
        cells.put(PastField.PARTNER, "usa");
        cells.put(PastField.DIRECTION, "受領");
        cells.put(PastField.CATEGORY, "燃料");
        cells.put(PastField.ITEM, "F-76");
        cells.put(PastField.UNIT, "リットル");
        cells.put(PastField.QUANTITY, "１，０００");
        cells.put(PastField.SETTLEMENT, "金銭決済");
        cells.put(PastField.CURRENCY, "USD");
        cells.put(PastField.AMOUNT, "1,234.5");
        cells.put(PastField.DELIVERED_ON, "2026年2月28日");
        cells.put(PastField.RECEIVED_ON, "2026/3/1");
        cells.put(PastField.DOCUMENT, "DD 1348 no. 7");
        return cells;
    }

    private static Reading read(PastField field, String cell) {
        var cells = usual();
        cells.put(field, cell);
        return PastReader.read(cells, TODAY);
    }

    /// Each element of a line is rounded for itself.
    @ParameterizedTest
    @CsvSource({
        "1000, 234.50, true",
        "1000, 234.51, true",
        "1000, 234.52, false",
        "1000, 200, false",
        "1234.50, 0, true"
    })
    void costElementsComeToTheAmountButForTheirRounding(String unitCost, String transport, boolean same) {
        var cells = usual();
        cells.put(PastField.UNIT_COST, unitCost);
        cells.put(PastField.TRANSPORT, transport);
        var reading = PastReader.read(cells, TODAY);
        assertThat(reading.objections()).isEmpty();
        assertThat(reading.findings()).hasSize(same ? 0 : 1);
        assertThat(reading.order().values()).containsKeys(PastField.UNIT_COST, PastField.TRANSPORT);
    }

    @Test
    void everyCostElementHasItsColumn() {
        assertThat(List.of(CostElement.values()))
                .allSatisfy(one -> assertThat(PastField.find(one.field()))
                        .hasValueSatisfying(field -> assertThat(field.isCost()).isTrue()));
    }

    @Test
    void whatIsWrittenInEitherLanguageComesToOneForm() {
        var reading = PastReader.read(usual(), TODAY);
        assertThat(reading.objections()).isEmpty();
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.order().values())
                .containsEntry(PastField.PARTNER, "USA")
                .containsEntry(PastField.DIRECTION, "received")
                .containsEntry(PastField.CATEGORY, "fuel")
                .containsEntry(PastField.UNIT, "litre-15c")
                .containsEntry(PastField.QUANTITY, "1000")
                .containsEntry(PastField.SETTLEMENT, "reimbursement")
                .containsEntry(PastField.AMOUNT, "1234.50")
                .containsEntry(PastField.DELIVERED_ON, "2026-02-28")
                .containsEntry(PastField.RECEIVED_ON, "2026-03-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELIVERED_ON | 2026-02-31",
                "DELIVERED_ON | 31/02/2026",
                "DELIVERED_ON | 2026-11-23",
                "QUANTITY     | -5",
                "QUANTITY     | 0",
                "QUANTITY     | 1.5",
                "QUANTITY     | 1,00",
                "QUANTITY     | 1E9",
                "AMOUNT       | 1E+40",
                "AMOUNT       | 10000000000000000000000000000000000000000",
                "AMOUNT       | -1",
                "AMOUNT       | 1.234",
                "CURRENCY     | YEN",
                "PARTNER      | United States",
                "UNIT         | gallon",
                "UNIT         | 泊",
                "NSN          | 12345",
                "DIRECTION    | both",
                "SETTLED_ON   | 2026-02-27",
                "ITEM         | ''",
            })
    void whatCannotBeIsRefusedWhereItStandsInBothLanguages(PastField field, String cell) {
        var reading = read(field, cell);
        assertThat(reading.order()).isNull();
        assertThat(reading.objections()).extracting(Objection::at).contains("/" + field.code());
        assertThat(reading.objections())
                .allSatisfy(one -> assertThat(one.english()).isNotBlank())
                .allSatisfy(one -> assertThat(one.japanese()).matches("(?s).*[ぁ-ん一-龯].*"));
    }

    @Test
    void allThatIsWrongWithALineIsSaidAtOnce() {
        var cells = usual();
        cells.put(PastField.DELIVERED_ON, "2026-02-31");
        cells.put(PastField.QUANTITY, "-5");
        cells.remove(PastField.ITEM);
        assertThat(PastReader.read(cells, TODAY).objections())
                .extracting(Objection::at)
                .containsExactlyInAnyOrder("/deliveredOn", "/quantity", "/item");
    }

    @Test
    void anAmountNeedsItsCurrencyAndASettlementItsDay() {
        var cells = usual();
        cells.remove(PastField.CURRENCY);
        assertThat(PastReader.read(cells, TODAY).objections())
                .extracting(Objection::at)
                .containsExactly("/amount");
        assertThat(read(PastField.SETTLED_AMOUNT, "10").objections())
                .extracting(Objection::at)
                .containsExactly("/settledOn");
        var over = usual();
        over.put(PastField.SETTLED_ON, "2026-04-01");
        over.put(PastField.SETTLED_AMOUNT, "1234.51");
        assertThat(PastReader.read(over, TODAY).objections())
                .extracting(Objection::at)
                .containsExactly("/settledAmount");
    }

    /// The failures that the audits name are told, and do not keep a line out.
    @Test
    void whatAnAuditWouldAskIsAFinding() {
        var cells = usual();
        cells.put(PastField.DELIVERED_ON, "2024-02-29");
        cells.remove(PastField.RECEIVED_ON);
        cells.remove(PastField.DOCUMENT);
        var open = PastReader.read(cells, TODAY);
        assertThat(open.objections()).isEmpty();
        assertThat(open.findings())
                .extracting(Objection::at)
                .containsExactlyInAnyOrder("/receivedOn", "/document", "/settledOn");
        cells.put(PastField.SETTLED_ON, "2025-03-01");
        assertThat(PastReader.read(cells, TODAY).findings())
                .extracting(Objection::english)
                .contains("settled after twelve months ended on 2025-02-28");
        cells.put(PastField.SETTLED_ON, "2025-02-28");
        assertThat(PastReader.read(cells, TODAY).findings())
                .extracting(Objection::at)
                .doesNotContain("/settledOn");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatWasReadIsReadTheSameAgain(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++) {
            var cells = usual();
            cells.put(
                    PastField.REFERENCE,
                    List.of("#7", "=1+1", "'x", "番号 7", "a,b\n\"c\"").get(random.nextInt(5)));
            cells.put(PastField.QUANTITY, Integer.toString(1 + random.nextInt(1_000_000)));
            cells.put(PastField.CURRENCY, List.of("JPY", "USD", "KWD").get(random.nextInt(3)));
            cells.put(PastField.AMOUNT, Integer.toString(random.nextInt(1_000_000)));
            cells.put(
                    PastField.DELIVERED_ON,
                    TODAY.minusDays(30 + random.nextInt(4_000)).toString());
            cells.remove(PastField.RECEIVED_ON);
            var order = PastReader.read(cells, TODAY).order();
            assertThat(order).isNotNull();
            assertThat(PastReader.read(order.values(), TODAY).order()).isEqualTo(order);
        }
    }

    @Test
    void headingsOfBothLanguagesNameTheirFieldAndNoTwoFieldsShareOne() {
        for (var field : PastField.values()) {
            assertThat(PastField.guess(field.english())).contains(field);
            assertThat(PastField.guess(field.japanese())).contains(field);
            assertThat(PastField.guess(" " + field.code().toUpperCase() + "： ")).contains(field);
        }
        assertThat(PastField.guess("Delivery Date")).contains(PastField.DELIVERED_ON);
        assertThat(PastField.guess("ｵｰﾀﾞｰ番号")).contains(PastField.REFERENCE);
        assertThat(PastField.guess("colour")).isEmpty();
    }
}
