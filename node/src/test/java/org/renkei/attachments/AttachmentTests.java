package org.renkei.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.content;
import static org.renkei.attachments.Uploading.draft;
import static org.renkei.attachments.Uploading.noise;
import static org.renkei.attachments.Uploading.note;
import static org.renkei.attachments.Uploading.photo;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.state;
import static org.renkei.attachments.Uploading.stored;
import static org.renkei.attachments.Uploading.upload;
import static org.renkei.testing.TestFederation.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.AttachmentExchange.Way;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.ledger.Ledgers;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Contents of attachments between two nodes with real links and databases.
class AttachmentTests {
    private static final String OPEN = "UNCLASSIFIED//REL TO USA";

    @TempDir
    static Path folder;

    private static TestFederation federation;

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
    void aPreviewArrivesByItselfAndTheContentWhenSomebodyAsks() throws IOException {
        var photo = photo(900, 600);
        var attachment = upload(japan(), "益城町役場.png", "image/png", photo);
        var preview = attachment.path("preview").path("sha256").asString();
        note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");

        becomes(states(), preview, "here");
        var image = ImageIO.read(new ByteArrayInputStream(content(states(), preview)));
        assertThat(image.getWidth()).isEqualTo(320);
        assertThat(image.getHeight()).isEqualTo(213);
        var offered = state(states(), sha256(attachment));
        assertThat(offered.path("state").asString()).isEqualTo("offered");
        assertThat(offered.path("source").asString()).isEqualTo("JPN/test");
        assertThat(states().raw("GET", "/api/v1/attachments/" + sha256(attachment), new byte[0])
                        .statusCode())
                .isEqualTo(409);

        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
        becomes(states(), sha256(attachment), "here");
        assertThat(content(states(), sha256(attachment))).isEqualTo(photo);
        assertThat(states().get("/api/v1/audit?event=attachment-received").text())
                .contains(sha256(attachment), preview);
        assertThat(japan().get("/api/v1/audit?event=attachment-sent").text()).contains(sha256(attachment), preview);
    }

    @Test
    void isGivenToBeSavedAndNeverShown() {
        var content = noise(200_000, 2);
        var attachment = upload(japan(), "page.html", "text/html", content);
        assertThat(attachment.has("preview")).isFalse();
        note(japan(), OPEN, "", attachment);
        var path = "/api/v1/attachments/" + sha256(attachment);
        var whole = japan().raw("GET", path, new byte[0]);
        assertThat(whole.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(whole.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(whole.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(whole.headers().allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");

        var part = japan().raw("GET", path, new byte[0], "Range", "bytes=65000-140000");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 65000-140000/200000");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 65_000, 140_001));
        assertThat(japan().raw("GET", path, new byte[0], "Range", "bytes=-10").body())
                .isEqualTo(Arrays.copyOfRange(content, 199_990, 200_000));
        assertThat(japan().raw("GET", path, new byte[0], "Range", "bytes=200000-")
                        .statusCode())
                .isEqualTo(416);
    }

    @Test
    void goesOnFromTheFirstMissingByteAfterABreak() {
        var content = noise(40 * 1024 * 1024, 3);
        var attachment = upload(japan(), "scan.tif", "image/tiff", content);
        note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");
        var before = received();
        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
        eventually("a part is here", () -> held(attachment) > 200_000);
        states().post("/api/v1/links/JPN/pause", "");
        eventually("the link is down", () -> !link().path("state").asString().equals("up"));
        var part = held(attachment);
        assertThat(part).isLessThan(content.length);
        states().post("/api/v1/links/JPN/resume", "");
        becomes(states(), sha256(attachment), "here");
        assertThat(content(states(), sha256(attachment))).isEqualTo(content);
        // What was under way at the break may come again, and no more.
        assertThat(received() - before).isLessThan(content.length + 3 * 1024 * 1024L);
    }

    @Test
    void whatIsCutOutOfTheFormIsRefusedLikeWhatIsNotThere() {
        var secret = upload(japan(), "plan.pdf", "application/pdf", noise(50_000, 4));
        var open = upload(japan(), "map.pdf", "application/pdf", noise(50_000, 5));
        var portion = """
                ,"portions":[{"at":"/attachments/0","label":"SECRET//REL TO JPN"}]""";
        note(japan(), "UNCLASSIFIED//REL TO JPN, USA", portion, secret, open);
        federation.confirmed("JPN", "USA");
        becomes(states(), sha256(open), "offered");
        assertThat(states().get("/api/v1/attachments/" + sha256(secret) + "/state")
                        .status())
                .isEqualTo(404);

        pretendItIsListed(secret);
        eventually(
                "it is refused",
                () -> japan().get("/api/v1/audit?event=attachment-refused")
                        .text()
                        .contains(sha256(secret)));
        eventually(
                "the reason is said",
                () -> state(states(), sha256(secret)).path("reason").asString().contains("not released"));
        assertThat(state(states(), sha256(secret)).path("held").asLong()).isZero();

        var exchange = japan().bean(AttachmentExchange.class);
        var refused = new Given.Refused(Fetching.NOT_AVAILABLE);
        assertThat(exchange.read("USA", Hash.parse(sha256(secret)), 0, 10, Way.OWN))
                .isEqualTo(refused);
        assertThat(exchange.read("USA", Hash.ofContent(new byte[] {9}), 0, 10, Way.OWN))
                .isEqualTo(refused);
        assertThat(exchange.read("USA", Hash.parse(sha256(open)), 0, 10, Way.OWN))
                .isInstanceOf(Given.Piece.class);
        assertThat(exchange.read("AUS", Hash.parse(sha256(open)), 0, 10, Way.OWN))
                .isEqualTo(refused);
    }

    @Test
    void goesAtThePartnerWithTheLastRecordThatListsIt() {
        var content = noise(70_000, 6);
        var attachment = upload(japan(), "list.csv", "text/csv", content);
        var first = note(japan(), OPEN, "", attachment);
        var second = note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");
        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
        becomes(states(), sha256(attachment), "here");

        japan().post("/api/v1/records/" + first + "/recall", "{\"reason\":\"wrong\"}");
        federation.confirmed("JPN", "USA");
        assertThat(content(states(), sha256(attachment))).isEqualTo(content);

        var revised = japan().put("/api/v1/records/" + second, draft(OPEN, ""));
        assertThat(revised.status()).as(revised.text()).isEqualTo(200);
        federation.confirmed("JPN", "USA");
        assertThat(states().get("/api/v1/attachments/" + sha256(attachment) + "/state")
                        .status())
                .isEqualTo(404);
        assertThat(rows(sha256(attachment))).isZero();
        assertThat(content(japan(), sha256(attachment))).isEqualTo(content);
        assertThat(japan().bean(AttachmentExchange.class).read("USA", Hash.parse(sha256(attachment)), 0, 10, Way.OWN))
                .isInstanceOf(Given.Refused.class);
    }

    @Test
    void whatDoesNotHaveItsDigestIsDroppedAndItIsSaid() {
        var attachment = upload(japan(), "x.bin", "a/b", noise(150_000, 20));
        note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");
        japan().database()
                .sql("update attachments.chunk set bytes = set_byte(bytes, 7, get_byte(bytes, 7) # 1)"
                        + " where digest = ? and start = 65536")
                .param(Hash.parse(sha256(attachment)).bytes())
                .update();
        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
        becomes(states(), sha256(attachment), "damaged");
        var state = state(states(), sha256(attachment));
        assertThat(state.path("held").asLong()).isZero();
        assertThat(state.path("reason").asString()).contains("all of it was dropped");
        assertThat(states().get("/api/v1/audit?event=attachment-damaged").text())
                .contains(sha256(attachment));
        assertThat(link().path("state").asString()).isEqualTo("up");
    }

    @Test
    void waitsThroughARestartForThePartnerToComeBack() {
        var content = noise(150_000, 21);
        var attachment = upload(japan(), "y.bin", "a/b", content);
        note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");
        states().post("/api/v1/links/JPN/pause", "");
        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
        assertThat(state(states(), sha256(attachment)).path("state").asString()).isEqualTo("wanted");
        states().restart();
        states().post("/api/v1/links/JPN/resume", "");
        becomes(states(), sha256(attachment), "here");
        assertThat(content(states(), sha256(attachment))).isEqualTo(content);
    }

    @Test
    void whatWaitsToBeDecidedAgainIsNotGiven() {
        var attachment = upload(japan(), "z.bin", "a/b", noise(100, 22));
        note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");
        var ledgers = japan().bean(Ledgers.class);
        var exchange = japan().bean(AttachmentExchange.class);
        var transaction = japan().bean(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> ledgers.hold("USA"));
        assertThat(exchange.read("USA", Hash.parse(sha256(attachment)), 0, 10, Way.OWN))
                .isEqualTo(new Given.Refused(Fetching.NOT_AVAILABLE));
        transaction.executeWithoutResult(status -> ledgers.letGo("USA"));
        assertThat(exchange.read("USA", Hash.parse(sha256(attachment)), 0, 10, Way.OWN))
                .isInstanceOf(Given.Piece.class);
    }

    @Test
    void endsWithTheRecall() {
        var attachment = upload(japan(), "list.txt", "text/plain", noise(10, 7));
        var record = note(japan(), OPEN, "", attachment);
        federation.confirmed("JPN", "USA");
        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
        becomes(states(), sha256(attachment), "here");
        japan().post("/api/v1/records/" + record + "/recall", "{\"reason\":\"wrong\"}");
        federation.confirmed("JPN", "USA");
        assertThat(rows(sha256(attachment))).isZero();
        assertThat(content(japan(), sha256(attachment))).hasSize(10);
    }

    @Test
    void anUploadThatIsNotWhatWasSaidOfItIsRefused() {
        var path = Uploading.path("a.bin", "application/octet-stream");
        var wrong = japan().raw("POST", path + "&sha256=" + "0".repeat(64), noise(10, 8));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(new String(wrong.body())).contains("nothing was stored");
        assertThat(japan().raw("POST", path, new byte[0]).statusCode()).isEqualTo(422);
        assertThat(japan().raw("POST", Uploading.path("../a", "text"), noise(10, 8))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aDraftListsOnlyWhatWasUploadedHereAsItWasAnswered() {
        var attachment = upload(japan(), "b.bin", "application/octet-stream", noise(100, 9));
        for (var wrong : new String[] {
            draft(OPEN, "", attachment).replace("\"size\":100", "\"size\":101"),
            draft(OPEN, "", attachment).replace(sha256(attachment), "0".repeat(64)),
            draft(OPEN, "", attachment).replace("b.bin", "a/b"),
            draft(OPEN, "").replace("\"attachments\":[]", "\"attachments\":7"),
        }) {
            var refused = japan().post("/api/v1/records", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.text()).contains("/body/attachments");
        }
        note(states(), "UNCLASSIFIED//REL TO JPN", "", upload(states(), "c.bin", "a/b", noise(100, 10)));
        var received = upload(states(), "c.bin", "a/b", noise(100, 10));
        federation.confirmed("USA", "JPN");
        assertThat(japan().post("/api/v1/records", draft(OPEN, "", received)).status())
                .as("what a partner listed is not ours to pass on")
                .isEqualTo(422);
    }

    @Test
    void anUploadThatNobodyUsesIsRemovedAfterADay() {
        var unused = upload(japan(), "d.bin", "a/b", noise(100, 11));
        var used = upload(japan(), "e.bin", "a/b", noise(100, 12));
        note(japan(), OPEN, "", used);
        assertThat(japan().get("/api/v1/attachments/" + sha256(unused) + "/state")
                        .status())
                .isEqualTo(404);
        japan().database()
                .sql("update attachments.content set at = at - interval '25 hours'")
                .update();
        japan().bean(AttachmentDesk.class).removeUnused();
        assertThat(japan().post("/api/v1/records", draft(OPEN, "", unused)).status())
                .isEqualTo(422);
        assertThat(content(japan(), sha256(used))).hasSize(100);
        assertThat(stored(japan(), "JPN/test")).isPositive();
    }

    /// As a partner would that learned of a digest some other way.
    private static void pretendItIsListed(JsonNode attachment) {
        var digest = Hash.parse(sha256(attachment)).bytes();
        states().database()
                .sql("insert into attachments.content (source, digest, size, state, type, preview, at)"
                        + " values ('JPN/test', ?, ?, 'offered', 'a/b', false, now())")
                .param(digest)
                .param(attachment.path("size").asLong())
                .update();
        states().database()
                .sql("insert into attachments.listed values ('JPN/test', gen_random_uuid(), ?)")
                .param(digest)
                .update();
        states().post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
    }

    private static long rows(String sha256) {
        return states().database()
                .sql("select (select count(*) from attachments.content where digest = :digest)"
                        + " + (select count(*) from attachments.chunk where digest = :digest)")
                .param("digest", Hash.parse(sha256).bytes())
                .query(Long.class)
                .single();
    }

    private static long held(JsonNode attachment) {
        return state(states(), sha256(attachment)).path("held").asLong();
    }

    private static JsonNode link() {
        return states().get("/api/v1/node").json().path("links").get(0);
    }

    private static long received() {
        return link().path("bytes").path("received").asLong();
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }
}
