package org.renkei.kernel.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodyTest {
    private static Body at(Level level) {
        return new Body(level.code(), "The " + level.english(), level.japanese() + "の機関", level, List.of());
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Level.values())
                .flatMap(from -> Arrays.stream(Level.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void aMatterGoesUpByAnEscalationAndDownByADelegation(Level from, Level to) {
        var up = at(from).against(Act.ESCALATE, at(to)) == null;
        var down = at(from).against(Act.DELEGATE, at(to)) == null;
        assertThat(up).isEqualTo(to.ordinal() < from.ordinal());
        assertThat(down).isEqualTo(to.ordinal() > from.ordinal());
    }

    @Test
    void aRefusalNamesBothLevelsInBothLanguages() {
        var objection = at(Level.OPERATIONS).against(Act.ESCALATE, at(Level.COMPONENT));
        assertThat(objection).isNotNull();
        assertThat(objection.at()).isEqualTo("/body");
        assertThat(objection.english())
                .contains("goes to a higher level", "at the level “operations”", "at “component”");
        assertThat(objection.japanese()).contains("上位の機関", "運用", "軍種別");
        assertThat(at(Level.SUMMIT).against(Act.CALL, at(Level.SUMMIT))).isNull();
    }
}
