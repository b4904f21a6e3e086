package org.renkei.kernel.acsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.acsa.followup.Alert;
import org.renkei.kernel.acsa.followup.Alert.Addressee;
import org.renkei.kernel.acsa.followup.Alert.Rung;
import org.renkei.kernel.acsa.followup.Draft;
import org.renkei.kernel.acsa.followup.OpenItem;
import org.renkei.kernel.acsa.followup.WhatIf;

class FollowUpTest {
    private static final LocalDate DAY = LocalDate.parse("2026-05-07");
    private final Dealing dealing = new Dealing(1, "JPN", "USA", DAY);

    @Test
    void climbsFromTheOfficerToWhoAnswersForSettlement() {
        dealing.claimed("JPY", 112_500);
        assertThat(rungs(0)).containsEntry("invoice", Rung.THIRTY);
        assertThat(rungs(0)).doesNotContainKey("limit");
        assertThat(rungs(24)).containsEntry("invoice", Rung.SEVEN);
        assertThat(rungs(30)).as("the last day itself").containsEntry("invoice", Rung.SEVEN);
        assertThat(rungs(31)).containsEntry("invoice", Rung.OVERDUE);
        assertThat(rungs(60)).containsEntry("invoice", Rung.ESCALATED);
        assertThat(rungs(275)).containsEntry("limit", Rung.NINETY);
        assertThat(rungs(366)).containsEntry("limit", Rung.OVERDUE);
        assertThat(Rung.ESCALATED.addressee()).isEqualTo(Addressee.AUTHORITY);
    }

    private Map<String, Rung> rungs(int days) {
        var found = new TreeMap<String, Rung>();
        Alert.highest(dealing.order(), dealing.now().plusSeconds(days * 86_400L))
                .forEach(alert -> found.put(alert.clock().code(), alert.rung()));
        return found;
    }

    @Test
    void draftsWhatIsWrittenNextFromTheFactsInBothLanguages() {
        dealing.agreed("reimbursement", "USD", 400, 250).delivered(1, 400).received(1, 400);
        assertThat(Draft.of(dealing.order(), "JPN", dealing.now())).isEmpty();
        assertThat(Draft.of(dealing.order(), "USA", dealing.now()))
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.kind()).isEqualTo(Draft.Kind.CLAIM_NOTICE);
                    assertThat(draft.english().body())
                            .contains(
                                    "1000.00 USD",
                                    "F-76 400",
                                    "2027-05-07",
                                    dealing.id.toString(),
                                    "jpn-usa-acsa-2016");
                    assertThat(draft.japanese().body()).contains("1000.00 USD", "歳入担当官", "2027-05-07");
                });
        assertThat(Draft.of(dealing.order(), "JPN", dealing.now().plusSeconds(11 * 86_400L)))
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.kind()).isEqualTo(Draft.Kind.REMINDER);
                    assertThat(draft.english().body()).contains("claim notice", "1 days ago");
                });
        dealing.fits("USA", Act.CLAIM);
        assertThat(Draft.of(dealing.order(), "USA", dealing.now()))
                .singleElement()
                .satisfies(draft -> assertThat(draft.kind()).isEqualTo(Draft.Kind.INVOICE));
    }

    @Test
    void listsWhatIsOpenByItsAge() {
        dealing.claimed("JPY", 112_500);
        var items = OpenItem.of(List.of(dealing.order()), "USA", DAY.plusYears(1));
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.partner()).isEqualTo("JPN");
            assertThat(item.outstanding()).isEqualTo(112_500);
            assertThat(item.age()).isEqualTo(OpenItem.Age.TO_365);
            assertThat(item.isUnreconciled(DAY.plusYears(1))).isFalse();
            assertThat(item.isUnreconciled(DAY.plusYears(1).plusDays(1))).isTrue();
        });
        assertThat(OpenItem.Age.of(366)).isEqualTo(OpenItem.Age.OLDER);
    }

    @Test
    void reckonsWhatWouldBeDueAndSaysNothing() {
        dealing.agreed("reimbursement", "USD", 400, 250);
        var before = dealing.order();
        var day = DAY.plusDays(3);
        var noon = dealing.now().plusSeconds(3 * 86_400L);
        assertThat(WhatIf.delivered(before, Map.of(1, 300L), day, noon))
                .isInstanceOfSatisfying(WhatIf.Due.class, due -> {
                    assertThat(due.delivery().due()).isEqualTo(75_000);
                    assertThat(due.clocks())
                            .extracting(clock -> clock.code() + " " + clock.due())
                            .containsExactly("claim 2026-05-20", "limit 2027-05-10");
                });
        assertThat(WhatIf.delivered(before, Map.of(1, 401L), day, noon)).isInstanceOf(WhatIf.Refused.class);
        assertThat(WhatIf.delivered(before, Map.of(1, -1L), day, noon)).isInstanceOf(WhatIf.Refused.class);
        assertThat(dealing.order()).isEqualTo(before);
    }
}
