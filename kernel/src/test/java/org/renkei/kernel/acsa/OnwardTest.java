package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was received goes on to a third nation only with the provider's consent.
class OnwardTest {
    private final Dealing dealing = new Dealing(1, "JPN", "USA", LocalDate.parse("2026-05-07"))
            .agreed("reimbursement", "JPY", 100, 5)
            .delivered(1, 100)
            .received(1, 100);

    @Test
    void isMadeOnlyAfterTheProviderHasConsented() {
        dealing.fits("JPN", Act.ONWARD, "onward", 1, "lines", List.of(Dealing.line(60)));
        assertThat(OrderClocks.of(dealing.order(), dealing.now()))
                .anySatisfy(clock -> assertThat(clock.act()).isEqualTo(Act.CONSENT));
        dealing.say("JPN", Act.HAND_ON, "onward", 1);
        assertThat(dealing.objections()).singleElement().satisfies(one -> {
            assertThat(one.english()).contains("USA has not consented", "2342(d)");
            assertThat(one.japanese()).contains("事前の同意がない");
        });
        dealing.say("JPN", Act.CONSENT, "onward", 1);
        assertThat(dealing.objections()).extracting(Objection::at).containsExactly("/act");
        dealing.fits("USA", Act.CONSENT, "onward", 1).fits("JPN", Act.HAND_ON, "onward", 1);
        assertThat(dealing.order().onward()).singleElement().satisfies(one -> {
            assertThat(one.recipient()).isEqualTo("PHL");
            assertThat(one.handedOn()).isEqualTo("2026-05-07");
        });
    }

    @Test
    void isOfNoMoreThanIsThereAndToOthersThanTheTwo() {
        dealing.fits("JPN", Act.ONWARD, "onward", 1, "lines", List.of(Dealing.line(60)));
        dealing.say("JPN", Act.ONWARD, "onward", 3, "recipient", "USA", "lines", List.of(Dealing.line(41)));
        assertThat(dealing.objections())
                .extracting(Objection::at)
                .containsExactly("/onward", "/recipient", "/lines/0/quantity");
        dealing.fits("USA", Act.CONSENT, "onward", 1, "verdict", "rejected");
        dealing.fits("JPN", Act.ONWARD, "onward", 2, "lines", List.of(Dealing.line(100)));
        dealing.say("JPN", Act.HAND_ON, "onward", 1);
        assertThat(dealing.objections()).extracting(Objection::at).containsExactly("/onward");
    }
}
