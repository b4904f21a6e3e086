package org.renkei.federation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.federation.RelayTests.state;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.attachments.Uploading;
import org.renkei.testing.MovableClock;
import org.renkei.testing.TestFederation;

/// Records with attachments between JPN and AUS by way of the United States.
class RelayAttachmentsTests {
    @TempDir
    Path folder;

    @Test
    void comeOnlyOverALinkOfTheirOwnAndItIsSaid() throws IOException {
        try (var federation = new TestFederation(folder, new MovableClock(), RelayTests::terms, "JPN", "USA", "AUS")) {
            var japan = federation.node("JPN");
            federation.node("USA");
            var australia = federation.node("AUS");
            eventually(
                    "all links are up",
                    () -> state(japan, "AUS").equals("up")
                            && state(australia, "JPN").equals("up"));
            var attachment = Uploading.upload(japan, "bridge.png", "image/png", Uploading.photo(640, 480));
            var digest = Uploading.sha256(attachment);
            var preview = attachment.path("preview").path("sha256").asString();
            var id = Uploading.note(japan, "UNCLASSIFIED//REL TO AUS", "", attachment);
            eventually(
                    "it has arrived",
                    () -> australia.get("/api/v1/records/" + id).status() == 200);
            for (var one : List.of(digest, preview)) {
                var answer = australia
                        .post("/api/v1/attachments/" + one + "/fetch", "")
                        .json();
                assertThat(answer.path("state").asString()).isEqualTo("offered");
                assertThat(answer.path("fetchable").asBoolean()).isFalse();
                assertThat(answer.path("reason").asString()).contains("only over a link of its own or on a medium");
            }
            var japanese = australia.raw(
                    "GET", "/api/v1/attachments/" + digest + "/state", new byte[0], "Accept-Language", "ja");
            assertThat(new String(japanese.body(), UTF_8)).contains("直接の接続か媒体でのみ届きます");
            assertThat(australia.get("/api/v1/audit?event=attachment-wanted").text())
                    .doesNotContain(digest);

            australia
                    .database()
                    .sql("update attachments.content set state = 'wanted'")
                    .update();
            australia.restart();
            assertThat(Uploading.state(australia, digest).path("state").asString())
                    .as("as the settings say by now")
                    .isEqualTo("offered");
        }
    }
}
