package org.renkei.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.Fix;
import org.renkei.kernel.track.Motion;
import org.renkei.kernel.track.Particulars;
import org.renkei.kernel.track.Sighting;
import org.renkei.kernel.track.TrackDomain;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is found among moving objects is a record: of its feeds' label, released by the same rules, carried to the
/// partner who may hold it.
class WatchingTests {
    private static final Label NATIONAL = Label.parse("UNCLASSIFIED//REL TO JPN");
    private static final Label SHARED = Label.parse("UNCLASSIFIED//REL TO JPN, USA");
    private static final long RECORDED = Instant.parse("2026-04-01T00:00:00Z").toEpochMilli();

    @TempDir
    static Path folder;

    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, "JPN", "USA");
        japan();
        federation.node("USA");
        assertThat(japan().put(
                                "/api/v1/watching",
                                plan("UNCLASSIFIED//REL TO JPN, USA").toString())
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void whatIsFoundIsARecordThatThePartnerHoldsWhenEveryFeedItRestsOnAllows() {
        sees("shared", SHARED, 1, 0, 33, 130, "SEA STAR");
        sees("shared", SHARED, 1, 60, 34, 130, "SEA STAR");
        sees("shared", SHARED, 1, 120, 34, 130.001, "SEA STAR");
        sees("national", NATIONAL, 2, 0, 33, 130, "NIGHT HAWK");
        sees("national", NATIONAL, 2, 60, 34, 130, "NIGHT HAWK");
        sees("national", NATIONAL, 2, 120, 34, 130.001, "NIGHT HAWK");
        eventually("both are found", () -> findings(japan(), "further off").size() == 2);
        federation.confirmed("JPN", "USA");
        assertThat(findings(federation.node("USA"), "further off"))
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.path("body").path("title").path("en").asString())
                            .isEqualTo("SEA STAR (MMSI 1) is further off than it can have come");
                    assertThat(held.path("body").path("title").path("ja").asString())
                            .isEqualTo("SEA STAR (MMSI 1)：到達し得ない距離の移動");
                    assertThat(held.path("body").path("evidence").size()).isEqualTo(3);
                    assertThat(held.path("body")
                                    .path("figures")
                                    .path(1)
                                    .path("measure")
                                    .asString())
                            .isEqualTo("implied-speed");
                    assertThat(held.path("body")
                                    .path("figures")
                                    .path(1)
                                    .path("limit")
                                    .asDouble())
                            .isEqualTo(30.87);
                });
        assertThat(federation
                        .node("USA")
                        .get("/api/v1/records?text=hawk")
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void whatIsOverIsARevisionOfTheSameRecord() {
        sees("strait", SHARED, 3, 0, 35.5, 140, "WHITE HERON");
        sees("strait", SHARED, 3, 600, 35.05, 140.05, "WHITE HERON");
        eventually("it is found", () -> findings(japan(), "WHITE HERON").size() == 1);
        var entered = findings(japan(), "WHITE HERON").getFirst();
        assertThat(entered.path("body").path("state").asString()).isEqualTo("going-on");
        assertThat(entered.path("body").path("title").path("ja").asString()).contains("試験海峡");
        sees("strait", SHARED, 3, 9_000, 35.5, 140, "WHITE HERON");
        eventually(
                "it is over",
                () -> findings(japan(), "WHITE HERON")
                        .getFirst()
                        .path("body")
                        .path("state")
                        .asString()
                        .equals("over"));
        var left = findings(japan(), "WHITE HERON").getFirst();
        assertThat(left.path("id")).isEqualTo(entered.path("id"));
        assertThat(left.path("revision").asInt()).isEqualTo(2);
        assertThat(japan().get("/api/v1/watching")
                        .json()
                        .path("found")
                        .path("entry")
                        .asInt())
                .as("counted once")
                .isEqualTo(1);
    }

    @Test
    void whatWasGoingOnWhenTheWatchWasInterruptedIsFollowedNoLonger() {
        sees("cape", SHARED, 4, 0, 35.5, 140, "CAPE RUNNER");
        sees("cape", SHARED, 4, 600, 35.05, 140.05, "CAPE RUNNER");
        eventually("it is found", () -> findings(japan(), "CAPE RUNNER").size() == 1);
        eventually("and kept as going on", () -> goingOn("mmsi:4") == 1);
        japan().restart();
        eventually(
                "it says so",
                () -> findings(japan(), "CAPE RUNNER")
                        .getFirst()
                        .path("body")
                        .path("state")
                        .asString()
                        .equals("unfollowed"));
        eventually("and is going on no more", () -> goingOn("mmsi:4") == 0);
    }

    private static long goingOn(String who) {
        return japan().database()
                .sql("select count(*) from watching.going_on where strpos(key, ?) > 0")
                .param(who)
                .query(Long.class)
                .single();
    }

    @Test
    void theWatchSaysHowItStandsAndWhoChangedThePlan() {
        var standing = japan().get("/api/v1/watching").json();
        assertThat(standing.path("version").asInt()).isPositive();
        assertThat(standing.path("by").asString()).isEqualTo("administrator");
        assertThat(standing.path("plan")
                        .path("limits")
                        .path("gap")
                        .path("silence")
                        .asDouble())
                .isEqualTo(1_800);
        assertThat(standing.path("problem").isMissingNode()
                        || standing.path("problem").isNull())
                .isTrue();
        assertThat(japan().database()
                        .sql("select count(*) from audit.entry where event = 'watch-plan-changed'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aPlanThatMakesNoSenseIsRefusedWithEveryMistakeAndTheOldOneHolds() {
        var before = japan().get("/api/v1/watching").json().path("version");
        var plan = plan("NO LABEL").put("replaces", before.asInt());
        plan.withObject("/limits/drift").put("most", 0.1);
        plan.withObject("/limits").remove("gap");
        plan.withArray("areas").addObject().put("id", "Not An Id");
        var refused = japan().put("/api/v1/watching", plan.toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("at").asString()))
                .containsExactlyInAnyOrder("/label", "/limits/drift", "/limits/gap", "/areas/1");
        assertThat(japan().get("/api/v1/watching").json().path("version")).isEqualTo(before);
    }

    @Test
    void aPlanMadeFromAnOlderOneIsRefused() {
        var plan = plan("UNCLASSIFIED//REL TO JPN, USA").put("replaces", 0);
        var refused = japan().put("/api/v1/watching", plan.toString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("came in between");
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static ObjectNode plan(String label) {
        var json = JsonMapper.builder().build();
        var plan = WatchPlanJson.write(WatchPlan.DEFAULT, json).put("label", label);
        var area = plan.withArray("areas").addObject().put("id", "test-strait");
        area.putObject("name").put("en", "Test Strait").put("ja", "試験海峡");
        area.putArray("domains").add("sea");
        List.of(List.of(140.0, 35.0), List.of(140.2, 35.0), List.of(140.2, 35.2), List.of(140.0, 35.2))
                .forEach(corner ->
                        area.withArray("ring").addArray().add(corner.getFirst()).add(corner.getLast()));
        return plan;
    }

    private static List<JsonNode> findings(RunningNode node, String words) {
        return node.get("/api/v1/records?kind=finding&text=" + words.replace(" ", "%20"))
                .json()
                .path("records")
                .valueStream()
                .map(record -> node.get("/api/v1/records/" + record.path("id").asString())
                        .json())
                .toList();
    }

    private static void sees(
            String feed, Label label, int mmsi, long seconds, double latitude, double longitude, String name) {
        var particulars = Particulars.of(
                name.isEmpty() ? Optional.empty() : Optional.of(name), Optional.empty(), Optional.empty());
        var motion = new Motion(
                OptionalDouble.of(0),
                OptionalDouble.of(5),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        japan().bean(Watching.class)
                .take(
                        new Sighting(
                                feed,
                                new TrackIdentity("mmsi", String.valueOf(mmsi)),
                                TrackDomain.SEA,
                                RECORDED + seconds * 1_000,
                                System.currentTimeMillis(),
                                Optional.of(new Fix(latitude, longitude, 10)),
                                motion,
                                particulars),
                        label);
    }
}
