package org.renkei.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.content;
import static org.renkei.attachments.Uploading.noise;
import static org.renkei.attachments.Uploading.note;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.state;
import static org.renkei.attachments.Uploading.upload;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.attachments.AttachmentExchange.Way;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.kernel.record.NodeId;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.support.TransactionTemplate;

/// What may go wrong between asking, storing and giving.
class AttachmentExchangeTests {
    private static final NodeId JAPAN = NodeId.parse("JPN/test");

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
    void askingWhileTheLastBytesAreBeingStoredAsksForNothingMore() throws Exception {
        var content = noise(50_000, 31);
        var digest = offered(content);
        var asking = transaction(states()).execute(status -> {
            assertThat(exchange(states()).store(JAPAN, Hash.parse(digest), 0, content.length, content, false))
                    .isTrue();
            var asked =
                    CompletableFuture.supplyAsync(() -> states().post("/api/v1/attachments/" + digest + "/fetch", ""));
            eventually("the question waits for the bytes", AttachmentExchangeTests::somebodyWaits);
            return asked;
        });
        var answer = asking.get(20, TimeUnit.SECONDS);
        assertThat(answer.json().path("state").asString()).isEqualTo("here");
        assertThat(answer.json().path("fetchable").asBoolean()).isFalse();
        assertThat(content(states(), digest)).isEqualTo(content);
    }

    @Test
    void nothingIsAskedForOfWhichEveryByteIsHere() {
        var content = noise(50_000, 32);
        var digest = offered(content);
        exchange(states()).store(JAPAN, Hash.parse(digest), 0, content.length, content, false);
        become(digest, "wanted");
        assertThat(exchange(states()).next(JAPAN, 9, Way.OWN)).isEmpty();
        become(digest, "here");
    }

    @Test
    void whatAMediumBringsGoesOnFromWhatIsHere() {
        var content = noise(200_000, 33);
        var digest = offered(content);
        bring(digest, content, 0, 20_000);
        for (var from = 0; from < content.length; from += Fetching.MOST_CHUNK) {
            bring(digest, content, from, Math.min(content.length, from + Fetching.MOST_CHUNK));
        }
        assertThat(state(states(), digest).path("state").asString()).isEqualTo("here");
        assertThat(content(states(), digest)).isEqualTo(content);
    }

    @Test
    void aMediumAlsoMendsWhatWasDamaged() {
        var content = noise(90_000, 34);
        var digest = offered(content);
        bring(digest, noise(90_000, 35), 0, 65_536);
        bring(digest, content, 65_536, 90_000);
        assertThat(state(states(), digest).path("state").asString()).isEqualTo("damaged");
        bring(digest, content, 0, 65_536);
        assertThat(state(states(), digest).path("state").asString()).isEqualTo("offered");
        bring(digest, content, 65_536, 90_000);
        assertThat(content(states(), digest)).isEqualTo(content);
    }

    @Test
    void aFailureOfTheDatabaseIsAnsweredAsARefusal() {
        var digest = offered(noise(100, 36));
        rename("chunk", "chunk_away");
        try {
            assertThat(exchange(japan()).read("USA", Hash.parse(digest), 0, 10, Way.OWN))
                    .isEqualTo(new Given.Refused(Fetching.NOT_AVAILABLE));
        } finally {
            rename("chunk_away", "chunk");
        }
        assertThat(exchange(japan()).read("USA", Hash.parse(digest), 0, 10, Way.OWN))
                .isInstanceOf(Given.Piece.class);
    }

    @Test
    void aPartnerThatAsksForMuchFillsNoAuditLog() {
        var clock = new MovableClock();
        var refusals = new RefusedAttachments(japan().bean(AuditLog.class), japan().settings(), clock);
        var before = refused("");
        refuse(refusals, RefusedAttachments.MOST_AN_HOUR + 30);
        assertThat(refused("") - before).isEqualTo(RefusedAttachments.MOST_AN_HOUR);
        assertThat(refused("\"more\"")).isZero();
        clock.advance(Duration.ofMinutes(61));
        refuse(refusals, 1);
        assertThat(refused("") - before).isEqualTo(RefusedAttachments.MOST_AN_HOUR + 2);
        assertThat(refused("\"more\": 30")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(61));
        transaction(japan()).executeWithoutResult(status -> refusals.sumUp());
        assertThat(refused("") - before).isEqualTo(RefusedAttachments.MOST_AN_HOUR + 2);
    }

    private static void refuse(RefusedAttachments refusals, int times) {
        for (var i = 0; i < times; i++) {
            var digest = Hash.ofContent(new byte[] {(byte) i});
            transaction(japan()).executeWithoutResult(status -> refusals.note("USA", digest, Fetching.NOT_AVAILABLE));
        }
    }

    /// Entries of the audit log of Japan about refusals that say something.
    private static long refused(String what) {
        return japan().get("/api/v1/audit?event=attachment-refused&limit=500")
                .json()
                .path("entries")
                .valueStream()
                .filter(one -> one.toString().contains(what.replace(": ", ":")))
                .count();
    }

    private static String offered(byte[] content) {
        var attachment = upload(japan(), "x.bin", "a/b", content);
        note(japan(), "UNCLASSIFIED//REL TO USA", "", attachment);
        federation.confirmed("JPN", "USA");
        becomes(states(), sha256(attachment), "offered");
        return sha256(attachment);
    }

    private static void bring(String digest, byte[] content, int from, int upTo) {
        exchange(states())
                .store(JAPAN, Hash.parse(digest), from, content.length, Arrays.copyOfRange(content, from, upTo), false);
    }

    private static void become(String digest, String state) {
        states().database()
                .sql("update attachments.content set state = ? where digest = ?")
                .param(state)
                .param(Hash.parse(digest).bytes())
                .update();
    }

    private static boolean somebodyWaits() {
        return states().database()
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void rename(String from, String to) {
        japan().database()
                .sql("alter table attachments." + from + " rename to " + to)
                .update();
    }

    private static AttachmentExchange exchange(RunningNode node) {
        return node.bean(AttachmentExchange.class);
    }

    private static TransactionTemplate transaction(RunningNode node) {
        return node.bean(TransactionTemplate.class);
    }

    private static RunningNode japan() {
        return federation.node("JPN");
    }

    private static RunningNode states() {
        return federation.node("USA");
    }
}
