package org.renkei.kernel.acsa.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.stock.StockEntry.Kind;

class StockReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 31);

    private static Map<StockField, String> cells(String... values) {
        var cells = new EnumMap<StockField, String>(StockField.class);
        for (var at = 0; at < values.length; at++) {
            cells.put(StockField.values()[at], values[at]);
        }
        return cells;
    }

    private static Map<StockField, String> aLine() {
        return cells("Sasebo", "2026-05-07", "receipt", "fuel", "F-76", "litre-15c", "1000", "DD 7");
    }

    @Test
    void bothLanguagesAndFullWidthFiguresAreReadTheSame() {
        var english = StockReader.read(aLine(), TODAY).entry();
        var japanese = StockReader.read(
                        cells("Sasebo", "2026年5月7日", "受入れ", "燃料", "Ｆ－７６", "リットル", "１，０００", "DD 7"), TODAY)
                .entry();
        assertThat(japanese).isEqualTo(english);
        assertThat(english)
                .isEqualTo(new StockEntry(
                        "Sasebo",
                        LocalDate.of(2026, 5, 7),
                        Kind.RECEIPT,
                        new Commodity("fuel", "F-76", "litre-15c"),
                        1_000,
                        "DD 7"));
    }

    @Test
    void everyMistakeOfALineIsNamedAtOnce() {
        var reading = StockReader.read(
                cells("", "2026-02-31", "theft", "weapons", "", "gallon", "-5", "x".repeat(201)), TODAY);
        assertThat(reading.entry()).isNull();
        assertThat(reading.objections())
                .extracting(Objection::at)
                .containsExactlyInAnyOrder(
                        "/point", "/on", "/kind", "/category", "/item", "/unit", "/quantity", "/reference");
    }

    @ParameterizedTest
    @CsvSource({
        "ON, 2026-06-01, /on",
        "QUANTITY, 1.5, /quantity",
        "QUANTITY, 1e40, /quantity",
        "CATEGORY, transportation, /category",
        "UNIT, hour, /unit"
    })
    void whatIsNoStockIsRefused(StockField field, String value, String at) {
        var cells = aLine();
        cells.put(field, value);
        assertThat(StockReader.read(cells, TODAY).objections())
                .extracting(Objection::at)
                .containsExactly(at);
    }

    @Test
    void headingsOfBothLanguagesAreKnown() {
        for (var field : StockField.values()) {
            assertThat(StockField.guess(field.english())).contains(field);
            assertThat(StockField.guess(" " + field.japanese())).contains(field);
        }
        assertThat(StockField.guess("remarks")).isEmpty();
    }
}
