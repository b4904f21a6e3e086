package org.renkei.acsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Weeks without a line, and a year of clocks: the days count on which something was done, not those on which it came.
class AcsaSeaTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    TestFederation federation;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN", "USA");
        List.of("JPN", "USA").forEach(federation::node);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TOKYO);
    }

    @Test
    void threeWeeksAtSeaBothGoOnAndBothComeToTheSame() {
        var talk = new AcsaTalk(federation).agreed("reimbursement", 30);
        federation.confirmed("JPN", "USA");
        federation.stop("JPN");
        var delivered = today();
        talk.fits("USA", "deliver", deliver(delivered, 400));
        federation.stop("USA");

        clock.advance(Duration.ofDays(21));
        talk.fits("JPN", "cancel", Map.of("reason", "the port is closed"));
        assertThat(talk.order("JPN").path("state").asString())
                .as("the ship knows of no delivery")
                .isEqualTo("cancelled");
        federation.stop("JPN");

        clock.advance(Duration.ofMinutes(5));
        talk.fits("USA", "deliver", deliver(today(), 600));
        assertThat(talk.order("USA").path("state").asString()).isEqualTo("delivered");
        federation.node("JPN");
        eventually(
                "both hold four statements and one more",
                () -> Stream.of("JPN", "USA")
                        .allMatch(party -> talk.order(party).path("statements").size() == 6));
        var japan = talk.order("JPN");
        var usa = talk.order("USA");
        assertThat(japan.path("hash")).isEqualTo(usa.path("hash"));
        assertThat(japan.path("state").asString())
                .isEqualTo("delivered")
                .isEqualTo(usa.path("state").asString());
        assertThat(unfit(japan)).isEqualTo(unfit(usa)).containsExactly("USA deliver 2");
        assertThat(japan.path("lines").path(0).path("issued").asInt()).isEqualTo(400);
        for (var order : List.of(japan, usa)) {
            assertThat(order.path("deliveries").path(0).path("limit").asString())
                    .as("twelve months from the delivery, not from the day on which it was heard of")
                    .isEqualTo(delivered.plusMonths(12).toString());
            var receipt = clock(order, "receipt");
            assertThat(receipt.path("due").asString())
                    .isEqualTo(delivered.plusDays(5).toString());
            assertThat(receipt.path("level").asString()).isEqualTo("overdue");
        }
        talk.fits("JPN", "receipt", Map.of("receivedOn", delivered.toString()));
        eventually(
                "the claim is due by the day of the receipt",
                () -> !clock(talk.order("USA"), "claim").isMissingNode());
        talk.fits("USA", "claim", Map.of());
        talk.fits("USA", "invoice", Map.of());
        talk.fits("JPN", "pay", Map.of());
        talk.closed();
        assertThat(talk.order("JPN").path("hash")).isEqualTo(talk.order("USA").path("hash"));
        var period = "?from=2020-01-01&to=2090-01-01";
        assertThat(federation
                        .node("JPN")
                        .get("/api/v1/acsa/accounts/USA" + period)
                        .json()
                        .path("hash"))
                .isEqualTo(federation
                        .node("USA")
                        .get("/api/v1/acsa/accounts/JPN" + period)
                        .json()
                        .path("hash"));
    }

    private static Map<String, Object> deliver(LocalDate day, int quantity) {
        return Map.of("deliveredOn", day.toString(), "lines", List.of(Map.of("line", 1, "quantity", quantity)));
    }

    private static List<String> unfit(JsonNode order) {
        return order.path("statements")
                .valueStream()
                .filter(one -> !one.path("fits").asBoolean())
                .map(one -> one.path("party").asString() + " " + one.path("act").asString() + " "
                        + one.path("fields").path("delivery").asInt())
                .toList();
    }

    private static JsonNode clock(JsonNode order, String code) {
        return order.path("clocks")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    @Test
    void eachRungIsToldOnceByTheClockAndNoneIsLostOverARestart() {
        var talk = new AcsaTalk(federation).agreed("reimbursement", 300);
        talk.fits("USA", "deliver", Map.of());
        talk.fits("JPN", "receipt", Map.of());
        federation.confirmed("JPN", "USA");
        federation.confirmed("USA", "JPN");
        federation.stop("USA");
        var limit = LocalDate.parse(
                talk.order("JPN").path("deliveries").path(0).path("limit").asString());
        var told = new ArrayList<String>();
        until(limit.minusDays(91));
        assertThat(told(talk)).isEqualTo(told);
        for (var rung : List.of(90, 60, 30, 7)) {
            until(limit.minusDays(rung + 1));
            assertThat(told(talk)).as("a day before " + rung).isEqualTo(told);
            until(limit.minusDays(rung));
            told.add(Integer.toString(rung));
            assertThat(told(talk)).isEqualTo(told);
            assertThat(told(talk)).as("looked at again, nothing is told twice").isEqualTo(told);
            if (rung == 30) {
                federation.stop("JPN");
                assertThat(told(talk)).as("over a restart").isEqualTo(told);
            }
        }
        assertThat(escalations()).isZero();
        federation.stop("JPN");
        until(limit.plusDays(45));
        told.addAll(List.of("overdue", "escalated"));
        assertThat(told(talk)).as("two rungs passed while the node was down").isEqualTo(told);
        assertThat(escalations()).isEqualTo(2);
        assertThat(told(talk)).isEqualTo(told);
        assertThat(escalations()).as("and not again").isEqualTo(2);
    }

    /// Noon of a day at the place of delivery.
    private void until(LocalDate day) {
        clock.advance(Duration.between(
                clock.instant(), day.atTime(12, 0).atZone(TOKYO).toInstant()));
    }

    /// The rungs of the twelve months that somebody was told of, in their order, after one more round.
    private List<String> told(AcsaTalk talk) {
        var japan = federation.node("JPN");
        japan.bean(AlertRounds.class).look();
        return japan.database()
                .sql(
                        "select rung from acsa.alert where \"order\" = cast(? as uuid) and clock = 'limit'"
                                + " order by raised_at, array_position(array['90', '60', '30', '7', 'overdue', 'escalated'], rung)")
                .param(talk.id)
                .query(String.class)
                .list();
    }

    private long escalations() {
        return federation
                .node("JPN")
                .get("/api/v1/audit?event=acsa-escalated&limit=500")
                .json()
                .path("entries")
                .valueStream()
                .filter(one -> one.path("details").path("clock").asString().equals("limit"))
                .count();
    }
}
