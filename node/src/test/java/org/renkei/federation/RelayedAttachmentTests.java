package org.renkei.federation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.content;
import static org.renkei.attachments.Uploading.noise;
import static org.renkei.attachments.Uploading.note;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.upload;
import static org.renkei.federation.RelayTests.state;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.Uploading;
import org.renkei.kernel.ledger.Hash;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerMarks;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;

/// Contents of attachments between JPN and AUS by way of the United States, which carry one MiB of each. Japan gives
/// out at most 3,000,000 bytes by way of others. All tests share these nodes.
class RelayedAttachmentTests {
    private static final String LABEL = "UNCLASSIFIED//REL TO AUS";
    private static final String SECRET = "word KUMANO-KODO";

    @TempDir
    static Path folder;

    private static final MovableClock CLOCK = new MovableClock();
    private static TestFederation federation;

    @BeforeAll
    static void begin() throws IOException {
        federation = new TestFederation(folder, CLOCK, RelayTests::terms, "JPN", "USA", "AUS");
        var file = federation.file("JPN");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("  partners:", "  attachments: {relayed-max-bytes: 3000000}\n  partners:"));
    }

    @AfterAll
    static void end() {
        federation.close();
    }

    @BeforeEach
    void upAll() {
        japan();
        states();
        australia();
        eventually(
                "all links are up",
                () -> state(japan(), "USA").equals("up")
                        && state(australia(), "USA").equals("up")
                        && state(japan(), "AUS").equals("up")
                        && state(australia(), "JPN").equals("up"));
    }

    @Test
    void previewsComeByThemselvesAndContentsWhenSomebodyAsks() throws IOException {
        var photo = Uploading.photo(640, 480);
        var attachment = upload(japan(), "bridge.png", "image/png", photo);
        var preview = attachment.path("preview").path("sha256").asString();
        arrived(attachment);
        becomes(australia(), preview, "here");
        var offered = Uploading.state(australia(), sha256(attachment));
        assertThat(offered.path("state").asString()).isEqualTo("offered");
        assertThat(offered.path("relayed").asBoolean()).isTrue();
        assertThat(offered.path("fetchable").asBoolean()).isTrue();
        assertThat(offered.path("reason").isNull()).isTrue();
        fetch(attachment);
        becomes(australia(), sha256(attachment), "here");
        assertThat(content(australia(), sha256(attachment))).isEqualTo(photo);
        assertThat(japan().get("/api/v1/audit?event=attachment-sent").text())
                .contains(sha256(attachment), "\"by\":\"relay\"");
    }

    @Test
    void severalFilesComeWholeAndTheCarrierHasNothingOfThemInTheClear() throws IOException {
        var first = marked(700_000, 1);
        var second = marked(9_000, 2);
        var one = upload(japan(), "plan.bin", "a/b", first);
        var other = upload(japan(), "list.bin", "a/b", second);
        arrived(one, other);
        states().post("/api/v1/links/AUS/pause", "");
        fetch(one);
        fetch(other);
        states().post("/api/v1/links/AUS/resume", "");
        eventually("some of it has come", () -> held(one) > 0);
        states().post("/api/v1/links/AUS/pause", "");
        fetch(one);
        eventually("parcels lie at USA or all is here", () -> lying() > 0 || held(one) == first.length);
        assertNothingInTheClear();
        states().post("/api/v1/links/AUS/resume", "");
        comes(one);
        comes(other);
        assertThat(content(australia(), sha256(one))).isEqualTo(first);
        assertThat(content(australia(), sha256(other))).isEqualTo(second);
        assertNothingInTheClear();
    }

    /// The carrier goes away while a content is on its way: it goes on from the first byte that is missing.
    @Test
    void goesOnWhereItStoppedAfterTheCarrierWasAway() {
        var bytes = marked(2_500_000, 3);
        var attachment = upload(japan(), "long.bin", "a/b", bytes);
        arrived(attachment);
        fetch(attachment);
        eventually("some of it has come", () -> held(attachment) > 0);
        federation.stop("USA");
        var before = held(attachment);
        assertThat(before).isBetween(1L, 2_499_999L);
        australia().restart();
        assertThat(held(attachment)).isEqualTo(before);
        upAll();
        comes(attachment);
        assertThat(content(australia(), sha256(attachment))).isEqualTo(bytes);
        assertThat(chunks(attachment)).as("nothing that was there came again").isTrue();
    }

    @Test
    void ofARecalledRecordNothingMoreIsMadeAndWhatHasComeGoes() {
        var attachment = upload(japan(), "recalled.bin", "a/b", marked(2_900_000, 4));
        var id = arrived(attachment);
        fetch(attachment);
        eventually("some of it has come", () -> held(attachment) > 0);
        japan().post("/api/v1/records/" + id + "/recall", "{\"reason\":\"no longer\"}");
        eventually(
                "it is gone",
                () -> australia()
                                .get("/api/v1/attachments/" + sha256(attachment) + "/state")
                                .status()
                        == 404);
        federation.confirmed("JPN", "AUS");
        assertThat(australia()
                        .database()
                        .sql("select count(*) from attachments.chunk where encode(digest, 'hex') = ?")
                        .param(sha256(attachment))
                        .query(Long.class)
                        .single())
                .isZero();
        var links = japan().bean(LinkStores.class);
        var partner = japan().bean(Partners.class).find("AUS").orElseThrow();
        assertThat(links.relayed(partner).read(Hash.parse(sha256(attachment)), 0, 10))
                .isInstanceOf(Given.Refused.class);
    }

    @Test
    void whatIsTooLargeForOthersToCarryIsRefusedOnBothSidesAndTheReasonIsSaid() {
        var large = upload(japan(), "large.bin", "a/b", noise(3_000_001, 5));
        var huge = upload(japan(), "huge.bin", "a/b", noise(8 * 1024 * 1024 + 1, 6));
        arrived(large, huge);
        fetch(large);
        eventually(
                "its origin refuses it",
                () -> Uploading.state(australia(), sha256(large))
                        .path("reason")
                        .asString()
                        .contains("larger than its origin gives out by way of others"));
        assertThat(held(large)).isZero();
        assertThat(japan().get("/api/v1/audit?event=attachment-refused").text())
                .contains(sha256(large), "too-large-to-relay");

        var answer = fetch(huge);
        assertThat(answer.path("state").asString()).isEqualTo("offered");
        assertThat(answer.path("fetchable").asBoolean()).isFalse();
        assertThat(answer.path("reason").asString())
                .contains("8388609 bytes", "relayed-max-bytes", "only over a link of its own or on a medium");
        var japanese = australia()
                .raw("GET", "/api/v1/attachments/" + sha256(huge) + "/state", new byte[0], "Accept-Language", "ja");
        assertThat(new String(japanese.body(), UTF_8)).contains("直接の接続か媒体でのみ届きます");
        assertThat(australia().get("/api/v1/audit?event=attachment-wanted").text())
                .doesNotContain(sha256(huge));
    }

    @Test
    void anOlderNodeIsAskedForNothingAndItIsSaid() {
        var attachment = upload(japan(), "old.bin", "a/b", noise(50_000, 7));
        arrived(attachment);
        states().post("/api/v1/links/AUS/pause", "");
        eventually("Australia is cut off", () -> !state(australia(), "USA").equals("up"));
        fetch(attachment);
        var partner = australia().bean(Partners.class).find("JPN").orElseThrow();
        var older = new RelayedContents(
                "JPN",
                australia().bean(LedgerMarks.class),
                australia().bean(LinkStores.class).relayed(partner));
        var recovering = new ParcelIntake.Recovering(0, false, false, List.of(), 0, false, List.of());
        older.heard(
                new ParcelIntake.Taken(List.of(), List.of(), recovering, false, List.of(), List.of(), null, null),
                -1,
                CLOCK.millis());
        assertThat(older.questions(CLOCK.millis())).isEmpty();
        assertThat(Uploading.state(australia(), sha256(attachment))
                        .path("reason")
                        .asString())
                .contains("an older one that gives nothing by way of others");
        states().post("/api/v1/links/AUS/resume", "");
        comes(attachment);
    }

    private static JsonNode fetch(JsonNode attachment) {
        return australia()
                .post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "")
                .json();
    }

    private static String arrived(JsonNode... attachments) {
        var id = note(japan(), LABEL, "", attachments);
        eventually(
                "the record has arrived",
                () -> australia().get("/api/v1/records/" + id).status() == 200);
        return id;
    }

    /// What got lost on the way is asked for again after a while.
    private static void comes(JsonNode attachment) {
        for (var round = 0; round < 20; round++) {
            for (var wait = 0; wait < 30; wait++) {
                if (Uploading.state(australia(), sha256(attachment))
                        .path("state")
                        .asString()
                        .equals("here")) {
                    return;
                }
                pause();
            }
            CLOCK.advance(Duration.ofMinutes(31));
        }
        becomes(australia(), sha256(attachment), "here");
    }

    private static void pause() {
        var end = System.nanoTime() + Duration.ofMillis(100).toNanos();
        eventually("time passes", () -> System.nanoTime() > end);
    }

    private static long held(JsonNode attachment) {
        return Uploading.state(australia(), sha256(attachment)).path("held").asLong();
    }

    /// Whether the pieces as they are kept follow one another.
    private static boolean chunks(JsonNode attachment) {
        return australia()
                .database()
                .sql("""
                        select sum(octet_length(bytes)) = max(start + octet_length(bytes)) from attachments.chunk
                        where encode(digest, 'hex') = ?""")
                .param(sha256(attachment))
                .query(Boolean.class)
                .single();
    }

    private static byte[] marked(int size, long seed) {
        var bytes = noise(size, seed);
        var word = SECRET.getBytes(UTF_8);
        for (var at = 0; at + word.length <= size; at += 1_000) {
            System.arraycopy(word, 0, bytes, at, word.length);
        }
        return bytes;
    }

    private static long lying() {
        return states().database()
                .sql("select count(*) from federation.parcel where target is null and not urgent")
                .query(Long.class)
                .single();
    }

    /// Neither in what its database gives out nor in any of its files, those of the database included.
    private static void assertNothingInTheClear() throws IOException {
        var parcels = states().database()
                .sql("select bytes from federation.parcel")
                .query(byte[].class)
                .list();
        for (var parcel : parcels) {
            assertThat(new String(parcel, ISO_8859_1)).doesNotContain(SECRET);
        }
        states().database().sql("checkpoint").update();
        try (var files = Files.walk(federation.data("USA"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
        assertThat(List.copyOf(parcels))
                .extracting(parcel -> parcel.length / 4096)
                .allMatch(pages -> pages == 2 || pages == 6 || pages == 16);
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
}
