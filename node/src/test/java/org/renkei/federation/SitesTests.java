package org.renkei.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.command.ExportCommand;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Two nodes of one nation, the second with a lower clearance, and an ally that knows only the first.
class SitesTests {
    private static final String HEAD = "JPN/ichigaya";
    private static final String SITE = "JPN/kumamoto-jcp";
    private static final String ALLY = "USA/yokota";

    @TempDir
    static Path folder;

    static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, Clock.systemUTC(), SitesTests::terms, HEAD, SITE, ALLY);
        head();
        site();
        ally();
        eventually("both links are up", () -> links(head()).equals(List.of("up", "up")));
    }

    private static Optional<String> terms(String self, String other) {
        if (List.of(SITE, ALLY).containsAll(List.of(self, other))) {
            return Optional.empty();
        }
        return Optional.of(
                other.equals(SITE)
                        ? "clearance: CONFIDENTIAL\ncaveats: [RELIEF-OPS]\npurposes: [DISASTER-RELIEF]\n"
                        : TestFederation.usualTerms(self, other));
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void aNationalSecretDoesNotReachASiteThatIsNotClearedAndTheReasonIsSaid() {
        var id = write(head(), "SECRET", "word TATEYAMA-1");
        var open = write(head(), "RESTRICTED", "word TATEYAMA-2");
        federation.confirmed(HEAD, SITE);
        assertThat(site().get("/api/v1/records/" + id).status()).isEqualTo(404);
        assertThat(title(site(), open)).isEqualTo("word TATEYAMA-2");

        var decision = head().get("/api/v1/records/" + id + "/release").decision(SITE);
        assertThat(decision.path("decision").asString()).isEqualTo("withheld");
        assertThat(decision.path("linked").asBoolean()).isTrue();
        assertThat(reasons(decision, false))
                .containsExactly("clearance CONFIDENTIAL of JPN/kumamoto-jcp is below SECRET");
        assertThat(reasons(decision, true)).contains("own nation: no agreement needed");
        assertThat(decision.path("outward").asString()).isEqualTo("not releasable");

        var released = head().get("/api/v1/records/" + open + "/release").decision(SITE);
        assertThat(released.path("decision").asString()).isEqualTo("released");
        assertThat(head().get("/api/v1/records/" + open + "/release")
                        .decision("USA")
                        .path("decision")
                        .asString())
                .isEqualTo("withheld");
    }

    @Test
    void whatIsNationalReachesTheSiteAndNothingOfItTheAlly() {
        var ids = List.of(
                write(head(), "RESTRICTED", "word ASAMA-1"),
                write(head(), "RESTRICTED//EYES ONLY", "word ASAMA-2"),
                write(site(), "RESTRICTED", "word ASAMA-3"),
                write(site(), "UNCLASSIFIED//REL TO USA", "word ASAMA-4"));
        federation.confirmed(HEAD, SITE);
        federation.confirmed(SITE, HEAD);
        federation.confirmed(HEAD, "USA");
        for (var id : ids) {
            assertThat(title(head(), id)).startsWith("word ASAMA");
            assertThat(title(site(), id)).startsWith("word ASAMA");
            assertThat(ally().get("/api/v1/records/" + id).status()).isEqualTo(404);
        }
        assertThat(site().get("/api/v1/records/" + ids.get(0))
                        .json()
                        .path("label")
                        .asString())
                .isEqualTo("RESTRICTED");
        assertThat(ally().get("/api/v1/records?text=asama").json().path("total").asLong())
                .isZero();
        assertThat(ally().get("/api/v1/audit").text()).doesNotContain("kumamoto");
    }

    /// Each node writes its own records alone: what a site receives it cannot revise.
    @Test
    void aSiteDoesNotWriteTheRecordsOfAnother() {
        var id = write(head(), "RESTRICTED", "word HAKONE");
        federation.confirmed(HEAD, SITE);
        var revised = site().put(
                        "/api/v1/records/" + id,
                        "{\"kind\":\"note\",\"label\":\"RESTRICTED\",\"body\":{\"title\":\"no\"}}");
        assertThat(revised.status()).isBetween(400, 499);
        assertThat(title(head(), id)).isEqualTo("word HAKONE");
    }

    @Test
    void bothGoOnAloneAndConverge() {
        assertThat(head().post("/api/v1/links/JPN~kumamoto-jcp/pause", "").status())
                .isEqualTo(200);
        var fromHead = write(head(), "RESTRICTED", "word alone-1");
        var fromSite = write(site(), "RESTRICTED", "word alone-2");
        assertThat(site().get("/api/v1/records/" + fromHead).status()).isEqualTo(404);
        head().post("/api/v1/links/JPN~kumamoto-jcp/resume", "");
        eventually(
                "the site holds it",
                () -> site().get("/api/v1/records/" + fromHead).status() == 200);
        eventually(
                "the head holds it",
                () -> head().get("/api/v1/records/" + fromSite).status() == 200);
        federation.confirmed(HEAD, SITE);
        federation.confirmed(SITE, HEAD);
        var ledger = head().get("/api/v1/ledgers/JPN~kumamoto-jcp").json();
        assertThat(ledger.path("party").asString()).isEqualTo(SITE);
        assertThat(ledger.path("node").asString()).isEqualTo(SITE);
        assertThat(site().get("/api/v1/ledgers/JPN~ichigaya")
                        .json()
                        .path("received")
                        .path("root")
                        .asString())
                .isEqualTo(ledger.path("root").asString());
        assertThat(head().get("/api/v1/ledgers/JPN~kumamoto-jcp/proof?position=1")
                        .status())
                .isEqualTo(200);
    }

    /// A reference to a record of a site is told to that site, not to an ally for whom it is nothing.
    @Test
    void referencesToASitesRecordsGoToThatSiteAlone() {
        var theirs = write(site(), "RESTRICTED", "word from the site");
        federation.confirmed(SITE, HEAD);
        var id = head().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO USA","references":["%s"],"body":{"title":"about it"}}
                """.formatted(theirs)).id();
        federation.confirmed(HEAD, SITE);
        federation.confirmed(HEAD, "USA");
        assertThat(site().get("/api/v1/records/" + id).json().path("references").toString())
                .contains(theirs);
        assertThat(ally().get("/api/v1/records/" + id).text()).doesNotContain(theirs);
    }

    @Test
    void theSiteStandsAmongThePartiesButIsNoNameForALabel() {
        var parties = head().get("/api/v1/parties").json().path("parties");
        var site = StreamSupport.stream(parties.spliterator(), false)
                .filter(one -> one.path("code").asString().equals(SITE))
                .findFirst()
                .orElseThrow();
        assertThat(site.path("site").asBoolean()).isTrue();
        assertThat(site.path("linked").asBoolean()).isTrue();
        assertThat(site.path("clearance").asString()).isEqualTo("CONFIDENTIAL");
    }

    @Test
    void aMediumIsWrittenForASite() throws IOException {
        var medium = folder.resolve("for-site.renkei");
        var said = new StringWriter();
        var token = head().settings().data().resolve("admin.token");
        var code = new CommandLine(new ExportCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("--url", head().url(), "--token-file", token.toString(), "--to", SITE, medium.toString());
        assertThat(code).as(said.toString()).isZero();
        assertThat(Files.readString(medium, ISO_8859_1)).startsWith("RENKEI MEDIUM 1\nto: JPN/kumamoto-jcp\n\n");
    }

    private static String write(RunningNode node, String label, String title) {
        return node.post("/api/v1/records", """
                {"kind":"note","label":"%s","body":{"title":"%s"}}""".formatted(label, title)).id();
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    private static List<String> reasons(JsonNode decision, boolean met) {
        return decision.path("reasons")
                .valueStream()
                .filter(one -> one.path("met").asBoolean() == met)
                .map(one -> one.path("text").asString())
                .toList();
    }

    private static List<String> links(RunningNode node) {
        return node.get("/api/v1/node")
                .json()
                .path("links")
                .valueStream()
                .map(link -> link.path("state").asString())
                .toList();
    }

    private static RunningNode head() {
        return federation.node(HEAD);
    }

    private static RunningNode site() {
        return federation.node(SITE);
    }

    private static RunningNode ally() {
        return federation.node(ALLY);
    }
}
