package org.renkei.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.renkei.fuzz.Inputs;
import org.renkei.settings.NodeSettings;
import org.renkei.settings.SettingsFile;
import tools.jackson.databind.json.JsonMapper;

/// Reads drafts from JSON as the API does.
public final class DraftParser {
    private final JsonMapper json = JsonMapper.builder().build();
    private final DraftReader drafts =
            new DraftReader(new Kinds(json), List.of(), new Anybody(), settings(), Clock.systemUTC());

    public void read(byte[] input) {
        drafts.read(json.readTree(input), () -> "fuzz");
    }

    public List<byte[]> samples() {
        var draft = """
                {"kind":"situation-report","label":"UNCLASSIFIED//PUBLIC","precedence":"ROUTINE","author":"watch",
                 "portions":[{"at":"/title","label":"SECRET//REL TO USA","otherwise":"remove"}],
                 "references":["01541fb8-6950-7abc-8def-0123456789ab"],"source":{"system":"a","id":"b"},"revises":1,
                 "until":"2049-12-01T00:00:00Z","body":%s}""";
        return Inputs.texts(
                draft.formatted(
                        "{\"title\":{\"en\":\"a\",\"ja\":\"b\"},\"text\":{\"en\":\"b\"},\"position\":{\"lat\":1,\"lon\":2.5}}"),
                draft.replace("situation-report", "other")
                        .formatted("{\"title\":" + "[".repeat(400) + "]".repeat(400) + "}"),
                draft.replace("situation-report", "other").formatted("{\"title\":" + "9".repeat(900) + "}"),
                draft.formatted("{\"a\":".repeat(20_000)),
                "[" + "1e999999999,".repeat(1_000) + "1]");
    }

    /// Every kind is everybody's.
    private static final class Anybody implements WritingRights {
        @Override
        public void requireWriting(String kind, Principal writer) {}

        @Override
        public void requireRecall(String kind, Principal writer) {}

        @Override
        public boolean isStatement(String kind) {
            return false;
        }
    }

    private static NodeSettings settings() {
        try {
            var file = Files.createTempFile("renkei-drafts", ".yaml");
            Files.writeString(file, "renkei:\n  node: JPN/ichigaya\n");
            var settings = SettingsFile.read(file);
            Files.delete(file);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
