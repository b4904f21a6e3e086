package org.renkei.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renkei.testing.TestFederation.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.testing.TestFederation;

/// Who is not on a card, or not the one on the card.
class StrangerTests {
    @TempDir
    Path folder;

    /// AUS holds JPN's card and calls; JPN holds no card of AUS.
    @Test
    void aNodeWithoutACardIsRefusedAndBothSidesSayWhy() throws IOException {
        try (var federation = new TestFederation(folder, "AUS", "JPN")) {
            var file = federation.file("JPN");
            var settings = Files.readString(file);
            Files.writeString(file, settings.substring(0, settings.indexOf("  partners:")) + "  partners: []\n");
            var japan = federation.node("JPN");
            var australia = federation.node("AUS");
            eventually("AUS knows that it is refused", () -> {
                var link = australia.get("/api/v1/node").json().path("links").get(0);
                return link.path("state").asString().equals("refused")
                        && link.path("problem").asString().contains("compare the cards");
            });
            eventually(
                    "JPN has it on record",
                    () -> japan.get("/api/v1/audit?event=link-refused").text().contains("stands in no partner's card"));
        }
    }

    @Test
    void aNodeDoesNotStartWithACardOfAnotherFingerprint() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var file = federation.file("JPN");
            Files.writeString(
                    file, Files.readString(file).replaceFirst("fingerprint: \"[0-9a-f]{8}", "fingerprint: \"00000000"));
            assertThatThrownBy(() -> federation.node("JPN"))
                    .rootCause()
                    .hasMessageContaining("USA.card: the card's fingerprint is")
                    .hasMessageContaining("by telephone");
        }
    }

    @Test
    void aChangedCardIsNoCard() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var card = folder.resolve("USA.card");
            var text = Files.readString(card);
            var middle = text.length() / 2;
            var other = text.charAt(middle) == 'A' ? 'B' : 'A';
            Files.writeString(card, text.substring(0, middle) + other + text.substring(middle + 1));
            assertThatThrownBy(() -> federation.node("JPN"))
                    .rootCause()
                    .message()
                    .isNotBlank();
            assertThat(Files.exists(folder.resolve("JPN/data/admin.token"))).isFalse();
        }
    }
}
