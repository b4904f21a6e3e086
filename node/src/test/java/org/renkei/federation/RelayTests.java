package org.renkei.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.testing.TestFederation.eventually;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.kernel.link.FrameWriter;
import org.renkei.kernel.link.Lane;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Japan and Australia have no link; the United States carry parcels between them, one MiB of each. The United Kingdom
/// is linked to the United States alone. All tests share these nodes.
class RelayTests {
    @TempDir
    static Path folder;

    private static final MovableClock CLOCK = new MovableClock();
    private static TestFederation federation;

    @BeforeAll
    static void begin() throws IOException {
        federation = new TestFederation(folder, CLOCK, RelayTests::terms, "JPN", "USA", "AUS", "GBR");
    }

    @AfterAll
    static void end() {
        federation.close();
    }

    @BeforeEach
    void upAll() {
        japan();
        states().post("/api/v1/links/AUS/resume", "");
        australia();
        eventually(
                "all links are up",
                () -> state(japan(), "USA").equals("up")
                        && state(australia(), "USA").equals("up")
                        && state(japan(), "AUS").equals("up")
                        && state(australia(), "JPN").equals("up"));
    }

    static Optional<String> terms(String self, String other) {
        var usual = TestFederation.usualTerms(self, other);
        if (self.equals("USA")) {
            return Optional.of(usual + (other.equals("GBR") ? "" : "relay: true\nrelay-quota: 1\n"));
        } else if (other.equals("USA")) {
            return Optional.of(usual);
        } else if (List.of("JPN", "AUS").containsAll(List.of(self, other))) {
            return Optional.of(usual + "via: [USA]\n");
        }
        return Optional.empty();
    }

    /// From the field: "A-hub-B relay: the member's item reaches B; non-member D never gets it nor the group's name".
    @Test
    void theMembersItemReachesTheOtherEndAndNobodyElseNorDoesTheName() {
        britain();
        states().post("/api/v1/links/AUS/pause", "");
        var id = write(japan(), "CONFIDENTIAL//RELIEF-OPS//REL TO AUS", "word OKUTAMA-1");
        eventually("a parcel lies at USA", () -> parcels() > 0 && carriedFrom("JPN") > 0);

        var captured = captured();
        assertNothingIsTold(captured, id);
        states().post("/api/v1/links/AUS/resume", "");
        eventually("it has arrived", () -> title(australia(), id).equals("word OKUTAMA-1"));
        federation.confirmed("JPN", "AUS");
        assertThat(australia().get("/api/v1/records/" + id).json().path("label").asString())
                .isEqualTo("CONFIDENTIAL//RELIEF-OPS//REL TO AUS, JPN");

        for (var other : List.of(states(), britain())) {
            assertThat(other.get("/api/v1/records/" + id).status()).isEqualTo(404);
            assertThat(dump(other)).doesNotContain("OKUTAMA").doesNotContain(id.replace("-", ""));
        }
        assertThat(britain().get("/api/v1/audit").text()).doesNotContain("JPN").doesNotContain("AUS");
        assertThat(britain().get("/api/v1/node").text()).doesNotContain("JPN");
        assertThat(states().get("/api/v1/audit?event=parcel-carried").text())
                .contains("JPN/test", "\"next\"", "bytes")
                .doesNotContain("CONFIDENTIAL", "RELIEF-OPS", id);
    }

    /// From the field: "edit after relay verifies at the third hop; one flipped byte rejected and reported".
    @Test
    void anEditAndARecallVerifyAtTheThirdHopAndAFlippedByteIsRejectedAndReported() {
        var id = write(japan(), "UNCLASSIFIED//REL TO AUS", "first");
        eventually("it has arrived", () -> title(australia(), id).equals("first"));
        federation.confirmed("JPN", "AUS");

        states().post("/api/v1/links/AUS/pause", "");
        var before = carriedFrom("JPN");
        japan().put("/api/v1/records/" + id, note("UNCLASSIFIED//REL TO AUS", "second"));
        eventually("the edit lies at USA", () -> carriedFrom("JPN") > before && parcels() > 0);
        states().database()
                .sql("update federation.parcel set bytes = set_byte(bytes, 2000, get_byte(bytes, 2000) # 1)")
                .update();
        states().post("/api/v1/links/AUS/resume", "");
        eventually(
                "the United States were told",
                () -> states().get("/api/v1/audit?event=parcel-returned").text().contains("malformed"));
        assertThat(title(australia(), id)).isEqualTo("first");
        assertThat(australia().get("/api/v1/audit?event=parcel-refused").text()).contains("malformed");
        assertThat(link(australia(), "USA").path("refusedParcel").path("code").asString())
                .isEqualTo("malformed");

        afterAWait();
        eventually("it was sent again", () -> title(australia(), id).equals("second"));
        federation.confirmed("JPN", "AUS");
        assertSameRoots("JPN", "AUS");

        japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"no longer\"}");
        eventually(
                "the recall has arrived",
                () -> australia()
                        .get("/api/v1/records/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("recalled"));
        federation.confirmed("JPN", "AUS");
        assertSameRoots("JPN", "AUS");
    }

    @Test
    void bothDirectionsConvergeAfterTheRelayWasAway() {
        federation.stop("USA");
        var there = write(japan(), "UNCLASSIFIED//REL TO AUS", "word away-1");
        var back = write(australia(), "UNCLASSIFIED//REL TO JPN", "word away-2");
        states();
        eventually(
                "the links to USA are up",
                () -> state(japan(), "USA").equals("up")
                        && state(australia(), "USA").equals("up"));
        afterAWait();
        eventually("one way", () -> title(australia(), there).equals("word away-1"));
        eventually("the other", () -> title(japan(), back).equals("word away-2"));
        federation.confirmed("JPN", "AUS");
        federation.confirmed("AUS", "JPN");
        assertSameRoots("JPN", "AUS");
        assertSameRoots("AUS", "JPN");
        var link = link(japan(), "AUS");
        assertThat(link.path("via").toString()).isEqualTo("[\"USA\"]");
        assertThat(link.path("state").asString()).isEqualTo("up");
        assertThat(link.path("relay").path("lastSent").isNull()).isFalse();
    }

    @Test
    void whatIsRecalledWhileTheRelayIsAwayNeverLeaves() {
        federation.stop("USA");
        eventually(
                "Japan says so",
                () -> link(japan(), "AUS").path("problem").asString().contains("no link to USA"));
        var recalled = write(japan(), "UNCLASSIFIED//REL TO AUS", "word FUJINO");
        var stays = write(japan(), "UNCLASSIFIED//REL TO AUS", "word SAGAMI");
        japan().post("/api/v1/records/" + recalled + "/recall", "{\"reason\":\"not yet\"}");
        states();
        eventually("what stays has arrived", () -> title(australia(), stays).equals("word SAGAMI"));
        federation.confirmed("JPN", "AUS");
        assertThat(dump(australia())).contains("SAGAMI").doesNotContain("FUJINO");
        assertSameRoots("JPN", "AUS");
    }

    @Test
    void whatIsUrgentGoesFirst() {
        states().post("/api/v1/links/AUS/pause", "");
        var before = carriedFrom("JPN");
        for (var count = 0; count < 40; count++) {
            write(japan(), "UNCLASSIFIED//REL TO AUS", "long " + "routine ".repeat(400) + count);
        }
        eventually("the first lie at USA", () -> carriedFrom("JPN") > before);
        var urgent = japan().post("/api/v1/records", """
                {"kind":"note","label":"UNCLASSIFIED//REL TO AUS","precedence":"FLASH","body":{"title":"word quick"}}""").id();
        eventually("the urgent parcel lies at USA", () -> urgentParcels() > 0);
        states().post("/api/v1/links/AUS/resume", "");
        eventually("it has arrived", () -> title(australia(), urgent).equals("word quick"));
        federation.confirmed("JPN", "AUS");
        assertSameRoots("JPN", "AUS");
        var places = australia()
                .database()
                .sql("select id::text from records.record order by seq")
                .query(String.class)
                .list();
        assertThat(places.indexOf(urgent)).isNotNegative().isLessThan(places.size() - 1);
    }

    /// At the quota parcels wait where they were made; what is recalled then is taken back before it leaves.
    @Test
    void whatWaitsForTheQuotaOfItsSenderIsTakenBackWhenItIsRecalled() {
        states().post("/api/v1/links/AUS/pause", "");
        var ids = new ArrayList<String>();
        for (var count = 0; count < 8; count++) {
            ids.add(write(japan(), "UNCLASSIFIED//REL TO AUS", "word WAITS-" + count + " " + noise(count)));
        }
        eventually(
                "Japan says that it waits",
                () -> link(japan(), "AUS")
                        .path("relay")
                        .path("refusal")
                        .path("code")
                        .asString()
                        .equals("later"));
        assertThat(states().database()
                        .sql("select sum(length(bytes)) from federation.parcel")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(1024 * 1024);
        var lying = ownParcels();
        assertThat(lying).isNotEmpty();
        japan().post("/api/v1/records/" + ids.getLast() + "/recall", "{\"reason\":\"not yet\"}");
        assertThat(ownParcels()).doesNotContainAnyElementsOf(lying);

        states().post("/api/v1/links/AUS/resume", "");
        eventually("Australia has fetched what lay at USA", () -> parcels() == 0);
        var round = new AtomicInteger();
        eventually("Japan asks until all is confirmed", () -> {
            if (round.incrementAndGet() % 40 == 0) {
                afterAWait();
            }
            var ledger = japan().get("/api/v1/ledgers/AUS").json();
            return ledger.path("size").asLong()
                    == ledger.path("acknowledged").path("size").asLong();
        });
        assertThat(dump(australia())).contains("WAITS-0").doesNotContain("WAITS-7");
        assertSameRoots("JPN", "AUS");
    }

    @Test
    void whatIsHeldIsTakenBackInTheSameTransaction() {
        var ledgers = japan().bean(Ledgers.class);
        var store = japan().bean(ParcelStore.class);
        var transaction = new TransactionTemplate(japan().bean(PlatformTransactionManager.class));
        var hop = NodeId.parse("USA/test");
        var self = japan().settings().node();
        store.insert(
                new ParcelStore.Draft(id(1), self, hop, "AUS", false, new byte[9]),
                CLOCK.instant().plus(Duration.ofDays(1)));
        transaction.executeWithoutResult(status -> {
            ledgers.hold("AUS");
            assertThat(store.countFor("AUS")).isZero();
            status.setRollbackOnly();
        });
        assertThat(store.find(id(1))).isPresent();
        transaction.executeWithoutResult(status -> ledgers.hold("AUS"));
        assertThat(store.find(id(1))).isEmpty();
        transaction.executeWithoutResult(status -> ledgers.letGo("AUS"));
    }

    @Test
    void whatIsOfferedAgainLaterHoldsBackWhatFollowsIt() {
        var store = japan().bean(ParcelStore.class);
        var now = CLOCK.instant();
        var hop = NodeId.parse("GBR/test");
        var origin = NodeId.parse("USA/test");
        store.insert(new ParcelStore.Draft(id(11), origin, hop, null, false, new byte[9]), now);
        store.insert(new ParcelStore.Draft(id(12), origin, hop, null, false, new byte[9]), now);
        store.insert(new ParcelStore.Draft(id(13), origin, hop, null, true, new byte[9]), now);
        store.insert(new ParcelStore.Draft(id(14), NodeId.parse("AUS/test"), hop, null, false, new byte[9]), now);
        store.offerAgain(id(11), now.plusSeconds(20));
        store.insert(new ParcelStore.Draft(id(15), origin, hop, null, false, new byte[9]), now);
        assertThat(store.read(hop, false, 9, List.of(), now))
                .extracting(LinkFrame.Parcel::id)
                .containsExactly(id(14));
        assertThat(store.read(hop, true, 9, List.of(), now))
                .extracting(LinkFrame.Parcel::id)
                .containsExactly(id(13));
        assertThat(store.read(hop, false, 9, List.of(), now.plusSeconds(20)))
                .extracting(LinkFrame.Parcel::id)
                .containsExactly(id(11), id(12), id(14), id(15));
        List.of(11, 12, 13, 14, 15).forEach(number -> store.delete(id(number)));
    }

    @Test
    void aParcelThatUnfoldsBeyondAllMeasureIsRefused() throws IOException {
        var partner = australia().bean(Partners.class).find("JPN").orElseThrow();
        var store = australia().bean(LinkStores.class).of(partner, "a test");
        var compressions = new ZstdCompressions();
        var bytes = new ByteArrayOutputStream();
        try (var writer = new FrameWriter(compressions.open(Lane.BULK))) {
            for (var count = 0; count < 4; count++) {
                bytes.write(writer.encode(new LinkFrame.Parcel(id(count), false, new byte[5 << 20]), true));
            }
        }
        assertThat(bytes.size()).isLessThan(100_000);
        assertThatThrownBy(() -> ParcelIntake.take(store, compressions, bytes.toByteArray(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unfolds beyond");
    }

    @Test
    void aParcelThatSomebodyElseMadeIsRefused() {
        var partner = states().bean(Partners.class).find("AUS").orElseThrow();
        var forged = new ParcelContent(NodeId.parse("JPN/test"), new byte[] {1}, "forged\n\n");
        states().bean(ParcelStore.class)
                .insert(
                        new ParcelStore.Draft(
                                new byte[16],
                                states().settings().node(),
                                partner.node(),
                                null,
                                false,
                                ParcelSeal.wrap(List.of(partner), forged.encode())),
                        CLOCK.instant());
        eventually("it is refused", () -> parcels() == 0);
        CLOCK.advance(Duration.ofHours(2));
        eventually(
                "it is noted, at the latest after an hour",
                () -> australia()
                        .get("/api/v1/audit?event=parcel-refused")
                        .text()
                        .contains("has not signed it"));
    }

    /// Long enough for every question to be asked again.
    private static void afterAWait() {
        CLOCK.advance(Duration.ofMinutes(31));
    }

    private static void assertNothingIsTold(byte[] captured, String id) {
        var text = new String(captured, ISO_8859_1);
        var uuid = UUID.fromString(id);
        var bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
        assertThat(text)
                .doesNotContain("OKUTAMA", "CONFIDENTIAL", "RELIEF", "REL TO", "AUS", "JPN", "RENKEI", id)
                .doesNotContain(new String(bytes, ISO_8859_1));
    }

    private static List<String> ownParcels() {
        return japan().database()
                .sql("select encode(id, 'hex') from federation.parcel where target = 'AUS'")
                .query(String.class)
                .list();
    }

    private static byte[] id(int number) {
        return ByteBuffer.allocate(LinkFrame.Parcel.ID_BYTES).putInt(number).array();
    }

    private static String noise(int seed) {
        return new Random(seed)
                .ints(90_000, 33, 126)
                .filter(one -> one != '"' && one != '\\')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] captured() {
        return states().database()
                .sql("select string_agg(bytes, ''::bytea) from federation.parcel")
                .query(byte[].class)
                .single();
    }

    private static long parcels() {
        return states().database()
                .sql("select count(*) from federation.parcel where target is null")
                .query(Long.class)
                .single();
    }

    private static long urgentParcels() {
        return states().database()
                .sql("select count(*) from federation.parcel where urgent")
                .query(Long.class)
                .single();
    }

    private static long carriedFrom(String party) {
        return states().database()
                .sql("select count(*) from federation.parcel_seen where came_from = ?")
                .param(party + "/test")
                .query(Long.class)
                .single();
    }

    private static void assertSameRoots(String from, String to) {
        assertThat(federation
                        .node(to)
                        .get("/api/v1/ledgers/" + from)
                        .json()
                        .path("received")
                        .path("root")
                        .asString())
                .isEqualTo(federation
                        .node(from)
                        .get("/api/v1/ledgers/" + to)
                        .json()
                        .path("root")
                        .asString());
    }

    private static String note(String label, String title) {
        return "{\"kind\":\"note\",\"label\":\"%s\",\"body\":{\"title\":\"%s\"}}".formatted(label, title);
    }

    static String write(RunningNode node, String label, String title) {
        return node.post("/api/v1/records", note(label, title)).id();
    }

    private static String title(RunningNode node, String id) {
        return node.get("/api/v1/records/" + id)
                .json()
                .path("body")
                .path("title")
                .asString();
    }

    static JsonNode link(RunningNode node, String party) {
        return node.get("/api/v1/node")
                .json()
                .path("links")
                .valueStream()
                .filter(link -> link.path("party").asString().equals(party))
                .findFirst()
                .orElseThrow();
    }

    static String state(RunningNode node, String party) {
        return link(node, party).path("state").asString();
    }

    /// Everything that a node keeps of records and ledgers.
    private static String dump(RunningNode node) {
        return node.database().sql("""
                        select coalesce(string_agg(encode(content, 'escape'), ' '), '') ||
                            (select coalesce(string_agg(encode(bytes, 'escape'), ' '), '') from federation.received) ||
                            (select coalesce(string_agg(encode(bytes, 'escape'), ' '), '') from ledger.entry) ||
                            (select coalesce(string_agg(encode(bytes, 'escape'), ' '), '') from federation.parcel)
                        from records.revision
                        """).query(String.class).single();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }

    private static RunningNode australia() {
        return federation.node("AUS");
    }

    private static RunningNode britain() {
        return federation.node("GBR");
    }
}
