package org.renkei.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.attachments.Uploading.becomes;
import static org.renkei.attachments.Uploading.noise;
import static org.renkei.attachments.Uploading.sha256;
import static org.renkei.attachments.Uploading.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.TestFederation;

/// A partner that takes less than the origin gives.
class AttachmentLimitTests {
    @TempDir
    Path folder;

    @Test
    void whatIsTooLargeIsRefusedOnBothSidesAndTheReasonIsSaid() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var file = federation.file("USA");
            Files.writeString(
                    file,
                    Files.readString(file).replace("  partners:", "  attachments: {max-bytes: 100000}\n  partners:"));
            var japan = federation.node("JPN");
            var states = federation.node("USA");

            var refused = states.raw("POST", Uploading.path("a.bin", "a/b"), noise(100_001, 1));
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(new String(refused.body(), UTF_8)).contains("more than 100000 bytes", "attachments.max-bytes");
            var japanese =
                    states.raw("POST", Uploading.path("a.bin", "a/b"), noise(100_001, 1), "Accept-Language", "ja");
            assertThat(new String(japanese.body(), UTF_8)).contains("100000 バイトを超える添付");

            var attachment = Uploading.upload(japan, "b.bin", "a/b", noise(100_001, 2));
            Uploading.note(japan, "UNCLASSIFIED//REL TO USA", "", attachment);
            federation.confirmed("JPN", "USA");
            becomes(states, sha256(attachment), "too-large");
            assertThat(state(states, sha256(attachment)).path("reason").asString())
                    .contains("100001 bytes are more than this node takes");
            var again = states.post("/api/v1/attachments/" + sha256(attachment) + "/fetch", "");
            assertThat(again.json().path("state").asString()).isEqualTo("too-large");
            assertThat(again.json().path("held").asLong()).isZero();
        }
    }
}
