package org.renkei.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.Shown;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// What lists showed to whom stands in the audit log, in few events, and for those who may know of it.
class ShowingsTests {
    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();
    private TestFederation federation;
    private RunningNode node;
    private Residents residents;

    @BeforeEach
    void start() throws IOException {
        federation = new TestFederation(folder, clock, "JPN");
        node = federation.node("JPN");
        residents = new Residents(node, clock);
    }

    @AfterEach
    void stop() {
        federation.close();
    }

    @Test
    void aListIsOneEventOnceAnHourAndWhatIsNewOnItAnother() {
        var person = residents.settle("reader", "watch-officer");
        var reader = person.signedIn();
        var first = write("UNCLASSIFIED");
        for (var more = 0; more < 120; more++) {
            write("UNCLASSIFIED");
        }
        for (var times = 0; times < 3; times++) {
            assertThat(reader.get("/api/v1/records?limit=200").status()).isEqualTo(200);
        }
        assertThat(Shown.to("reader", node, first)).containsExactly("records");
        assertThat(lists()).hasSize(1);
        assertThat(lists().getFirst().path("details").path("shown").size()).isEqualTo(121);

        var second = write("UNCLASSIFIED");
        reader.get("/api/v1/records?limit=200");
        assertThat(lists().getFirst().path("details").path("shown").toString()).isEqualTo("[\"" + second + "\"]");
        reader.get("/api/v1/records/" + first + "/revisions");
        assertThat(Shown.to("reader", node, first)).containsExactly("revisions", "records");

        clock.advance(Duration.ofMinutes(61));
        person.signedIn().get("/api/v1/records?limit=200");
        assertThat(Shown.to("reader", node, first)).containsExactly("records", "revisions", "records");
    }

    @Test
    void theServiceAccountIsNobodyAndWhatIsNotSeenWasNotShown() {
        var secret = write("SECRET");
        node.get("/api/v1/records");
        var reader = residents
                .settleAs(
                        "reader",
                        Residents.draft("reader", "JPN", "watch-officer").replace("SECRET", "RESTRICTED"))
                .signedIn();
        reader.get("/api/v1/records");
        assertThat(reader.get("/api/v1/records/" + secret + "/revisions").status())
                .isEqualTo(404);
        assertThat(Shown.entries(node, secret)).isEmpty();
    }

    @Test
    void whoReadsTheLogAndDoesNotSeeAllThatWasShownLearnsOnlyThatAListWasRead() {
        var secret = write("SECRET");
        var open = write("UNCLASSIFIED");
        residents.settle("reader", "watch-officer").signedIn().get("/api/v1/records");
        assertThat(Shown.to("reader", node, secret)).containsExactly("records");
        var auditor = residents
                .settleAs(
                        "auditor", Residents.draft("auditor", "JPN", "auditor").replace("SECRET", "RESTRICTED"))
                .signedIn();
        assertThat(auditor.get("/api/v1/audit?event=list-read").text())
                .contains("list-read", "reader")
                .doesNotContain(secret, open);
        assertThat(auditor.get("/api/v1/audit?record=" + secret).json().path("entries"))
                .isEmpty();
        var cleared = residents.settle("cleared", "auditor").signedIn();
        assertThat(cleared.get("/api/v1/audit?event=list-read").text()).contains(secret, open);
    }

    @Test
    void ofWhatBearsALabelThatNobodyCanReadAnAuditorLearnsWhoAndWhat() {
        residents.settle("reader", "watch-officer").signedIn().get("/api/v1/handover-brief");
        var auditor = residents
                .settleAs(
                        "auditor", Residents.draft("auditor", "JPN", "auditor").replace("SECRET", "RESTRICTED"))
                .signedIn();
        var log = auditor.get("/api/v1/audit?event=handover-brief-read");
        assertThat(log.status()).as(log.text()).isEqualTo(200);
        var entry = log.json().path("entries").path(0);
        assertThat(entry.path("actor").asString()).isEqualTo("reader");
        assertThat(entry.path("details")).isEmpty();
    }

    private List<JsonNode> lists() {
        return node.get("/api/v1/audit?event=list-read")
                .json()
                .path("entries")
                .valueStream()
                .toList();
    }

    private String write(String label) {
        return node.post(
                        "/api/v1/records",
                        "{\"kind\":\"note\",\"label\":\"%s\",\"body\":{\"title\":\"x\"}}".formatted(label))
                .id();
    }
}
