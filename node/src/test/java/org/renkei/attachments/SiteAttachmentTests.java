package org.renkei.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.content;
import static org.renkei.attachments.Uploading.note;
import static org.renkei.attachments.Uploading.photo;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.AttachmentExchange.Given;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.Fetching;
import org.renkei.keys.Partners;
import org.renkei.testing.RunningNode;
import org.renkei.testing.TestFederation;

/// Several nodes of one party, each with its own clearance: what goes to one is not for the others.
class SiteAttachmentTests {
    private static final String HEAD = "JPN/ichigaya";
    private static final String SITE = "JPN/kumamoto-jcp";
    private static final String ALLY = "USA/yokota";
    private static final String OTHER = "USA/other";

    @TempDir
    static Path folder;

    private static TestFederation federation;

    @BeforeAll
    static void start() throws IOException {
        federation = new TestFederation(folder, Clock.systemUTC(), SiteAttachmentTests::terms, HEAD, SITE, ALLY, OTHER);
        head();
        site();
    }

    private static Optional<String> terms(String self, String other) {
        var usual = TestFederation.usualTerms(self, other);
        return Optional.of(
                switch (other) {
                    case SITE -> usual.replace("SECRET", "CONFIDENTIAL");
                    case OTHER -> usual.replace("SECRET", "UNCLASSIFIED");
                    default -> usual;
                });
    }

    @AfterAll
    static void stop() {
        federation.close();
    }

    @Test
    void aContentGoesByTheLedgerOfTheNodeThatAsks() throws IOException {
        var attachment = upload(head(), "plan.png", "image/png", photo(700, 500));
        note(head(), "RESTRICTED//REL TO USA", "", attachment);
        var refused = new Given.Refused(Fetching.NOT_AVAILABLE);
        for (var digest : new String[] {sha256(attachment), preview(attachment)}) {
            assertThat(read("USA", digest)).isInstanceOf(Given.Piece.class);
            assertThat(read(OTHER, digest)).isEqualTo(refused);
        }
        assertThat(head().get("/api/v1/audit?event=attachment-refused").text()).contains("\"" + OTHER + "\"");
    }

    @Test
    void aSiteGetsWhatIsReleasedToItAndNothingElse() throws IOException {
        var photo = photo(640, 500);
        var open = upload(head(), "bridge.png", "image/png", photo);
        var secret = upload(head(), "plan.png", "image/png", photo(641, 500));
        note(head(), "RESTRICTED", "", open);
        note(head(), "SECRET", "", secret);
        federation.confirmed(HEAD, SITE);
        becomes(site(), preview(open), "here");
        site().post("/api/v1/attachments/" + sha256(open) + "/fetch", "");
        becomes(site(), sha256(open), "here");
        assertThat(content(site(), sha256(open))).isEqualTo(photo);
        assertThat(read(SITE, sha256(secret))).isEqualTo(new Given.Refused(Fetching.NOT_AVAILABLE));
        assertThat(head().get("/api/v1/audit?event=attachment-sent").text())
                .contains(sha256(open), "\"" + SITE + "\"")
                .doesNotContain(sha256(secret));
        var wanted = site().get("/api/v1/audit?event=attachment-wanted").text();
        assertThat(wanted).contains("\"" + HEAD + "\"");
        assertThat(site().get("/api/v1/audit?event=attachment-received").text()).contains("\"party\":\"" + HEAD + "\"");
    }

    private static Given read(String key, String digest) {
        var partner = head().bean(Partners.class).find(key).orElseThrow();
        return new PartnerAttachments(head().bean(AttachmentExchange.class), partner, "test")
                .read(Hash.parse(digest), 0, 10);
    }

    private static String preview(tools.jackson.databind.JsonNode attachment) {
        return attachment.path("preview").path("sha256").asString();
    }

    private static RunningNode head() {
        return federation.node(HEAD);
    }

    private static RunningNode site() {
        return federation.node(SITE);
    }
}
