package org.renkei.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.testing.TestFederation.eventually;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Random;
import javax.imageio.ImageIO;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Contents to attach, and records that list them.
public final class Uploading {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Uploading() {}

    public static byte[] noise(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    public static byte[] photo(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                image.setRGB(x, y, new Color(x * 255 / width, y * 255 / height, (x * y) % 256).getRGB());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// What the node answers, as a record is to list it.
    public static JsonNode upload(RunningNode node, String name, String type, byte[] content) {
        var answer = node.raw("POST", path(name, type), content, "Content-Type", "application/octet-stream");
        var text = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(201);
        return JSON.readTree(text);
    }

    public static String path(String name, String type) {
        return "/api/v1/attachments?name=" + URLEncoder.encode(name, UTF_8) + "&type=" + type;
    }

    public static String note(RunningNode node, String label, String more, JsonNode... attachments) {
        var answer = node.post("/api/v1/records", draft(label, more, attachments));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id();
    }

    public static String draft(String label, String more, JsonNode... attachments) {
        return """
                {"kind":"note","label":"%s"%s,"body":{"title":"with files","attachments":%s}}""".formatted(label, more, JSON.writeValueAsString(attachments));
    }

    public static String sha256(JsonNode attachment) {
        return attachment.path("sha256").asString();
    }

    public static JsonNode state(RunningNode node, String sha256) {
        return node.get("/api/v1/attachments/" + sha256 + "/state").json();
    }

    public static void becomes(RunningNode node, String sha256, String state) {
        eventually(
                sha256 + " becomes " + state,
                () -> state(node, sha256).path("state").asString().equals(state));
    }

    public static byte[] content(RunningNode node, String sha256) {
        var answer = node.raw("GET", "/api/v1/attachments/" + sha256, new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /// Bytes of chunks that the node's database holds for contents of a source.
    public static long stored(RunningNode node, String source) {
        return node.database()
                .sql("select coalesce(sum(octet_length(bytes)), 0) from attachments.chunk where source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }
}
