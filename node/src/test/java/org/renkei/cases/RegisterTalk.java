package org.renkei.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.renkei.testing.RunningNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The register of bodies and the phone book of running nodes, through their API alone.
final class RegisterTalk {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path GUIDE = Path.of("..", "docs", "user-guide.en.md");

    private RegisterTalk() {}

    static String yaml(String text, int basedOn) {
        return JSON.createObjectNode().put("yaml", text).put("basedOn", basedOn).toString();
    }

    static int version(RunningNode node) {
        return node.get("/api/v1/bodies/register").json().path("version").asInt();
    }

    static JsonNode take(RunningNode node, String text) {
        var taken = node.put("/api/v1/bodies/register", yaml(text, version(node)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        return taken.json();
    }

    static void contact(RunningNode node, String office, String name, String telephone, String to, String more) {
        var known = office.isEmpty() ? "" : "\"office\": \"" + office + "\", ";
        var written = node.post("/api/v1/records", """
                {"kind": "office-contact", "label": "UNCLASSIFIED//%s", "body":
                 {%s"title": {"en": "%s", "ja": "運用当直"}, "telephone": "%s"%s}}""".formatted(to, known, name, telephone, more));
        assertThat(written.status()).as(written.text()).isEqualTo(201);
    }

    static JsonNode office(RunningNode node, String body, String office) {
        return node.get("/api/v1/bodies")
                .json()
                .path("bodies")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(body))
                .flatMap(one -> one.path("offices").valueStream())
                .filter(one -> one.path("code").asString().equals(office))
                .findFirst()
                .orElseThrow();
    }

    static List<String> telephones(JsonNode office) {
        return office.path("contacts")
                .valueStream()
                .map(one -> one.path("telephone").asString())
                .toList();
    }

    static List<String> codes(RunningNode node) {
        return of(node, "code");
    }

    static List<String> levels(RunningNode node) {
        return of(node, "level");
    }

    /// The YAML of the guide that adds bodies.
    static String example() throws IOException {
        return Pattern.compile("```yaml\n(hours:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1))
                .filter(text -> text.contains("ccc-space"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> of(RunningNode node, String field) {
        return node.get("/api/v1/bodies")
                .json()
                .path("bodies")
                .valueStream()
                .map(one -> one.path(field).asString())
                .toList();
    }
}
