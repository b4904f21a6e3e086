package org.renkei.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AuthorizationDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "authorization.md");

    /// `-Dauthorization.write=true` writes it anew.
    @Test
    void thePageIsWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean("authorization.write")) {
            Files.writeString(PAGE, AuthorizationDocument.text());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(AuthorizationDocument.text());
    }
}
