package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renkei.picture.Picture;
import org.renkei.testing.MovableClock;
import org.renkei.testing.Residents;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Ships of Japan as the United States see them over the link, by either transport.
class TrackLaneTests {
    private static final String AGREEMENT = "/api/v1/agreements/jpn-usa-information-protection-2007";
    private static final double A_MINUTE_EAST = 8e-5 * 60;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @ValueSource(strings = {"quic", "tcp"})
    void aPartnerSeesWhatItMayFromWhomAndHowOld(String transport) throws IOException {
        try (var federation = federation("transports: [" + transport + "]\n")) {
            var japan = federation.node("JPN");
            var states = federation.node("USA");
            var ships = new Ships(japan.bean(Picture.class), clock);
            for (var minute = 0; minute < 12; minute++) {
                ships.sail(minute * A_MINUTE_EAST);
                clock.advance(Duration.ofMinutes(1));
            }
            ships.sail(12 * A_MINUTE_EAST);
            eventually("three of four ships are seen", () -> tracks(states, "").size() == 3);
            seesAShipWhole(ships, states);
            seesAnotherCoarselyAndNothingFiner(states);
            eachViewerSeesWhatTheLabelAllows(states);
            theLinkTellsOfTheLane(japan, states, transport);
            whatAnAgreementCarriedIsGoneWithIt(ships, japan, states);
            nothingOfItIsElsewhereInTheDatabase(states);
        }
    }

    private void seesAShipWhole(Ships ships, RunningNode states) {
        var ferry = tracks(states, "&text=FERRY").getFirst();
        assertThat(ferry.path("origin").asString()).isEqualTo("JPN/test");
        assertThat(ferry.path("label").asString()).isEqualTo("UNCLASSIFIED//PUBLIC");
        assertThat(ferry.path("identities").toString()).isEqualTo("[\"mmsi:431000001\"]");
        assertThat(ferry.path("coarse").asBoolean()).isFalse();
        var seenAt = Instant.parse(ferry.path("seenAt").asString());
        assertThat(Instant.parse(ferry.path("receivedAt").asString())).isAfterOrEqualTo(seenAt.minusMillis(100));
        clock.advance(Duration.ofMinutes(1));
        ships.sail(13 * A_MINUTE_EAST);
        eventually(
                "it moves",
                () -> tracks(states, "&text=FERRY").getFirst().path("longitude").asDouble()
                        > ferry.path("longitude").asDouble() + A_MINUTE_EAST / 2);
        var detail = states.get("/api/v1/tracks/" + ferry.path("id").asString()).json();
        assertThat(detail.path("track").path("origin").asString()).isEqualTo("JPN/test");
        assertThat(detail.path("sources")).isEmpty();
    }

    private void seesAnotherCoarselyAndNothingFiner(RunningNode states) {
        var coarse = tracks(states, "").stream()
                .filter(one -> one.path("coarse").asBoolean())
                .toList();
        assertThat(coarse).hasSize(1);
        assertThat(coarse.getFirst().path("latitude").asDouble()).isEqualTo(33.45);
        assertThat(coarse.getFirst().path("identities")).isEmpty();
        assertThat(Duration.between(
                        Instant.parse(coarse.getFirst().path("seenAt").asString()), clock.instant()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(states.get("/api/v1/tracks").text()).doesNotContain("431777002", "431777004", "NANTO", "SHIRANUI");
    }

    /// Decided again where it is shown: by clearance, and a liaison sees nothing that a third nation gave.
    private void eachViewerSeesWhatTheLabelAllows(RunningNode states) {
        var residents = new Residents(states, clock);
        var clerk = residents
                .settleAs(
                        "clerk",
                        Residents.draft("clerk", "USA", "desk-officer").replace("\"SECRET\"", "\"CONFIDENTIAL\""))
                .signedIn();
        assertThat(clerk.get("/api/v1/tracks").text())
                .contains("FERRY ASAHI")
                .doesNotContain("PATROL")
                .contains("\"coarse\":true");
        var australian = residents
                .settleAs("australian", Residents.draft("australian", "AUS", "liaison"))
                .signedIn();
        assertThat(australian.get("/api/v1/tracks").json().path("total").asInt())
                .isZero();
        var japanese = residents
                .settleAs("japanese", Residents.draft("japanese", "JPN", "liaison"))
                .signedIn();
        assertThat(japanese.get("/api/v1/tracks").json().path("total").asInt()).isEqualTo(3);
    }

    private static void theLinkTellsOfTheLane(RunningNode japan, RunningNode states, String transport) {
        var link = link(japan, "USA");
        assertThat(link.path("traffic").path("transport").asString())
                .isEqualTo(transport.equals("tcp") ? "tls-tcp" : "quic");
        assertThat(link.path("tracks").path("state").asString()).isEqualTo("open");
        assertThat(link.path("tracks").path("told").asInt()).isEqualTo(3);
        assertThat(link.path("tracks").path("sentPerSecond").asDouble()).isPositive();
        assertThat(link.path("tracks").path("bytesPerUpdate").asDouble()).isPositive();
        var there = link(states, "JPN").path("tracks");
        assertThat(there.path("known").asInt()).isEqualTo(3);
        assertThat(there.path("told").asInt()).isZero();
    }

    private void whatAnAgreementCarriedIsGoneWithIt(Ships ships, RunningNode japan, RunningNode states) {
        assertThat(tracks(states, "&text=PATROL")).hasSize(1);
        japan.post(AGREEMENT + "/suspend", "{\"reason\":\"test\"}");
        eventually("it is gone", () -> tracks(states, "&text=PATROL").isEmpty());
        clock.advance(Duration.ofSeconds(30));
        ships.sail(14 * A_MINUTE_EAST);
        eventually("the others go on", () -> tracks(states, "&text=FERRY").size() == 1);
        assertThat(tracks(states, "&text=PATROL")).isEmpty();
        japan.post(AGREEMENT + "/resume", "{\"reason\":\"test\"}");
        eventually("it comes again", () -> tracks(states, "&text=PATROL").size() == 1);
        var rules = new HashMap<>(Ships.RULES);
        rules.remove("ais");
        japan.bean(Picture.class).govern(rules);
        eventually(
                "and another label counts at once",
                () -> tracks(states, "&text=FERRY").isEmpty());
    }

    /// Only in the history of what was told, and there nothing that the partner may not hold.
    private static void nothingOfItIsElsewhereInTheDatabase(RunningNode states) {
        var tables = states.database().sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """).query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(20);
        for (var table : tables) {
            for (var text : List.of("431000001", "431777002", "431777004", "NANTO", "SHIRANUI")) {
                if (table.equals("picture.told") && text.equals("431000001")) {
                    continue;
                }
                assertThat(states.database()
                                .sql("select count(*) from " + table + " t where t::text like ?")
                                .param("%" + text + "%")
                                .query(Long.class)
                                .single())
                        .as(table + " has " + text)
                        .isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPN", "USA"})
    void eitherSideMayHaveNoLane(String without) throws IOException {
        TestFederation.Terms terms = (self, other) ->
                Optional.of(TestFederation.usualTerms(self, other) + (self.equals(without) ? "tracks: false\n" : ""));
        try (var federation = new TestFederation(folder, clock, terms, "JPN", "USA")) {
            var japan = federation.node("JPN");
            var states = federation.node("USA");
            new Ships(japan.bean(Picture.class), clock).sail(0);
            var id = japan.post("/api/v1/records", """
                    {"kind":"note","label":"UNCLASSIFIED//REL TO USA","body":{"title":"goes on"}}""").id();
            federation.confirmed("JPN", "USA");
            assertThat(states.get("/api/v1/records/" + id).status()).isEqualTo(200);
            assertThat(tracks(states, "")).isEmpty();
            eventually(
                    "Japan knows that there is none",
                    () -> state(japan, "USA").equals(without.equals("JPN") ? "off" : "none"));
            eventually(
                    "and so do the States", () -> state(states, "JPN").equals(without.equals("USA") ? "off" : "none"));
        }
    }

    private static String state(RunningNode node, String partner) {
        return link(node, partner).path("tracks").path("state").asString();
    }

    static JsonNode link(RunningNode node, String partner) {
        for (var link : node.get("/api/v1/node").json().path("links")) {
            if (link.path("party").asString().equals(partner)) {
                return link;
            }
        }
        throw new AssertionError("no link to " + partner);
    }

    private TestFederation federation(String more) throws IOException {
        return new TestFederation(
                folder,
                clock,
                (self, other) -> Optional.of(TestFederation.usualTerms(self, other) + more),
                "JPN",
                "USA");
    }

    private static List<JsonNode> tracks(RunningNode node, String query) {
        var tracks = new ArrayList<JsonNode>();
        node.get("/api/v1/tracks?origin=JPN" + query).json().path("tracks").forEach(tracks::add);
        return tracks;
    }
}
