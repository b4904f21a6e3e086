package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// What is drawn on the map of one nation stands on the map of another, by its label.
class FeatureTests {
    @TempDir
    static Path folder;

    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        japan();
        states();
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void anAreaCrossesWithItsCornersAndFollowsItsRevisionAndRecall() {
        var id = japan().post("/api/v1/records", area("UNCLASSIFIED//REL TO JPN, USA", "", 32.6, 0))
                .id();
        federation.confirmed("JPN", "USA");
        var received = states().get("/api/v1/records/" + id).json();
        assertThat(received.path("kind").asString()).isEqualTo("feature");
        assertThat(received.path("body").path("geometry").path("coordinates").toString())
                .isEqualTo("[[[130.6,32.6],[130.6,32.9],[131.0,32.9],[130.6,32.6]]]");
        assertThat(states().get("/api/v1/records?kind=feature&located=true")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(1);

        japan().put("/api/v1/records/" + id, area("UNCLASSIFIED//REL TO JPN, USA", "", 32.5, 1));
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).text())
                .contains("[130.6,32.5]")
                .doesNotContain("[130.6,32.6]");

        japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"drawn in the wrong place\"}");
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/records/" + id).text())
                .contains("recalled")
                .doesNotContain("32.5");
    }

    @Test
    void aGeometryThatIsWithheldLeavesNoPlaceBehind() {
        var portions = """
                {"at":"/geometry","label":"SECRET//REL TO JPN"},{"at":"/position","label":"SECRET//REL TO JPN"}""";
        var id = japan().post("/api/v1/records", area("UNCLASSIFIED//REL TO JPN, USA", portions, 32.7, 0))
                .id();
        federation.confirmed("JPN", "USA");
        var received = states().get("/api/v1/records/" + id).json();
        assertThat(received.path("redacted").asBoolean()).isTrue();
        assertThat(received.path("body").path("title").asString()).isEqualTo("Drop zone");
        assertThat(received.toString()).doesNotContain("130.6", "32.7");
    }

    @Test
    void whatIsNoGeometryOnTheEarthIsRefusedWithItsPlace() {
        var circle = japan().post("/api/v1/records", """
                {"kind":"feature","label":"UNCLASSIFIED//REL TO JPN","body":{"title":"Ring","shape":"area",
                 "geometry":{"type":"Circle","coordinates":[130.6,32.6]}}}""");
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.text()).contains("/body/geometry");
        var beyond = japan().post("/api/v1/records", """
                {"kind":"feature","label":"UNCLASSIFIED//REL TO JPN","body":{"title":"Buoy","shape":"point",
                 "geometry":{"type":"Point","coordinates":[32.6,130.6]}}}""");
        assertThat(beyond.status()).isEqualTo(422);
    }

    private static String area(String label, String portions, double south, int revises) {
        return """
                {"kind":"feature","label":"%s","portions":[%s],%s"body":{"title":"Drop zone","shape":"area","color":"blue",
                 "position":{"lat":32.75,"lon":130.8},
                 "geometry":{"type":"Polygon","coordinates":[[[130.6,%s],[130.6,32.9],[131.0,32.9],[130.6,%s]]]}}}
                """.formatted(label, portions, revises == 0 ? "" : "\"revises\":%d,".formatted(revises), south, south);
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }
}
