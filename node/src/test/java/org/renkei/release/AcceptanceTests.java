package org.renkei.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// What users of other systems have asked for in vain, between two nodes over a real link.
class AcceptanceTests {
    private static final String AGREEMENT = "/api/v1/agreements/jpn-usa-information-protection-2007";

    @TempDir
    Path folder;

    /// "An agreement expires while connected": nobody tests this. The link stays up all the time.
    @Test
    void anAgreementThatExpiresInTheMiddleOfASessionTakesBackWhatItCarried() throws IOException {
        var clock = new MovableClock();
        try (var federation = new TestFederation(folder, clock, "JPN", "USA")) {
            var japan = federation.node("JPN");
            var states = federation.node("USA");
            var secret = note(japan, "SECRET//REL TO USA", "under the agreement");
            var open = note(japan, "UNCLASSIFIED//REL TO USA", "without one");
            federation.confirmed("JPN", "USA");
            assertThat(state(states, secret)).isEqualTo("current");
            var since = japan.get("/api/v1/node")
                    .json()
                    .path("links")
                    .get(0)
                    .path("since")
                    .asString();
            var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
            japan.post(AGREEMENT + "/end", "{\"reason\":\"test\",\"from\":\"" + day + "\"}");
            federation.confirmed("JPN", "USA");
            assertThat(state(states, secret)).isEqualTo("current");

            clock.advance(Duration.ofDays(1));
            japan.bean(ReleaseClock.class).checkFacts();
            eventually("it is taken back", () -> state(states, secret).equals("recalled"));
            federation.confirmed("JPN", "USA");
            assertThat(state(states, open)).isEqualTo("current");
            var late = japan.post("/api/v1/records", draft("SECRET//REL TO USA", "too late"));
            assertThat(late.decision("USA").toString()).contains("withheld");
            var link = japan.get("/api/v1/node").json().path("links").get(0);
            assertThat(link.path("state").asString()).isEqualTo("up");
            assertThat(link.path("since").asString()).isEqualTo(since);
        }
    }

    /// "3-week outage: everything releasable arrives, nothing dropped by a window; clocks skewed by hours" (TAK
    /// hub), and "recall while the partner is off line: later gone there, with acknowledgement" (OTS #400,
    /// CloudTAK #1607).
    @Test
    void afterThreeWeeksAndWithClocksHoursApartNothingIsMissing() throws IOException {
        var clock = new MovableClock();
        try (var federation = new TestFederation(folder, clock, "JPN", "USA")) {
            var japan = federation.node("JPN");
            federation.node("USA");
            var before = note(japan, "UNCLASSIFIED//REL TO USA", "before the outage");
            federation.confirmed("JPN", "USA");
            federation.stop("USA");
            var written = new ArrayList<String>();
            for (var day = 0; day < 21; day++) {
                clock.advance(Duration.ofDays(1));
                written.add(note(japan, "UNCLASSIFIED//REL TO USA", "day " + day));
            }
            japan.post("/api/v1/records/" + before + "/recall", "{\"reason\":\"wrong\"}");

            var behind = new MovableClock();
            behind.advance(Duration.ofDays(21).minusHours(7));
            try (var states = new RunningNode(federation.file("USA"), behind)) {
                eventually("all is confirmed", () -> {
                    var ledger = japan.get("/api/v1/ledgers/USA").json();
                    return ledger.path("size").asLong()
                            == ledger.path("acknowledged").path("size").asLong();
                });
                assertThat(state(states, before)).isEqualTo("recalled");
                for (var id : written) {
                    assertThat(state(states, id)).isEqualTo("current");
                }
                var back = note(states, "UNCLASSIFIED//REL TO JPN", "from seven hours ago");
                eventually("the answer has come", () -> state(japan, back).equals("current"));
            }
        }
    }

    private static String note(RunningNode node, String label, String title) {
        return node.post("/api/v1/records", draft(label, title)).id();
    }

    private static String draft(String label, String title) {
        return "{\"kind\":\"note\",\"label\":\"%s\",\"body\":{\"title\":\"%s\"}}".formatted(label, title);
    }

    private static String state(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id).json().path("state").asString();
    }
}
