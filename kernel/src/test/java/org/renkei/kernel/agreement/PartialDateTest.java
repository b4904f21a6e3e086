package org.renkei.kernel.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        2007-08-10 | 2007-08-10 | 2007-08-10
        2007-08    | 2007-08-01 | 2007-08-31
        2007-12    | 2007-12-01 | 2007-12-31
        2007       | 2007-01-01 | 2007-12-31
        2024-02    | 2024-02-01 | 2024-02-29
        2023-02    | 2023-02-01 | 2023-02-28
        2024-02-29 | 2024-02-29 | 2024-02-29
        """)
    void reachesFromTheFirstToTheLastPossibleDay(String text, LocalDate first, LocalDate last) {
        var date = PartialDate.parse(text);
        assertThat(date).isEqualTo(new PartialDate(first, last)).hasToString(text);
        assertThat(date.hasComeBy(last)).isTrue();
        assertThat(date.hasComeBy(last.minusDays(1))).isFalse();
        assertThat(date.hasComeBy(first)).isEqualTo(first.equals(last));
        assertThat(PartialDate.day(first)).isEqualTo(new PartialDate(first, first));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "07",
                "unknown",
                "2007-8",
                "2007-13",
                "2007-00",
                "2007-8-10",
                "2007-02-30",
                "20070810",
                "2007-08-10T00:00",
                " 2007",
                "2007 ",
                "-202",
                "-2007-08-10",
                "２００７"
            })
    void readsNoOtherText(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is no date: use YYYY, YYYY-MM or YYYY-MM-DD");
    }

    @Test
    void doesNotEndBeforeItBegins() {
        var day = LocalDate.parse("2007-08-10");
        assertThatThrownBy(() -> new PartialDate(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suspension(day, day.minusDays(1), "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
