package org.renkei.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every planted fault is found, and in which history first. Where a number grew much, the simulator sees less.
class MutantTest {

    @ParameterizedTest(name = "{0} by seed {1}")
    @CsvSource(textBlock = """
            CURSOR_FIRST, 24
            SERIAL_CURSOR, 0
            SIGNATURE_UNCHECKED, 13
            RECALL_LOST, 23
            GAP_IN_POSITIONS, 1
            LABEL_LOST, 0
            ADVANCE_OVER_LATER, 2
            NO_BLANKS, 1
            ACK_BEFORE_DURABLE, 0
            NO_RECOVERY, 24
            MEDIUM_TWICE, 42
            END_IGNORED, 0
            NOT_DECIDED_AGAIN, 8
            NOT_HELD, 249
            WRONG_FORM, 0
            ROOT_UNCHECKED, 74
            REDACTION_FORGOTTEN, 0
            RECALL_IGNORED, 1
            TAIL_DROPPED, 24
            AHEAD_FORGOTTEN, 360
            """)
    void isFound(Mutant mutant, long seed) {
        assertThat(Played.seed(seed, mutant).failure()).isNotNull();
    }

    @Test
    void everyOneIsInTheTable() throws NoSuchMethodException {
        var table = MutantTest.class
                .getDeclaredMethod("isFound", Mutant.class, long.class)
                .getAnnotation(CsvSource.class)
                .textBlock();
        for (var mutant : Mutant.values()) {
            assertThat(table).contains(mutant.name());
        }
    }
}
